//! Strict JSON (RFC 8259): read in one iterative pass over the text into a flat tape, borrowing it; written
//! without white space.

mod escape;
mod integer;
mod malformed;
mod names;
mod parser;
mod reader;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod reference;
mod serializer;
mod strangers;
mod string;
mod tape;
mod writer;

pub(crate) use integer::safe_integer;
pub use malformed::{Malformed, MalformedDetail};
pub(crate) use names::{Names, Symbol};
pub(crate) use parser::parse;
pub(crate) use reader::{Known, Member, Reader};
pub(crate) use serializer::to_vec;
pub(crate) use tape::{Items, Kind, Name, Tape, Value};
pub(crate) use writer::Writer;
