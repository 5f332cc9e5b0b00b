//! Reads the conformance corpus and compares a host's answers with it.
//!
//! One runner for every host: what differs is how a host answers a [`Call`].

mod case;
mod expected;
mod input;
mod sentences;

pub use case::{Call, Function};

use case::{read_calls, read_file};
use serde_json::Value;
use std::collections::BTreeSet;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Every file of the corpus, by name and text.
        pub const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../conformance/", $name)))),*];
    };
}

files![
    "authority.json",
    "email.json",
    "envelope.json",
    "normalize.json",
    "outcome-access.json",
    "outcome-answer.json",
    "outcome-blocked.json",
    "outcome-ceiling.json",
    "outcome-directory.json",
    "outcome-domains.json",
    "outcome-duplicates.json",
    "outcome-external.json",
    "outcome-identity.json",
    "outcome-kinds.json",
    "outcome-limits.json",
    "outcome-max-role.json",
    "outcome-notify.json",
    "outcome-order.json",
    "outcome-respond.json",
    "outcome-unknown.json",
    "paste.json",
    "shape.json",
    "snapshot-defaults.json",
    "snapshot-faults.json",
    "warnings.json",
];

/// A call that must get the same answer whatever came before it.
pub const GOOD_REQUEST: &[u8] = br#"{"recipients":[
    {"role":"viewer","email":"Ann@example.com"},
    {"role":"admin","user_id":"usr_01h455vb4pex5vsknk084sn02r"},
    {"role":"viewer","email":"nobody"}
]}"#;
/// Its snapshot.
pub const GOOD_SNAPSHOT: &[u8] = br#"{
    "revision": "7",
    "document": {"id":"doc_01h455vb4pex5vsknk084sn02q","owner":"usr_01h455vb4pex5vsknk084sn02q"},
    "caller": {"user_id":"usr_01h455vb4pex5vsknk084sn02q","role":"owner"},
    "entries": [{"email":"ann@example.com","role":"admin"}],
    "limits": [{"name":"seats","max":9007199254740991,"used":1,"applies_to":"all"}]
}"#;

/// Makes each call of the corpus, and after each the good one; gives how many there were.
pub fn each_then(call: impl Fn(&Call), good: impl Fn() -> Value) -> Result<usize, String> {
    let before = good();
    if before.pointer("/evaluation/successful") != Some(&Value::from(1)) {
        return Err(format!("the good call is not: {before}"));
    }
    let mut count = 0;
    for (file, text) in FILES {
        for case in read_file(file, text)? {
            call(&case.call);
            if good() != before {
                return Err(format!("after {file}: {} the good call gets {}", case.name, good()));
            }
            count += 1;
        }
    }
    Ok(count)
}

/// Every call of the corpus, and then of a file of cases that expect nothing, by the names of the cases.
#[allow(dead_code, reason = "asked by the native host of the matrix")]
pub fn calls_and(file: &str, text: &str) -> Result<Vec<(String, Call)>, String> {
    let mut calls = Vec::new();
    for (file, text) in FILES {
        calls.extend(read_file(file, text)?.into_iter().map(|case| (case.name, case.call)));
    }
    calls.extend(read_calls(file, text)?);
    Ok(calls)
}

/// All that the corpus expects, as one text.
#[allow(dead_code, reason = "asked once, natively")]
pub fn expectations() -> Result<String, String> {
    let mut text = String::new();
    for (file, content) in FILES {
        for case in read_file(file, content)? {
            text.extend(case.expected.or(case.outline).map(|expected| expected.to_string()));
        }
    }
    Ok(text)
}

/// Runs every case; gives how many agreed, or every disagreement.
pub fn run(answer: impl Fn(&Call) -> Value) -> Result<usize, String> {
    let mut names = BTreeSet::new();
    let mut faults = Vec::new();
    let mut count = 0;
    for (file, text) in FILES {
        for case in read_file(file, text)? {
            if !names.insert(case.name.clone()) {
                faults.push(format!("{file}: the name {} is used twice", case.name));
            }
            count += 1;
            if let Err(fault) = expected::compare(&case, answer(&case.call)) {
                faults.push(format!("{file}: {}: {fault}", case.name));
            }
        }
    }
    if count == 0 {
        return Err("the corpus holds no case".to_owned());
    }
    if faults.is_empty() { Ok(count) } else { Err(faults.join("\n\n")) }
}
