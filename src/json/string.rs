//! Where a string ends.

use super::escape::{hex4, join};
use super::malformed::{Found, MalformedDetail};
use crate::word::plain_end;

/// The place of the quotation mark that closes a string, of which the inside begins at `start`; and whether it is
/// plain: holds no escape.
#[inline(always)]
pub(super) fn end(text: &[u8], start: usize) -> Result<(usize, bool), Found> {
    let end = plain_end(text, start);
    match text.get(end) {
        Some(b'"') => Ok((end, true)),
        Some(_) | None => Ok((end_behind_escapes(text, end)?, false)),
    }
}

#[inline(never)]
fn end_behind_escapes(text: &[u8], start: usize) -> Result<usize, Found> {
    let mut at = start;
    loop {
        match text.get(at) {
            Some(b'"') => return Ok(at),
            Some(b'\\') => at = plain_end(text, escape_end(text, at)?),
            Some(_) | None => return Err(Found { detail: MalformedDetail::Syntax, at }),
        }
    }
}

/// The end of the escape that begins here.
fn escape_end(text: &[u8], at: usize) -> Result<usize, Found> {
    match text.get(at + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
        Some(b'u') => unicode_end(text, at),
        Some(_) | None => Err(Found { detail: MalformedDetail::Syntax, at: at + 1 }),
    }
}

fn unicode_end(text: &[u8], at: usize) -> Result<usize, Found> {
    let high = unit(text, at + 2)?;
    if !(0xD800..0xE000).contains(&high) {
        return Ok(at + 6);
    }
    let paired = text.get(at + 6..at + 8) == Some(b"\\u");
    if high < 0xDC00 && paired && join(high, unit(text, at + 8)?).is_some() {
        return Ok(at + 12);
    }
    Err(Found { detail: MalformedDetail::Encoding, at })
}

fn unit(text: &[u8], at: usize) -> Result<u32, Found> {
    let digits = text.get(at..).unwrap_or_default();
    hex4(digits).map_err(|good| Found { detail: MalformedDetail::Syntax, at: at + good })
}
