use super::path::Path;
use crate::fault::{Fault, ShapeFault, SnapshotFault};
use crate::limits::MAX_LISTED_ERRORS;
use crate::problem::{Problem, ProblemError};

/// Which document is read: the same fault has another code in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Document {
    Request,
    Snapshot,
}

/// The faults that a walk has met, in its order: the first hundred, and a count of the rest.
pub(crate) struct Faults {
    document: Document,
    listed: Vec<ProblemError>,
    more: u32,
}

impl Faults {
    pub(crate) const fn new(document: Document) -> Self {
        Self { document, listed: Vec::new(), more: 0 }
    }

    #[cold]
    pub(crate) fn shape(&mut self, path: &Path<'_>, fault: ShapeFault) {
        match self.document {
            Document::Request => self.report(path, Fault::Shape(fault)),
            Document::Snapshot => self.snapshot(path, SnapshotFault::Shape(fault)),
        }
    }

    #[cold]
    pub(crate) fn snapshot(&mut self, path: &Path<'_>, fault: SnapshotFault) {
        self.report(path, Fault::SnapshotInvalid(fault));
    }

    /// Whether another fault would be listed, not only counted.
    pub(crate) fn has_room(&self) -> bool {
        self.listed.len() < MAX_LISTED_ERRORS
    }

    #[inline(never)]
    fn report(&mut self, path: &Path<'_>, fault: Fault) {
        if self.has_room() {
            self.listed.push(ProblemError { pointer: path.pointer(), fault });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// What the walk has read, unless it met a fault.
    pub(crate) fn accept<T>(self, read: Option<T>) -> Result<T, Problem> {
        match read {
            Some(read) if self.listed.is_empty() => Ok(read),
            Some(_) | None => Err(Problem::many(self.listed, self.more)),
        }
    }
}
