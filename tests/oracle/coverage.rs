//! Is the space of generated cases wide enough? Counts what the oracle answers over a fixed sample.

use std::collections::BTreeMap;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::facts::{list, text};
use super::generate::{Case, case};

pub const FAILURES: [&str; 17] = [
    "invalid_email",
    "duplicate_recipient",
    "recipient_is_caller",
    "recipient_is_owner",
    "role_exceeds_ceiling",
    "recipient_kind_not_allowed",
    "external_sharing_disabled",
    "domain_blocked",
    "domain_not_allowed",
    "role_not_allowed_for_recipient",
    "recipient_not_found",
    "recipient_ambiguous",
    "recipient_inactive",
    "recipient_blocked",
    "already_has_access",
    "limit_reached",
    "indeterminate",
];

const SUCCESSES: [&str; 2] = ["granted", "invited"];
const MISSING: [&str; 4] = ["account", "address", "organization", "entries"];

const SAMPLES: usize = 2_000;
const AT_LEAST: usize = 10;

/// The same cases in every run.
pub fn sample(count: usize) -> Vec<Case> {
    let mut runner = TestRunner::deterministic();
    let strategy = case();
    (0..count)
        .map(|_| match strategy.new_tree(&mut runner) {
            Ok(tree) => tree.current(),
            Err(reason) => panic!("no case could be generated: {reason}"),
        })
        .collect()
}

/// Each code, each code in `also` and each missing fact with the number of rows that show it.
fn counts() -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let mut count = |what: String| *counts.entry(what).or_insert(0) += 1;
    for case in sample(SAMPLES) {
        for result in list(&super::evaluate(&case.request, &case.snapshot)["results"]) {
            count(format!("code {}", text(&result["code"], "")));
            for code in list(&result["also"]) {
                count(format!("also {}", text(code, "")));
            }
            for fact in list(&result["params"]["missing"]) {
                count(format!("missing {}", text(fact, "")));
            }
            let missing = list(&result["params"]["missing"]);
            if let [only] = missing {
                count(format!("only missing {}", text(only, "")));
            }
            if let Some(detail) = result["params"]["detail"].as_str() {
                count(format!("detail {detail}"));
            }
        }
    }
    counts
}

/// Every code, every code that can stand in `also` and every missing fact is met.
pub fn every_outcome_is_generated() {
    let counts = counts();
    let mut wanted = Vec::new();
    for code in FAILURES.iter().chain(&SUCCESSES) {
        wanted.push(format!("code {code}"));
    }
    // Nothing goes before rules 1 and 2 but rule 1 itself, an earlier success is never the caller,
    // and rules 16 and 17 stand alone: those codes are never in `also`.
    for code in &FAILURES[3..15] {
        wanted.push(format!("also {code}"));
    }
    for fact in MISSING {
        wanted.push(format!("missing {fact}"));
        wanted.push(format!("only missing {fact}"));
    }
    for (what, times) in &counts {
        println!("{times:6} {what}");
    }
    for what in wanted {
        let times = counts.get(&what).copied().unwrap_or(0);
        assert!(times >= AT_LEAST, "{what}: only {times} times in {SAMPLES} cases\n{counts:#?}");
    }
}
