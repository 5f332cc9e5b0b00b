//! Every English sentence, by code. Codes are the contract; these may change and be translated.

mod outcome;
mod paste;
mod problem;
mod warning;

pub(crate) use outcome::{outcome, wire};
pub(crate) use paste::residue;
pub(crate) use problem::{fault, problem, title};
pub(crate) use warning::warning;

/// Where a row stands, as people count.
const fn number(index: u32) -> u32 {
    index.saturating_add(1)
}
