//! Strict JSON (RFC 8259): one iterative pass over the text into a flat tape, borrowing it.

mod escape;
mod integer;
mod malformed;
mod members;
mod parser;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod reference;
mod tape;

pub(crate) use integer::safe_integer;
pub use malformed::{Malformed, MalformedDetail};
pub(crate) use parser::parse;
pub(crate) use tape::{Kind, Tape, Value};
