//! Reads the conformance corpus and compares a host's answers with it.
//!
//! One runner for every host: what differs is how a host answers a [`Call`].

mod case;
mod expected;
mod input;
mod sentences;

pub use case::{Call, Function};

use case::read_file;
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
    "shape.json",
    "snapshot-defaults.json",
    "snapshot-faults.json",
];

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
