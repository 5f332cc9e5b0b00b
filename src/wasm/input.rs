//! What a caller handed over; none for a value that `JSON.stringify` could not write.

use super::room::Written;
use crate::envelope::check_size;
use crate::fault::{EnvelopeFault, SnapshotFault};
use crate::limits::{MAX_REQUEST_BYTES, MAX_SNAPSHOT_BYTES};
use crate::problem::Problem;
use crate::{ShareRequest, Snapshot};
use js_sys::Uint8Array;

/// A request that was written into the room.
pub(super) struct Request(Result<Written, EnvelopeFault>);

impl Request {
    pub(super) fn of(bytes: Option<f64>) -> Self {
        Self(Written::of(bytes, MAX_REQUEST_BYTES))
    }

    pub(super) fn read(&self) -> Result<ShareRequest<'_>, Problem> {
        match &self.0 {
            Ok(written) => ShareRequest::parse(written.text()),
            Err(fault) => Err(Problem::one("", *fault)),
        }
    }
}

/// A snapshot that a caller handed over. One that is too large is not copied in: memory of the module never shrinks.
pub(super) struct SnapshotText(Result<Vec<u8>, EnvelopeFault>);

impl SnapshotText {
    pub(super) fn of(text: Option<Uint8Array>) -> Self {
        Self(text.ok_or(EnvelopeFault::Unwritable).and_then(|bytes| {
            check_size(bytes.length() as usize, MAX_SNAPSHOT_BYTES)?;
            Ok(bytes.to_vec())
        }))
    }

    /// A snapshot for one request; hints look at all of it.
    pub(super) fn read_for(
        &self,
        request: &ShareRequest<'_>,
        warnings: bool,
    ) -> Result<Snapshot, Problem> {
        match &self.0 {
            Ok(bytes) if !warnings => Snapshot::parse_for(bytes, request),
            Ok(_) | Err(_) => self.read(),
        }
    }

    pub(super) fn read(&self) -> Result<Snapshot, Problem> {
        match &self.0 {
            Ok(bytes) => Snapshot::parse(bytes),
            Err(fault) => Err(Problem::one("", SnapshotFault::Envelope(*fault))),
        }
    }
}
