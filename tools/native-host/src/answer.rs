use crate::corpus::{Call, Function};
use serde::Serialize;
use serde_json::{Value, json};
use share_policy::{Detail, Options, Problem, Response, ShareRequest, Snapshot};

/// The answer as every host writes it: JSON text; of `respond` the status, the media type and the body.
pub fn bytes(call: &Call) -> Vec<u8> {
    let text = match call.function {
        Function::Validate => validate(call),
        Function::Normalize => normalize(call),
        Function::Evaluate => evaluate(call),
        Function::Snapshot => snapshot(call),
        Function::ParseRecipients => Ok(json(&share_policy::parse_recipients(&call.text))),
        Function::Respond => {
            let Response { status, content_type, body } = respond(call);
            return [format!("{status} {content_type}\n").into_bytes(), body].concat();
        }
    };
    text.unwrap_or_else(|problem| refused(&problem)).into_bytes()
}

/// The answer as the corpus compares it.
pub fn value(call: &Call) -> Value {
    if call.function == Function::Respond {
        let Response { status, content_type, body } = respond(call);
        return json!({ "status": status, "content_type": content_type, "body": parsed(&body) });
    }
    parsed(&bytes(call))
}

fn validate(call: &Call) -> Result<String, Problem> {
    let request = ShareRequest::parse(request_of(call))?;
    let rows = share_policy::normalize(&request).rows;
    Ok(format!(r#"{{"ok":true,"request":{},"rows":{}}}"#, json(&request), json(&rows)))
}

fn normalize(call: &Call) -> Result<String, Problem> {
    let request = ShareRequest::parse(request_of(call))?;
    let share_policy::Normalized { unique, rows } = share_policy::normalize(&request);
    Ok(format!(r#"{{"ok":true,"unique":{},"rows":{}}}"#, json(&unique), json(&rows)))
}

fn evaluate(call: &Call) -> Result<String, Problem> {
    let request = ShareRequest::parse(request_of(call))?;
    let snapshot = Snapshot::parse(snapshot_of(call))?;
    let evaluation = share_policy::evaluate(&request, &snapshot, &options_of(call))?;
    Ok(format!(r#"{{"ok":true,"evaluation":{}}}"#, json(&evaluation)))
}

fn respond(call: &Call) -> Response {
    let detail = if call.detail { Detail::Evaluation } else { Detail::Wire };
    // The request's faults come before the snapshot's.
    let request = match ShareRequest::parse(request_of(call)) {
        Ok(request) => request,
        Err(problem) => return Response::problem(problem),
    };
    match Snapshot::parse(snapshot_of(call)) {
        Ok(snapshot) => Response::to(&request, &snapshot, &options_of(call), detail),
        Err(problem) => Response::problem(problem),
    }
}

fn snapshot(call: &Call) -> Result<String, Problem> {
    let snapshot = Snapshot::parse(snapshot_of(call))?;
    Ok(json(&Described {
        ok: true,
        document_id: snapshot.document_id().to_string(),
        revision: snapshot.revision(),
        unreadable_addresses: snapshot.unreadable_addresses(),
    }))
}

#[derive(Serialize)]
struct Described<'s> {
    ok: bool,
    document_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<&'s str>,
    unreadable_addresses: u32,
}

fn refused(problem: &Problem) -> String {
    format!(r#"{{"ok":false,"problem":{}}}"#, json(problem))
}

fn request_of(call: &Call) -> &[u8] {
    call.request.as_deref().unwrap_or_default()
}

fn snapshot_of(call: &Call) -> &[u8] {
    call.snapshot.as_deref().unwrap_or_default()
}

fn options_of(call: &Call) -> Options<'_> {
    Options {
        document_id: call.document_id.as_deref(),
        expected_revision: call.expected_revision.as_deref(),
        warnings: call.warnings,
    }
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| Value::String(error.to_string()))
}
