use std::borrow::Cow;

/// Four hexadecimal digits, or the index of the first byte that is none.
pub(super) fn hex4(digits: &[u8]) -> Result<u32, usize> {
    let mut value = 0;
    for at in 0..4 {
        let digit = digits.get(at).and_then(|&byte| char::from(byte).to_digit(16)).ok_or(at)?;
        value = value * 16 + digit;
    }
    Ok(value)
}

/// The code point of a surrogate pair, if `high` and `low` are one.
pub(super) fn join(high: u32, low: u32) -> Option<char> {
    let pair = (0xD800..0xDC00).contains(&high) && (0xDC00..0xE000).contains(&low);
    pair.then(|| 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)).and_then(char::from_u32)
}

/// What the inside of a JSON string says. `raw` has been through the parser.
pub(super) fn decode(raw: &str) -> Cow<'_, str> {
    let mut rest = raw;
    let mut text = String::with_capacity(raw.len());
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let (decoded, length) = one(escape.as_bytes());
        text.push(decoded);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character that an escape (its backslash gone) stands for, and the bytes it takes.
fn one(escape: &[u8]) -> (char, usize) {
    match escape.first() {
        Some(b'b') => ('\u{8}', 1),
        Some(b'f') => ('\u{C}', 1),
        Some(b'n') => ('\n', 1),
        Some(b'r') => ('\r', 1),
        Some(b't') => ('\t', 1),
        Some(b'u') => unicode(escape),
        Some(&other) => (char::from(other), 1),
        None => (char::REPLACEMENT_CHARACTER, 0),
    }
}

fn unicode(escape: &[u8]) -> (char, usize) {
    let unit = |at: usize| escape.get(at..).and_then(|digits| hex4(digits).ok());
    let first = unit(1).unwrap_or(0xFFFD);
    match char::from_u32(first) {
        Some(character) => (character, 5),
        None => (join(first, unit(7).unwrap_or(0)).unwrap_or(char::REPLACEMENT_CHARACTER), 11),
    }
}
