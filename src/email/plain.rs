//! Most addresses are plain: one look at each byte shows that they are canonical as they stand.

use super::recent::Recent;
use crate::limits::{MAX_ADDRESS_OCTETS, MAX_LOCAL_OCTETS};
use crate::word::{alphanumeric_end, letters_end};

const MAX_LABEL_OCTETS: usize = 63;

/// RFC 5322, section 3.2.3.
const fn is_atext(byte: u8) -> bool {
    matches!(
        byte,
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/'
            | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~'
    )
}

/// RFC 5322 atext, and the dot.
pub(super) const fn is_dot_atext(byte: u8) -> bool {
    byte == b'.' || is_atext(byte)
}

/// Whether nothing stands before, behind or between two dots.
pub(super) fn has_empty_part(text: &str) -> bool {
    let mut before = b'.';
    let doubled =
        text.bytes().any(|byte| std::mem::replace(&mut before, byte) == b'.' && byte == b'.');
    doubled || before == b'.'
}

/// Where the `@` of a plain address stands.
///
/// Plain is: a dot-atom, an `@`, and a plain domain, together at most 254 octets. The domain is then in
/// lower-case A-label form, and its last label top-level.
#[inline]
pub(super) fn at(address: &str, recent: &mut Recent) -> Option<usize> {
    if address.len() > MAX_ADDRESS_OCTETS {
        return None;
    }
    let at = local(address.as_bytes())?;
    recent.is_plain(address.get(at + 1..)?).then_some(at)
}

/// The length of the dot-atom before the first `@`.
#[inline]
pub(super) fn local(bytes: &[u8]) -> Option<usize> {
    let mut at = alphanumeric_end(bytes, 0);
    loop {
        let is_behind_dot = || at == 0 || bytes.get(at - 1) == Some(&b'.');
        match *bytes.get(at)? {
            b'.' if !is_behind_dot() => {}
            b'@' if !is_behind_dot() && at <= MAX_LOCAL_OCTETS => return Some(at),
            byte if is_atext(byte) => {}
            _ => return None,
        }
        at = alphanumeric_end(bytes, at + 1);
    }
}

/// Two labels or more of lower-case letters, digits and hyphens in the ways that mean themselves, the
/// last of letters alone.
///
/// No label has two hyphens at its third place, so none is, or looks like, an A-label.
pub(super) fn is_domain(domain: &[u8]) -> bool {
    let (mut start, mut has_sign) = (0, false);
    let mut at = letters_end(domain, 0);
    loop {
        match domain.get(at) {
            Some(b'.') => {
                if !domain.get(start..at).is_some_and(is_label) {
                    return false;
                }
                (start, has_sign) = (at + 1, false);
            }
            Some(b'0'..=b'9' | b'-') => has_sign = true,
            Some(_) => return false,
            None => {
                let last = domain.get(start..).unwrap_or_default();
                return start > 0 && !has_sign && last.len() >= 2 && is_label(last);
            }
        }
        at = letters_end(domain, at + 1);
    }
}

#[inline]
fn is_label(label: &[u8]) -> bool {
    let ends = label.first() != Some(&b'-') && label.last() != Some(&b'-');
    let looks_encoded = matches!(label, [_, _, b'-', b'-', ..]);
    !label.is_empty() && label.len() <= MAX_LABEL_OCTETS && ends && !looks_encoded
}
