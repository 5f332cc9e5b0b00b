//! What every JavaScript host must show: `tests/node.rs` and `tests/browser.rs` run the same.

mod exchange;

use crate::corpus::{self, Call, Function};
use exchange::{body, number, write};
use js_sys::Uint8Array;
use serde_json::{Value, json};
use share_policy::wasm::{self, AclSnapshot};
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
    let request = || write(corpus::GOOD_REQUEST);
    let snapshot = || bytes(corpus::GOOD_SNAPSHOT);
    let resident = AclSnapshot::parse(snapshot()).unwrap();
    let from_text = plain(wasm::evaluate(request(), snapshot(), None, None, false, false));
    assert_eq!(plain(resident.evaluate(request(), None, None, false, false)), from_text);
    let from_text = reply(wasm::respond(request(), snapshot(), false, None, None, false));
    assert_eq!(reply(resident.respond(request(), false, None, None, false)), from_text);
}

#[wasm_bindgen_test]
fn a_value_that_cannot_be_written_gets_an_answer() {
    let code = |answer: &Value, at: &str| answer.pointer(at).cloned();
    let malformed = Some(json!("malformed_json"));
    let good = || write(corpus::GOOD_REQUEST);
    let first = "/problem/errors/0/code";
    assert_eq!(code(&plain(wasm::validate(None)), first), malformed);
    assert_eq!(code(&plain(wasm::normalize(None)), first), malformed);
    let unread = plain(wasm::evaluate(None, None, None, None, false, true));
    assert_eq!(code(&unread, first), malformed);
    let unread = plain(wasm::evaluate(good(), None, None, None, false, true));
    assert_eq!(code(&unread, "/problem/errors/0/detail"), malformed);
    let refused = reply(wasm::respond(None, None, false, None, None, false));
    assert_eq!(code(&refused, "/body/errors/0/code"), malformed);
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_refused_unread() {
    for (bytes, actual) in [(262_145.0, 262_145), (f64::INFINITY, u64::from(u32::MAX))] {
        let refused = plain(wasm::validate(Some(bytes)));
        assert_eq!(refused.pointer("/problem/errors/0/actual_bytes"), Some(&json!(actual)));
        let pasted = plain(wasm::parse_recipients(bytes, 7));
        assert_eq!(pasted.pointer("/residue/0/actual_bytes"), Some(&json!(actual)));
    }
}

#[wasm_bindgen_test]
fn only_an_evaluation_is_packed() {
    let evaluate = |request: &[u8], packed| {
        let snapshot = bytes(corpus::GOOD_SNAPSHOT);
        number(wasm::evaluate(write(request), snapshot, None, None, false, packed))
    };
    assert_eq!(evaluate(corpus::GOOD_REQUEST, true), 3);
    assert_eq!(evaluate(corpus::GOOD_REQUEST, false), 0);
    assert_eq!(evaluate(b"{}", true), 0);
}

#[wasm_bindgen_test]
fn the_version_is_told() {
    let version = String::from(js_sys::JSON::stringify(&wasm::version()).unwrap());
    let version: Value = serde_json::from_str(&version).unwrap();
    assert_eq!(version, json!(share_policy::VERSION));
}

fn good() -> Value {
    let request = write(corpus::GOOD_REQUEST);
    plain(wasm::evaluate(request, bytes(corpus::GOOD_SNAPSHOT), None, None, false, false))
}

fn answer(call: &Call) -> Value {
    let request = call.request.as_deref().and_then(write);
    let snapshot = call.snapshot.as_deref().and_then(bytes);
    let (document_id, revision) = (call.document_id.clone(), call.expected_revision.clone());
    match call.function {
        Function::Validate => plain(wasm::validate(request)),
        Function::Normalize => plain(wasm::normalize(request)),
        Function::Evaluate => {
            plain(wasm::evaluate(request, snapshot, document_id, revision, call.warnings, false))
        }
        Function::Respond => reply(wasm::respond(
            request,
            snapshot,
            call.detail,
            document_id,
            revision,
            call.warnings,
        )),
        Function::ParseRecipients => {
            let units = u32::try_from(call.text.encode_utf16().count()).unwrap();
            plain(wasm::parse_recipients(write(call.text.as_bytes()).unwrap(), units))
        }
        Function::Snapshot => match AclSnapshot::parse(snapshot) {
            Ok(snapshot) => describe(&snapshot),
            Err(problem) => {
                let problem: Value = serde_json::from_str(&problem.as_string().unwrap()).unwrap();
                json!({ "ok": false, "problem": problem })
            }
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

/// An answer that is a text.
fn plain(answer: usize) -> Value {
    serde_json::from_slice(&body(answer)).unwrap()
}

/// A response with its body read.
fn reply(response: usize) -> Value {
    let status = number(response);
    json!({
        "status": status,
        "content_type": if status == 200 { "application/json" } else { "application/problem+json" },
        "body": plain(response),
    })
}
