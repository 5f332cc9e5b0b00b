//! A snapshot that is read while its text comes through the room, piece by piece: none of it is kept.

use super::room::Written;
use crate::Snapshot;
use crate::limits::MAX_SNAPSHOT_BYTES;
use crate::snapshot::Partly;
use std::sync::{Mutex, MutexGuard, PoisonError};

static PARTLY: Mutex<Option<Partly>> = Mutex::new(None);

fn partly() -> MutexGuard<'static, Option<Partly>> {
    PARTLY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads the piece in the room, which begins at byte `from` of `all`. How many bytes have been read: with none, the text
/// has to be read as a whole, and nothing of it is left here.
pub(super) fn read(from: usize, bytes: f64, all: usize) -> usize {
    let mut partly = partly();
    if from == 0 {
        *partly = (all <= MAX_SNAPSHOT_BYTES).then(|| Partly::of_text(all));
    }
    let piece = Written::of(Some(bytes), MAX_SNAPSHOT_BYTES).ok();
    let read = piece.zip(partly.as_mut()).map_or(0, |(piece, partly)| {
        let piece = piece.text();
        partly.read(piece, from + piece.len() == all)
    });
    if read == 0 {
        *partly = None;
    }
    read
}

/// The snapshot of which all pieces have been read.
pub(super) fn finish() -> Option<Snapshot> {
    let partly = partly().take()?;
    partly.finish()
}
