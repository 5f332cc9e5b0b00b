//! Reading a parsed text as a document of a known shape, collecting every fault on the way.

mod faults;
mod located;
mod object;
mod path;
mod schema;
mod suggestion;

pub(crate) use faults::{Document, Faults};
pub(crate) use located::Located;
pub(crate) use object::Object;
pub(crate) use path::Path;
pub(crate) use schema::{NAMES, Schema, symbol};
