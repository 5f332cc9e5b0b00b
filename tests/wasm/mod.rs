//! What every JavaScript host must show: `tests/node.rs` and `tests/browser.rs` run the same.

use crate::corpus::{self, Call, Function};
use serde_json::{Value, json};
use share_policy::wasm::{self, AclSnapshot};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

#[wasm_bindgen_test]
fn every_case_of_the_corpus() {
    match corpus::run(answer) {
        Ok(count) => console_log!("corpus: {count} cases"),
        Err(faults) => panic!("{faults}"),
    }
}

#[wasm_bindgen_test]
fn the_next_call_works_after_every_case() {
    match corpus::each_then(|call| drop(answer(call)), good) {
        Ok(count) => assert!(count > 0),
        Err(fault) => panic!("{fault}"),
    }
}

#[wasm_bindgen_test]
fn a_resident_snapshot_answers_as_a_text_does() {
    let (request, snapshot) = (corpus::GOOD_REQUEST.to_vec(), corpus::GOOD_SNAPSHOT.to_vec());
    let resident = AclSnapshot::parse(Some(snapshot.clone())).unwrap();
    let from_text = wasm::evaluate(Some(request.clone()), Some(snapshot.clone()), None, None);
    assert_eq!(plain(&resident.evaluate(Some(request.clone()), None, None)), plain(&from_text));
    let from_text = wasm::respond(Some(request.clone()), Some(snapshot), false, None, None);
    assert_eq!(reply(&resident.respond(Some(request), false, None, None)), reply(&from_text));
}

#[wasm_bindgen_test]
fn a_value_that_cannot_be_written_gets_an_answer() {
    let code = |answer: &Value, at: &str| answer.pointer(at).cloned();
    let malformed = Some(json!("malformed_json"));
    let good = || Some(corpus::GOOD_REQUEST.to_vec());
    let first = "/problem/errors/0/code";
    assert_eq!(code(&plain(&wasm::validate(None)), first), malformed);
    assert_eq!(code(&plain(&wasm::normalize(None)), first), malformed);
    assert_eq!(code(&plain(&wasm::evaluate(None, None, None, None)), first), malformed);
    let unread = plain(&wasm::evaluate(good(), None, None, None));
    assert_eq!(code(&unread, "/problem/errors/0/detail"), malformed);
    let refused = reply(&wasm::respond(None, None, false, None, None));
    assert_eq!(code(&refused, "/body/errors/0/code"), malformed);
}

#[wasm_bindgen_test]
fn the_version_is_told() {
    let version = plain(&wasm::version());
    assert_eq!(version, json!(share_policy::VERSION));
}

fn good() -> Value {
    let (request, snapshot) = (corpus::GOOD_REQUEST.to_vec(), corpus::GOOD_SNAPSHOT.to_vec());
    plain(&wasm::evaluate(Some(request), Some(snapshot), None, None))
}

fn answer(call: &Call) -> Value {
    let (request, snapshot) = (call.request.clone(), call.snapshot.clone());
    let (document_id, revision) = (call.document_id.clone(), call.expected_revision.clone());
    match call.function {
        Function::Validate => plain(&wasm::validate(request)),
        Function::Normalize => plain(&wasm::normalize(request)),
        Function::Evaluate => plain(&wasm::evaluate(request, snapshot, document_id, revision)),
        Function::Respond => {
            reply(&wasm::respond(request, snapshot, call.detail, document_id, revision))
        }
        Function::Snapshot => match AclSnapshot::parse(snapshot) {
            Ok(snapshot) => describe(&snapshot),
            Err(problem) => json!({ "ok": false, "problem": plain(&problem) }),
        },
    }
}

fn describe(snapshot: &AclSnapshot) -> Value {
    let mut described = json!({ "ok": true, "document_id": snapshot.document_id() });
    if let Some(revision) = snapshot.revision() {
        described["revision"] = json!(revision);
    }
    described["unreadable_addresses"] = json!(snapshot.unreadable_addresses());
    described
}

/// What `JSON.stringify` says of a value.
fn plain(value: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(value).unwrap();
    serde_json::from_str(&text.as_string().unwrap()).unwrap()
}

/// A response with its body read.
fn reply(response: &JsValue) -> Value {
    let member = |name: &str| js_sys::Reflect::get(response, &name.into()).unwrap();
    let body = js_sys::Uint8Array::new(&member("body")).to_vec();
    json!({
        "status": plain(&member("status")),
        "content_type": plain(&member("contentType")),
        "body": serde_json::from_slice::<Value>(&body).unwrap(),
    })
}
