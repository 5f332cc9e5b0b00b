//! The core as the laws use it: JSON in, JSON out.

use serde_json::Value;
use share_policy::{Options, ShareRequest, Snapshot};

/// The core's evaluation as the bytes it is sent in.
pub fn evaluate_text(request: &str, snapshot: &str) -> String {
    evaluate_with(request, snapshot, Options::default())
}

/// The same, with hints beside it.
pub fn evaluate_with_warnings(request: &str, snapshot: &str) -> String {
    evaluate_with(request, snapshot, Options { warnings: true, ..Options::default() })
}

/// The same from a snapshot of which only what the request asks for is read.
pub fn evaluate_once(request: &str, snapshot: &str) -> String {
    let request = accepted(ShareRequest::parse(request.as_bytes()));
    let snapshot = accepted(Snapshot::parse_for(snapshot.as_bytes(), &request));
    text(&accepted(share_policy::evaluate(&request, &snapshot, &Options::default())))
}

fn accepted<T>(answer: Result<T, share_policy::Problem>) -> T {
    answer.unwrap_or_else(|problem| panic!("the core refuses what is valid: {problem:?}"))
}

fn evaluate_with(request: &str, snapshot: &str, options: Options<'_>) -> String {
    let request = accepted(ShareRequest::parse(request.as_bytes()));
    let snapshot = accepted(Snapshot::parse(snapshot.as_bytes()));
    text(&accepted(share_policy::evaluate(&request, &snapshot, &options)))
}

pub fn evaluate(request: &Value, snapshot: &Value) -> Value {
    value(&evaluate_text(&request.to_string(), &snapshot.to_string()))
}

/// The core's `unique` and `rows`.
pub fn normalize(request: &Value) -> Value {
    let request = request.to_string();
    value(&text(&share_policy::normalize(&accepted(ShareRequest::parse(request.as_bytes())))))
}

/// An evaluation without its `error` sentences: every row that failed must have one, no row that
/// succeeded may.
pub fn without_sentences(mut evaluation: Value) -> Value {
    for result in evaluation["results"].as_array_mut().into_iter().flatten() {
        let success = result["success"] == true;
        let sentence = result.as_object_mut().and_then(|result| result.remove("error"));
        match sentence {
            None => assert!(success, "a row that failed has no sentence: {result:#}"),
            Some(Value::String(sentence)) => assert!(
                !success && !sentence.is_empty(),
                "an odd sentence: {sentence:?} {result:#}"
            ),
            Some(other) => panic!("a sentence is a string, not {other}"),
        }
    }
    evaluation
}

/// The same JSON with the members of every object in the opposite order.
pub fn reversed(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let members: Vec<String> = object
                .iter()
                .rev()
                .map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), reversed(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Array(array) => {
            let elements: Vec<String> = array.iter().map(reversed).collect();
            format!("[ {} ]", elements.join(" , "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}

fn text(answer: &impl serde::Serialize) -> String {
    match serde_json::to_string(answer) {
        Ok(text) => text,
        Err(error) => panic!("an answer that cannot be written: {error}"),
    }
}

fn value(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => panic!("the core wrote {text:?}: {error}"),
    }
}
