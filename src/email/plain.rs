//! Most addresses are plain: one look at each byte shows that they are canonical as they stand.

use super::recent::Recent;
use crate::limits::{MAX_ADDRESS_OCTETS, MAX_LOCAL_OCTETS};

const MAX_LABEL_OCTETS: usize = 63;

/// What a byte may be part of.
const ATEXT: u8 = 1;
const LABEL: u8 = 2;
/// A byte of a label that is no lower-case letter.
const SIGN: u8 = 4;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounds included")]
        {
            classes[byte] = class(byte as u8);
        }
        byte += 1;
    }
    classes
};

const fn class(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => ATEXT | LABEL,
        b'0'..=b'9' | b'-' => ATEXT | LABEL | SIGN,
        // RFC 5322, section 3.2.3.
        b'A'..=b'Z' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' => ATEXT,
        b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => ATEXT,
        _ => 0,
    }
}

#[inline]
fn class_of(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

/// RFC 5322 atext, and the dot.
pub(super) fn is_dot_atext(byte: u8) -> bool {
    byte == b'.' || class_of(byte) & ATEXT != 0
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
pub(super) fn at<'t>(address: &'t str, recent: &mut Recent<'t>) -> Option<usize> {
    if address.len() > MAX_ADDRESS_OCTETS {
        return None;
    }
    let at = local(address.as_bytes())?;
    recent.is_plain(address.get(at + 1..)?).then_some(at)
}

/// The length of the dot-atom before the first `@`.
#[inline]
fn local(bytes: &[u8]) -> Option<usize> {
    let mut before = b'.';
    for (at, &byte) in bytes.iter().enumerate() {
        if class_of(byte) & ATEXT == 0 {
            match byte {
                b'.' if before != b'.' => {}
                b'@' if before != b'.' && at <= MAX_LOCAL_OCTETS => return Some(at),
                _ => return None,
            }
        }
        before = byte;
    }
    None
}

/// Two labels or more of lower-case letters, digits and hyphens in the ways that mean themselves, the
/// last of letters alone.
///
/// No label has two hyphens at its third place, so none is, or looks like, an A-label.
pub(super) fn is_domain(domain: &[u8]) -> bool {
    let mut rest = domain;
    loop {
        let mut seen = 0;
        let length = rest.iter().position(|&byte| {
            let class = class_of(byte);
            seen |= class;
            class & LABEL == 0
        });
        let (label, behind) = rest.split_at(length.unwrap_or(rest.len()));
        match behind.split_first() {
            Some((b'.', next)) if is_label(label) => rest = next,
            Some(_) => return false,
            None => {
                let is_top_level = seen & SIGN == 0 && label.len() >= 2;
                return is_top_level && is_label(label) && label.len() < domain.len();
            }
        }
    }
}

#[inline]
fn is_label(label: &[u8]) -> bool {
    let ends = label.first() != Some(&b'-') && label.last() != Some(&b'-');
    let looks_encoded = matches!(label, [_, _, b'-', b'-', ..]);
    !label.is_empty() && label.len() <= MAX_LABEL_OCTETS && ends && !looks_encoded
}
