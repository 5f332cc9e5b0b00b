use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

/// The bytes of a case's request or snapshot, in whichever form the case gives them.
pub fn read(
    case: &Map<String, Value>,
    name: &str,
    named: &Value,
) -> Result<Option<Vec<u8>>, String> {
    let form = |suffix: &str| case.get(&format!("{name}{suffix}"));
    let forms = [form(""), form("_text"), form("_base64"), form("_parts")];
    if forms.iter().flatten().count() > 1 {
        return Err(format!("more than one {name}"));
    }
    let [value, text, base64, parts] = forms;
    if let Some(text) = text {
        let text = text.as_str().ok_or("text is no string")?;
        return Ok(Some(text.as_bytes().to_vec()));
    }
    if let Some(base64) = base64 {
        let base64 = base64.as_str().ok_or("base64 is no string")?;
        return BASE64_STANDARD.decode(base64).map(Some).map_err(|error| error.to_string());
    }
    if let Some(parts) = parts {
        return join(parts).map(|text| Some(text.into_bytes()));
    }
    let Some(value) = value else { return Ok(None) };
    let mut value = match value.as_str().filter(|_| name == "snapshot") {
        Some(known) => named.get(known).ok_or(format!("no snapshot {known}"))?.clone(),
        None => value.clone(),
    };
    if let Some(change) = form("_patch") {
        patch(&mut value, change);
    }
    Ok(Some(value.to_string().into_bytes()))
}

/// The text that parts make.
pub fn join(parts: &Value) -> Result<String, String> {
    parts.as_array().ok_or("parts are no list")?.iter().map(part).collect()
}

fn part(part: &Value) -> Result<String, String> {
    if let Some(text) = part.as_str() {
        return Ok(text.to_owned());
    }
    let text = |name: &str| part.get(name).and_then(Value::as_str);
    let repeat = text("repeat").ok_or("a part repeats nothing")?;
    let times = part.get("times").and_then(Value::as_u64).ok_or("a part is repeated no times")?;
    let separator = text("separator").unwrap_or_default();
    let copies: Vec<_> = (0..times).map(|i| repeat.replace("{i}", &i.to_string())).collect();
    Ok(copies.join(separator))
}

/// RFC 7396.
fn patch(target: &mut Value, change: &Value) {
    let Some(change) = change.as_object() else {
        *target = change.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Some(target) = target.as_object_mut() else { return };
    for (name, value) in change {
        if value.is_null() {
            target.shift_remove(name);
        } else {
            patch(target.entry(name).or_insert(Value::Null), value);
        }
    }
}
