//! Why a request cannot be taken (contract, section 3), as RFC 9457 problem details.

mod json;

use crate::fault::Fault;
use crate::limits::MAX_LISTED_ERRORS;
use crate::messages;
use thiserror::Error;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}: {}", if pointer.is_empty() { "(root)" } else { pointer }, messages::fault(fault))]
pub struct ProblemError {
    /// JSON Pointer (RFC 6901) into the request, for `snapshot_*` into the snapshot.
    pub pointer: String,
    /// What is wrong, with its params.
    pub fault: Fault,
}

/// A request that cannot be taken: every error of the first phase that found one.
///
/// Serialises as `application/problem+json`:
/// `{type, title, status, detail, errors: [{code, pointer, message, …params}], more_errors?}`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.detail())]
pub struct Problem {
    errors: Vec<ProblemError>,
    more_errors: u32,
}

impl Problem {
    /// A problem with one error.
    pub(crate) fn one(pointer: impl Into<String>, fault: impl Into<Fault>) -> Self {
        let error = ProblemError { pointer: pointer.into(), fault: fault.into() };
        Self { errors: vec![error], more_errors: 0 }
    }

    /// A problem with the errors that a walk has collected.
    pub(crate) fn many(errors: Vec<ProblemError>, more_errors: u32) -> Self {
        debug_assert!(errors.len() <= MAX_LISTED_ERRORS);
        Self { errors, more_errors }
    }

    /// What is wrong, at most 100 errors, in the order of the contract.
    #[must_use]
    pub fn errors(&self) -> &[ProblemError] {
        &self.errors
    }

    /// How many errors there are beside those listed.
    #[must_use]
    pub const fn more_errors(&self) -> u32 {
        self.more_errors
    }

    /// The HTTP status that answers it.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.first().map_or(500, Fault::status)
    }

    /// A URI for the kind of problem: `urn:share-policy:problem:malformed_json`.
    #[must_use]
    pub fn type_uri(&self) -> String {
        format!("urn:share-policy:problem:{}", self.kind())
    }

    /// The same problem as a client may see it: of a snapshot that is wrong, the code alone.
    #[must_use]
    pub fn for_client(self) -> Self {
        match self.first() {
            Some(fault) if fault.status() == 500 => {
                let fault = fault.clone();
                Self::one("", Fault::Concealed(fault.code()))
            }
            Some(_) | None => self,
        }
    }

    /// This occurrence: its first error, and how many more there are.
    fn detail(&self) -> String {
        let more = self.errors.len().saturating_sub(1) + self.more_errors as usize;
        let first = self.errors.first();
        first
            .map_or_else(String::new, |error| messages::problem(&error.pointer, &error.fault, more))
    }

    fn title(&self) -> &'static str {
        self.first().map_or("", messages::title)
    }

    /// `invalid_request` for the shape phase, else the code.
    fn kind(&self) -> &'static str {
        match self.first() {
            Some(Fault::Shape(_)) | None => "invalid_request",
            Some(fault) => fault.code(),
        }
    }

    fn first(&self) -> Option<&Fault> {
        self.errors.first().map(|error| &error.fault)
    }
}
