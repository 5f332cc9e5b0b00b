//! Every English sentence, by code. Codes are the contract; these may change and be translated.

mod outcome;
mod problem;

pub(crate) use outcome::{outcome, wire};
pub(crate) use problem::{fault, problem, title};
