//! The first phase of reading a text (contract, section 2): its size, then its syntax.

use crate::fault::EnvelopeFault;
use crate::json::{self, Tape};
use crate::shape::NAMES;

/// Parses a text of at most `max` bytes.
pub(crate) fn open(text: &[u8], max: usize) -> Result<Tape<'_>, EnvelopeFault> {
    check_size(text.len(), max)?;
    json::parse(text, &NAMES).map_err(EnvelopeFault::Malformed)
}

/// Looks at a text's size alone.
pub(crate) const fn check_size(size: usize, max: usize) -> Result<(), EnvelopeFault> {
    if size > max {
        let (max_bytes, actual_bytes) = (max as u64, size as u64);
        return Err(EnvelopeFault::TooLarge { max_bytes, actual_bytes });
    }
    Ok(())
}
