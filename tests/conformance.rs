//! The corpus, on the native library.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what panics here fails the test")]

mod corpus;

use corpus::{Call, Function};
use serde::Serialize;
use serde_json::{Value, json};
use share_policy::{Detail, Options, Problem, Response, ShareRequest, Snapshot};
use std::collections::BTreeSet;

#[test]
fn every_case_of_the_corpus() {
    match corpus::run(answer) {
        Ok(count) => println!("corpus: {count} cases"),
        Err(faults) => panic!("{faults}"),
    }
}

#[test]
fn the_next_call_works_after_every_case() {
    let good =
        || evaluate(corpus::GOOD_REQUEST, corpus::GOOD_SNAPSHOT, &Options::default()).unwrap();
    let count = corpus::each_then(|call| drop(answer(call)), good);
    assert!(count.unwrap() > 0);
}

#[test]
fn every_code_of_the_contract_occurs_in_the_corpus() {
    let corpus = corpus::expectations().unwrap();
    let missing: Vec<_> =
        WORDS.split_whitespace().filter(|word| !corpus.contains(&format!("\"{word}\""))).collect();
    assert!(missing.is_empty(), "nothing in the corpus shows {missing:?}");
}

/// Every code, detail, reason and param of sections 3, 4, 7, 9 and 10.
const WORDS: &str = "
    input_too_large max_bytes actual_bytes
    malformed_json syntax encoding duplicate_key depth offset line column
    unknown_field suggestion missing_required_field invalid_type expected actual
    too_few_items min too_many_items max invalid_enum_value allowed
    identifier_not_exactly_one found invalid_id_format expected_prefix text_too_long more_errors
    snapshot_version_unsupported supported snapshot_invalid invalid_domain inconsistent reason
    snapshot_mismatch snapshot_stale sharing_not_allowed no_role caller_inactive
    document_unavailable state organization_disabled capability_denied below_minimum_role
    empty too_long control_character missing_at multiple_at quoted_local display_name comment
    ip_literal local_empty local_non_ascii local_character local_dot local_too_long domain_empty
    domain_trailing_dot domain_dotless domain_tld domain_invisible_character domain_invalid
    domain_too_long
    invalid_email duplicate_recipient duplicate_of same_role recipient_is_caller
    recipient_is_owner role_exceeds_ceiling requested_role max_role rule owner_only own_role
    recipient_kind_not_allowed kind external_sharing_disabled domain_blocked domain
    domain_not_allowed role_not_allowed_for_recipient class external invite bot
    recipient_not_found recipient_ambiguous recipient_inactive status recipient_blocked
    already_has_access current_role comparison same lower higher limit_reached limit used
    indeterminate missing account address organization entries granted invited grant notify also
    recipients residue display span bytes utf16 unclosed_quote unclosed_angle empty_group
    external_recipient email_normalized from similar_domain idn_domain possible_same_mailbox of
    plus_tag gmail_dots message_ignored message_control_character limit_nearly_reached
    display_name_contains_address warnings
";

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
        warnings: call.warnings,
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
        Function::ParseRecipients => return plain(&share_policy::parse_recipients(&call.text)),
        Function::Respond => return respond(request, snapshot, &options, call.detail),
    };
    answer.unwrap_or_else(refused)
}

fn evaluate(request: &[u8], text: &[u8], options: &Options<'_>) -> Result<Value, Problem> {
    let request = ShareRequest::parse(request)?;
    let snapshot = Snapshot::parse(text)?;
    let evaluation = share_policy::evaluate(&request, &snapshot, options)?;
    let response = Response::to(&request, &snapshot, options, Detail::Evaluation);
    assert_eq!(response.body, serde_json::to_vec(&evaluation).unwrap());
    if !options.warnings {
        let once = Snapshot::parse_for(text, &request)?;
        assert_eq!(Response::to(&request, &once, options, Detail::Evaluation), response);
    }
    Ok(json!({ "ok": true, "evaluation": plain(&evaluation) }))
}

/// The library has a writer of its own: it and serde_json write the same bytes.
fn refused(problem: Problem) -> Value {
    let refused = json!({ "ok": false, "problem": problem });
    if problem.status() < 500 {
        let written = serde_json::to_vec(&problem).unwrap();
        assert_eq!(Response::problem(problem).body, written);
    }
    refused
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
        (Err(problem), _) | (Ok(_), Err(problem)) => Response::problem(problem),
    };
    let body: Value = serde_json::from_slice(&response.body).unwrap();
    json!({ "status": response.status, "content_type": response.content_type, "body": body })
}

fn plain<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}
