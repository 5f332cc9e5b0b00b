//! Validates document-sharing requests, normalises and deduplicates their recipients, and decides every
//! recipient's outcome from an ACL snapshot: the same answer, byte for byte, in browsers, edge workers,
//! Node and native Rust.
//!
//! | question | needs | ask |
//! |---|---|---|
//! | Is this a well-formed request? | the request | [`ShareRequest::parse`] |
//! | Which distinct recipients does it name? | the request | [`normalize`] |
//! | Whom does a pasted text name? | the text | [`parse_recipients`] |
//! | What happens to each recipient? | and a [`Snapshot`] | [`evaluate`], or [`respond`] from bytes to bytes |
//!
//! Nothing here reads a clock, a random source, a file or a locale.

mod email;
mod envelope;
mod evaluate;
mod fault;
mod id;
mod json;
mod kind;
mod limits;
mod messages;
mod normalize;
mod order;
mod outcome;
mod paste;
mod problem;
mod request;
mod respond;
mod role;
mod shape;
mod snapshot;
mod status;
mod truth;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod vectors;
mod version;
mod warning;
#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod wasm;
mod wire;
mod word;

pub use email::{DomainPattern, EmailAddress, EmailFault};
pub use evaluate::{Action, Evaluation, Grant, Options, Principal, RowResult, evaluate};
pub use fault::{EnvelopeFault, Fault, Inconsistency, Refusal, ShapeFault, SnapshotFault};
pub use id::{BotId, DocumentId, InvalidId, OrganizationId, UserId};
pub use json::{Malformed, MalformedDetail};
pub use kind::RecipientKind;
pub use normalize::{Identity, Normalized, RowFault, RowReason, UniqueRecipient, normalize};
pub use outcome::{CeilingRule, Class, Code, Comparison, Failure, Outcome};
pub use paste::{ParsedIdentity, ParsedRecipient, Pasted, Reason, Residue, Span, parse_recipients};
pub use problem::{Problem, ProblemError};
pub use request::{Identifier, Recipient, ShareRequest};
pub use respond::{Detail, Response, respond};
pub use role::{CallerRole, Role};
pub use snapshot::Snapshot;
pub use status::{DocumentState, Status};
pub use truth::{Fact, Facts};
pub use version::{VERSION, Version};
pub use warning::{Hint, MailboxRule, Warning};

/// Runs the Rust example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
