//! The second implementation of sections 6 and 7 of the contract, and of the shape of the
//! evaluation in section 8: quadratic, obvious, sharing nothing with `src`.
//!
//! Input is taken to be valid (sections 2, 3 and 5) and allowed (the authority phase), so there
//! are no errors here, only outcomes.

pub mod coverage;
mod directory_examples;
pub mod email;
pub mod evaluate;
mod examples;
pub mod facts;
pub mod generate;
mod generate_policy;
mod generate_snapshot;
mod policy_examples;
mod policy_rules;
pub mod rules;
pub mod truth;
pub mod universe;

pub use evaluate::evaluate;
