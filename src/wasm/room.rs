//! Where the JavaScript side writes a request, or a pasted text, before it asks about it.
//!
//! The place is always the same, and nothing is written there by the module. Of a text that does not fit the length
//! alone is told: it is refused, and memory of the module never shrinks.

use crate::envelope::check_size;
use crate::fault::EnvelopeFault;
use crate::limits::{MAX_PASTE_BYTES, MAX_REQUEST_BYTES};
use std::sync::{Mutex, MutexGuard, PoisonError};

const BYTES: usize =
    if MAX_PASTE_BYTES > MAX_REQUEST_BYTES { MAX_PASTE_BYTES } else { MAX_REQUEST_BYTES };

type Room = MutexGuard<'static, [u8; BYTES]>;

static ROOM: Mutex<[u8; BYTES]> = Mutex::new([0; BYTES]);

fn room() -> Room {
    ROOM.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Its address and its size.
pub(super) fn place() -> [u32; 2] {
    [room().as_mut_ptr() as u32, BYTES as u32]
}

/// The text that was written last.
pub(super) struct Written {
    room: Room,
    bytes: usize,
}

impl Written {
    /// A text of so many bytes, or of none when `JSON.stringify` could not write it.
    pub(super) fn of(bytes: Option<f64>, max: usize) -> Result<Self, EnvelopeFault> {
        let bytes = bytes.ok_or(EnvelopeFault::Unwritable)? as usize;
        check_size(bytes, max)?;
        Ok(Self { room: room(), bytes })
    }

    pub(super) fn text(&self) -> &[u8] {
        self.room.get(..self.bytes).unwrap_or_default()
    }
}
