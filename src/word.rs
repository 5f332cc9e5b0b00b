//! Eight bytes at a time, in a `u64`: the first byte is the lowest.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The eight bytes from `at` on; zeros stand for those that the text does not have.
#[inline(always)]
pub(crate) const fn word(bytes: &[u8], at: usize) -> u64 {
    let Some((_, rest)) = bytes.split_at_checked(at) else { return 0 };
    match rest.first_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => end(bytes, rest),
    }
}

/// The same where fewer than eight are left.
#[inline(never)]
const fn end(all: &[u8], mut bytes: &[u8]) -> u64 {
    if let Some(last) = all.last_chunk::<8>() {
        let bits = 64 - 8 * bytes.len() as u32;
        return match u64::from_le_bytes(*last).checked_shr(bits) {
            Some(word) => word,
            None => 0,
        };
    }
    let mut word: u64 = 0;
    while let [before @ .., last] = bytes {
        word = word << 8 | *last as u64;
        bytes = before;
    }
    word
}

/// The first `length` bytes of a word, the others zero.
#[inline(always)]
pub(crate) const fn cut(word: u64, length: usize) -> u64 {
    if length < 8 { word & !(u64::MAX << (8 * length)) } else { word }
}

/// Where in a word the first byte is that a JSON string cannot hold as it is: `"`, `\`, or a control character.
#[inline(always)]
pub(crate) const fn special(word: u64) -> Option<usize> {
    // A marked byte borrows from the next one, so only the lowest mark can be trusted. It is enough.
    // With one bit flipped, the quotation mark is next to the control characters, and no other byte is among them.
    let control = word ^ (LOW * 0x02);
    let backslash = word ^ (LOW * 0x5C);
    let marks =
        (control.wrapping_sub(LOW * 0x21) & !control) | (backslash.wrapping_sub(LOW) & !backslash);
    match marks & HIGH {
        0 => None,
        marks => Some((marks.trailing_zeros() / 8) as usize),
    }
}

/// A mark for every byte of a word that is one of these, which are ASCII.
#[inline(always)]
const fn between(word: u64, first: u8, last: u8) -> u64 {
    let ascii = word & !HIGH;
    let from_first = ascii.wrapping_add(LOW * (0x80 - first as u64));
    let behind_last = ascii.wrapping_add(LOW * (0x7F - last as u64));
    from_first & !behind_last & !word & HIGH
}

/// The first place, `start` or later, of a byte that is no letter a-z; the end where there is none.
#[inline(always)]
pub(crate) fn letters_end(text: &[u8], start: usize) -> usize {
    run_end(text, start, |word| between(word, b'a', b'z'))
}

/// The first place, `start` or later, of a byte that is no letter or digit of ASCII; the end where there is none.
#[inline(always)]
pub(crate) fn alphanumeric_end(text: &[u8], start: usize) -> usize {
    // One bit set makes A-Z a-z; digits have it.
    run_end(text, start, |word| {
        between(word | (LOW * 0x20), b'a', b'z') | between(word, b'0', b'9')
    })
}

#[inline(always)]
fn run_end(text: &[u8], start: usize, marks: impl Fn(u64) -> u64) -> usize {
    let mut at = start;
    loop {
        // Beyond the end stand zeros, which are never marked.
        match !marks(word(text, at)) & HIGH {
            0 => at = at.wrapping_add(8),
            ends => return at.wrapping_add((ends.trailing_zeros() / 8) as usize),
        }
    }
}

/// The first place, `start` or later, of a byte that a JSON string cannot hold as it is; the end where there is none.
#[inline(always)]
pub(crate) fn plain_end(text: &[u8], start: usize) -> usize {
    let (words, rest) = text.get(start..).unwrap_or_default().as_chunks::<8>();
    let mut at = start;
    for word in words {
        match special(u64::from_le_bytes(*word)) {
            Some(ahead) => return at.wrapping_add(ahead),
            None => at = at.wrapping_add(8),
        }
    }
    // Beyond the end stand zeros, which are special.
    at.wrapping_add(special(word(rest, 0)).unwrap_or(rest.len()))
}

/// The words of a text, but for the last one; and this, which ends where the text does, and repeats what it shares with
/// the one before it.
#[inline(always)]
pub(crate) fn words(text: &[u8]) -> (&[[u8; 8]], u64) {
    let (words, rest) = text.as_chunks::<8>();
    match text.last_chunk::<8>() {
        Some(last) => (words, u64::from_le_bytes(*last)),
        None => (words, word(rest, 0)),
    }
}

/// Whether two texts are the same.
#[inline(always)]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let ((one, one_last), (other, other_last)) = (words(one), words(other));
    // A loop, because a comparison of slices goes byte by byte where there is no fast one in the host.
    for (one, other) in one.iter().zip(other) {
        if u64::from_le_bytes(*one) != u64::from_le_bytes(*other) {
            return false;
        }
    }
    one_last == other_last
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_byte_is_special_or_not() {
        for byte in 0..=u8::MAX {
            let found =
                special(u64::from_le_bytes([b'a', byte, b'a', 0xFF, b'a', b'a', b'a', b'a']));
            let expected = matches!(byte, b'"' | b'\\' | 0..0x20).then_some(1);
            assert_eq!(found, expected, "{byte:#x}");
        }
    }

    proptest! {
        #[test]
        fn as_byte_by_byte(bytes in prop::collection::vec(prop_oneof![any::<u8>(), 0x20..0x24_u8, 0x5B..0x5E_u8, b'a'..=b'z', b'0'..=b'9'], 0..40), at in 0_usize..24) {
            let eight: Vec<u8> = bytes.iter().copied().skip(at).chain([0; 8]).take(8).collect();
            let found = word(&bytes, at);
            prop_assert_eq!(found.to_le_bytes().to_vec(), eight.clone());
            let first = eight.iter().position(|&byte| matches!(byte, b'"' | b'\\' | 0..0x20));
            prop_assert_eq!(special(found), first);
            let end = |is_part: fn(&u8) -> bool| at + bytes.iter().skip(at).take_while(|byte| is_part(byte)).count();
            prop_assert_eq!(letters_end(&bytes, at), end(u8::is_ascii_lowercase));
            prop_assert_eq!(alphanumeric_end(&bytes, at), end(u8::is_ascii_alphanumeric));
            let mut changed = bytes.clone();
            if let Some(byte) = changed.get_mut(at) {
                *byte ^= 1;
            }
            prop_assert!(same(&bytes, &bytes.clone()));
            prop_assert_eq!(same(&bytes, &changed), at >= bytes.len());
            for length in 0..=8 {
                let kept = eight.iter().take(length).copied().chain([0; 8]).take(8).collect::<Vec<_>>();
                prop_assert_eq!(cut(found, length).to_le_bytes().to_vec(), kept);
            }
        }
    }
}
