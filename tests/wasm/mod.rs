//! What every JavaScript host must show: `tests/node.rs` and `tests/browser.rs` run the same.

use crate::corpus::{self, Call, Function};
use js_sys::{Array, Uint8Array};
use serde_json::{Value, json};
use share_policy::wasm::{self, AclSnapshot};
use wasm_bindgen::{JsCast, JsValue};
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
    let request = || bytes(corpus::GOOD_REQUEST);
    let snapshot = || bytes(corpus::GOOD_SNAPSHOT);
    let resident = AclSnapshot::parse(snapshot()).unwrap();
    let from_text = wasm::evaluate(request(), snapshot(), None, None, false);
    assert_eq!(resident.evaluate(request(), None, None, false), from_text);
    let from_text = wasm::respond(request(), snapshot(), false, None, None, false);
    assert_eq!(reply(&resident.respond(request(), false, None, None, false)), reply(&from_text));
}

#[wasm_bindgen_test]
fn a_value_that_cannot_be_written_gets_an_answer() {
    let code = |answer: &Value, at: &str| answer.pointer(at).cloned();
    let malformed = Some(json!("malformed_json"));
    let good = || bytes(corpus::GOOD_REQUEST);
    let first = "/problem/errors/0/code";
    assert_eq!(code(&plain(&wasm::validate(None)), first), malformed);
    assert_eq!(code(&plain(&wasm::normalize(None)), first), malformed);
    assert_eq!(code(&plain(&wasm::evaluate(None, None, None, None, false)), first), malformed);
    let unread = plain(&wasm::evaluate(good(), None, None, None, false));
    assert_eq!(code(&unread, "/problem/errors/0/detail"), malformed);
    let refused = reply(&wasm::respond(None, None, false, None, None, false));
    assert_eq!(code(&refused, "/body/errors/0/code"), malformed);
}

#[wasm_bindgen_test]
fn the_version_is_told() {
    let version = js_sys::JSON::stringify(&wasm::version()).unwrap();
    assert_eq!(plain(&String::from(version)), json!(share_policy::VERSION));
}

fn good() -> Value {
    plain(&wasm::evaluate(
        bytes(corpus::GOOD_REQUEST),
        bytes(corpus::GOOD_SNAPSHOT),
        None,
        None,
        false,
    ))
}

fn answer(call: &Call) -> Value {
    let request = call.request.as_deref().and_then(bytes);
    let snapshot = call.snapshot.as_deref().and_then(bytes);
    let (document_id, revision) = (call.document_id.clone(), call.expected_revision.clone());
    match call.function {
        Function::Validate => plain(&wasm::validate(request)),
        Function::Normalize => plain(&wasm::normalize(request)),
        Function::Evaluate => {
            plain(&wasm::evaluate(request, snapshot, document_id, revision, call.warnings))
        }
        Function::Respond => reply(&wasm::respond(
            request,
            snapshot,
            call.detail,
            document_id,
            revision,
            call.warnings,
        )),
        Function::ParseRecipients => {
            let units = u32::try_from(call.text.encode_utf16().count()).unwrap();
            plain(&wasm::parse_recipients(&Uint8Array::from(call.text.as_bytes()), units))
        }
        Function::Snapshot => match AclSnapshot::parse(snapshot) {
            Ok(snapshot) => describe(&snapshot),
            Err(problem) => json!({ "ok": false, "problem": plain(&problem.as_string().unwrap()) }),
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

fn bytes(text: &[u8]) -> Option<Uint8Array> {
    Some(text.into())
}

fn plain(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A response with its body read.
fn reply(response: &JsValue) -> Value {
    let (status, body) = match response.dyn_ref::<Array>() {
        Some(problem) => (problem.get(0).as_f64().unwrap() as u16, problem.get(1)),
        None => (200, response.clone()),
    };
    json!({
        "status": status,
        "content_type": if status == 200 { "application/json" } else { "application/problem+json" },
        "body": serde_json::from_slice::<Value>(&Uint8Array::new(&body).to_vec()).unwrap(),
    })
}
