use super::input;
use serde_json::{Map, Value};

const FILE: [&str; 3] = ["about", "snapshots", "cases"];
/// What every case may have: what is asked.
const CALL: [&str; 14] = [
    "name",
    "call",
    "request",
    "request_text",
    "request_base64",
    "request_parts",
    "text",
    "text_parts",
    "snapshot",
    "snapshot_patch",
    "snapshot_text",
    "snapshot_base64",
    "snapshot_parts",
    "options",
];
/// What a case of the corpus has besides: the answer, and why it is so.
const EXPECTATION: [&str; 3] = ["why", "expected", "expected_outline"];
const OPTIONS: [&str; 4] = ["document_id", "expected_revision", "warnings", "detail"];

/// What is asked of a host.
pub struct Call {
    pub function: Function,
    pub request: Option<Vec<u8>>,
    pub snapshot: Option<Vec<u8>>,
    pub document_id: Option<String>,
    pub expected_revision: Option<String>,
    pub warnings: bool,
    pub detail: bool,
    /// What is pasted.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Validate,
    Normalize,
    Evaluate,
    Respond,
    Snapshot,
    ParseRecipients,
}

/// A call and the answer that it must get.
pub struct Case {
    pub name: String,
    pub call: Call,
    pub expected: Option<Value>,
    pub outline: Option<Value>,
}

/// The cases of one file. Whatever the corpus' README does not allow is an error.
pub fn read_file(file: &str, text: &str) -> Result<Vec<Case>, String> {
    read_topic(file, text, read_case)
}

/// The calls, by name, of a file whose cases expect nothing: what hosts are compared by.
pub fn read_calls(file: &str, text: &str) -> Result<Vec<(String, Call)>, String> {
    read_topic(file, text, |case, snapshots| read_call(case, snapshots, &[]))
}

fn read_topic<T>(
    file: &str,
    text: &str,
    read: impl Fn(&Map<String, Value>, &Value) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let root: Value = serde_json::from_str(text).map_err(|error| format!("{file}: {error}"))?;
    let root = root.as_object().ok_or(format!("{file}: not an object"))?;
    known(root, &FILE).map_err(|name| format!("{file}: unknown member {name}"))?;
    let snapshots = root.get("snapshots").cloned().unwrap_or(Value::Object(Map::new()));
    let cases = root.get("cases").and_then(Value::as_array).filter(|cases| !cases.is_empty());
    let cases = cases.ok_or(format!("{file}: no cases"))?;
    let read = |case: &Value| {
        let case = case.as_object().ok_or(format!("{file}: a case is not an object"))?;
        read(case, &snapshots).map_err(|fault| format!("{file}: {fault}"))
    };
    cases.iter().map(read).collect()
}

fn read_case(case: &Map<String, Value>, snapshots: &Value) -> Result<Case, String> {
    let (name, call) = read_call(case, snapshots, &EXPECTATION)?;
    word(case, "why").ok_or_else(|| format!("{name}: no why"))?;
    let (expected, outline) =
        (case.get("expected").cloned(), case.get("expected_outline").cloned());
    if expected.is_some() == outline.is_some() {
        return Err(format!("{name}: needs either expected or expected_outline"));
    }
    Ok(Case { name, call, expected, outline })
}

/// The name of a case and what it asks; `besides` are the members that it may have beside those.
fn read_call(
    case: &Map<String, Value>,
    snapshots: &Value,
    besides: &[&str],
) -> Result<(String, Call), String> {
    let name = word(case, "name").ok_or("a case has no name")?.to_owned();
    let fault = |what: &str| format!("{name}: {what}");
    known(case, &[&CALL, besides].concat())
        .map_err(|member| fault(&format!("unknown member {member}")))?;
    let function = match word(case, "call") {
        Some("validate") => Function::Validate,
        Some("normalize") => Function::Normalize,
        Some("evaluate") => Function::Evaluate,
        Some("respond") => Function::Respond,
        Some("snapshot") => Function::Snapshot,
        Some("parse_recipients") => Function::ParseRecipients,
        _ => return Err(fault("no such call")),
    };
    let empty = Map::new();
    let options = case.get("options").and_then(Value::as_object).unwrap_or(&empty);
    known(options, &OPTIONS).map_err(|option| fault(&format!("unknown option {option}")))?;
    let option = |name: &str| options.get(name).and_then(Value::as_str).map(str::to_owned);
    let pasted = match (case.get("text"), case.get("text_parts")) {
        (Some(Value::String(text)), None) => text.clone(),
        (None, Some(parts)) => input::join(parts).map_err(|what| fault(&what))?,
        (None, None) if function != Function::ParseRecipients => String::new(),
        _ => return Err(fault("needs one text to parse")),
    };
    let call = Call {
        function,
        request: input::read(case, "request", &Value::Null).map_err(|what| fault(&what))?,
        snapshot: input::read(case, "snapshot", snapshots).map_err(|what| fault(&what))?,
        document_id: option("document_id"),
        expected_revision: option("expected_revision"),
        warnings: options.get("warnings") == Some(&Value::Bool(true)),
        detail: options.get("detail") == Some(&Value::Bool(true)),
        text: pasted,
    };
    Ok((name, call))
}

/// A member that is a text and says something.
fn word<'c>(case: &'c Map<String, Value>, name: &str) -> Option<&'c str> {
    case.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

fn known(object: &Map<String, Value>, names: &[&str]) -> Result<(), String> {
    match object.keys().find(|name| !names.contains(&name.as_str())) {
        Some(stranger) => Err(stranger.clone()),
        None => Ok(()),
    }
}
