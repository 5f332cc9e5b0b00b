//! The corpus, on the native library.
#![cfg(not(target_arch = "wasm32"))]

mod corpus;

use corpus::{Call, Function};
use serde::Serialize;
use serde_json::{Value, json};
use share_policy::{Detail, Options, Problem, ShareRequest, Snapshot};
use std::collections::BTreeSet;

#[test]
fn every_case_of_the_corpus() {
    match corpus::run(answer) {
        Ok(count) => println!("corpus: {count} cases"),
        Err(faults) => panic!("{faults}"),
    }
}

#[test]
fn every_file_of_the_corpus_is_run() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let found: BTreeSet<String> = names.map(|name| name.into_string().unwrap()).collect();
    let run = corpus::FILES.iter().map(|(name, _)| (*name).to_owned());
    let run: BTreeSet<String> = run.chain(["README.md".to_owned()]).collect();
    assert_eq!(run, found);
}

fn answer(call: &Call) -> Value {
    let request = call.request.as_deref().unwrap_or_default();
    let snapshot = call.snapshot.as_deref().unwrap_or_default();
    let options = Options {
        document_id: call.document_id.as_deref(),
        expected_revision: call.expected_revision.as_deref(),
    };
    let answer = match call.function {
        Function::Validate => ShareRequest::parse(request).map(|request| {
            json!({ "ok": true, "request": request, "rows": share_policy::normalize(&request).rows })
        }),
        Function::Normalize => ShareRequest::parse(request).map(|request| {
            let normalized = share_policy::normalize(&request);
            json!({ "ok": true, "unique": normalized.unique, "rows": normalized.rows })
        }),
        Function::Evaluate => evaluate(request, snapshot, &options),
        Function::Snapshot => Snapshot::parse(snapshot).map(|snapshot| describe(&snapshot)),
        Function::Respond => return respond(request, snapshot, &options, call.detail),
    };
    answer.unwrap_or_else(|problem| json!({ "ok": false, "problem": problem }))
}

fn evaluate(request: &[u8], snapshot: &[u8], options: &Options<'_>) -> Result<Value, Problem> {
    let request = ShareRequest::parse(request)?;
    let snapshot = Snapshot::parse(snapshot)?;
    let evaluation = share_policy::evaluate(&request, &snapshot, options)?;
    Ok(json!({ "ok": true, "evaluation": plain(&evaluation) }))
}

fn describe(snapshot: &Snapshot) -> Value {
    let mut described = json!({ "ok": true, "document_id": snapshot.document_id() });
    if let Some(revision) = snapshot.revision() {
        described["revision"] = json!(revision);
    }
    described["unreadable_addresses"] = json!(snapshot.unreadable_addresses());
    described
}

fn respond(body: &[u8], snapshot: &[u8], options: &Options<'_>, detail: bool) -> Value {
    let detail = if detail { Detail::Evaluation } else { Detail::Wire };
    let response = match (ShareRequest::parse(body), Snapshot::parse(snapshot)) {
        (Ok(_), Ok(snapshot)) => share_policy::respond(body, &snapshot, options, detail),
        (Err(problem), _) | (Ok(_), Err(problem)) => share_policy::Response::problem(problem),
    };
    let body: Value = serde_json::from_slice(&response.body).unwrap();
    json!({ "status": response.status, "content_type": response.content_type, "body": body })
}

fn plain<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}
