//! The core against a second implementation written from the contract alone (`oracle/`), and the
//! laws by name. `PROPTEST_CASES=100000 cargo test --test oracle` looks harder.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the oracle and the laws are plain test code: a wrong index fails the test"
)]

#[path = "oracle/laws.rs"]
mod laws;
#[path = "oracle/mod.rs"]
mod reference;
#[path = "oracle/subject.rs"]
mod subject;

use proptest::prelude::*;

use reference::generate::{case, config};

proptest! {
    #![proptest_config(config(1_000))]

    /// The core answers what the contract's text says.
    #[test]
    fn core_and_oracle_agree(case in case()) {
        let expected = reference::evaluate(&case.request, &case.snapshot);
        let actual = subject::without_sentences(subject::evaluate(&case.request, &case.snapshot));
        prop_assert_eq!(actual, expected, "left: the core, right: the oracle");
    }
}

#[test]
fn every_outcome_is_generated() {
    reference::coverage::every_outcome_is_generated();
}
