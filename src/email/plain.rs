//! Most addresses are plain: one look at each byte shows that they are canonical as they stand.

use crate::limits::{MAX_ADDRESS_OCTETS, MAX_LOCAL_OCTETS};

const MAX_LABEL_OCTETS: usize = 63;

/// Where the `@` of a plain address stands.
///
/// Plain is: a dot-atom, an `@`, and a plain domain, together at most 254 octets. The domain is then in
/// lower-case A-label form, and its last label top-level.
#[inline]
pub(super) fn at(address: &str) -> Option<usize> {
    let bytes = address.as_bytes();
    if bytes.len() > MAX_ADDRESS_OCTETS {
        return None;
    }
    let at = local(bytes)?;
    is_domain(bytes.get(at + 1..)?).then_some(at)
}

/// The length of the dot-atom before the first `@`.
#[inline]
fn local(bytes: &[u8]) -> Option<usize> {
    let mut after_dot = true;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'@' => return (!after_dot && at <= MAX_LOCAL_OCTETS).then_some(at),
            b'.' if after_dot => return None,
            _ if is_dot_atext(byte) => after_dot = byte == b'.',
            _ => return None,
        }
    }
    None
}

/// RFC 5322 atext, section 3.2.3, and the dot.
#[inline]
pub(super) const fn is_dot_atext(byte: u8) -> bool {
    const SIGNS: [bool; 128] = {
        let mut table = [false; 128];
        let signs = b"!#$%&'*+-/=?^_`{|}~.";
        let mut at = 0;
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
        while at < signs.len() {
            table[signs[at] as usize] = true;
            at += 1;
        }
        table
    };
    #[expect(clippy::indexing_slicing, reason = "the left side has looked at the bound")]
    {
        byte.is_ascii_alphanumeric() || byte < 128 && SIGNS[byte as usize]
    }
}

/// Two labels or more of lower-case letters, digits and hyphens in the ways that mean themselves, the
/// last of letters alone.
///
/// No label has two hyphens at its third place, so none is, or looks like, an A-label.
pub(super) fn is_domain(bytes: &[u8]) -> bool {
    let (mut labels, mut length, mut letters, mut last) = (0, 0, 0, b'-');
    for &byte in bytes {
        match byte {
            b'a'..=b'z' => letters += 1,
            b'0'..=b'9' => {}
            b'-' if length == 0 || (length == 3 && last == b'-') => return false,
            b'-' => {}
            b'.' if length == 0 || last == b'-' || length > MAX_LABEL_OCTETS => return false,
            b'.' => {
                (labels, length, letters, last) = (labels + 1, 0, 0, b'.');
                continue;
            }
            _ => return false,
        }
        length += 1;
        last = byte;
    }
    labels >= 1 && length >= 2 && letters == length && length <= MAX_LABEL_OCTETS
}
