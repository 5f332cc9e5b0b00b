use super::character::is_blank;
use super::pasted::{ParsedIdentity, Reason};
use crate::email::{EmailAddress, EmailFault};
use crate::id::{BotId, UserId};

const MAILTO: &str = "mailto:";

/// What a word names: an address or an id, with punctuation behind it.
#[inline(never)]
pub(super) fn word(word: &str) -> Result<ParsedIdentity<'_>, Reason> {
    match without_punctuation(word) {
        "" => plain(word),
        bare => plain(bare),
    }
}

/// What stands in `<…>`.
pub(super) fn angle(inside: &str) -> Result<ParsedIdentity<'_>, Reason> {
    let inside = inside.trim_matches(is_blank);
    if is_link(inside) { link(inside) } else { plain(inside) }
}

/// A part of a `mailto:` link: no scheme, no query, and %-escapes decoded (RFC 6068).
pub(super) fn link(part: &str) -> Result<ParsedIdentity<'_>, Reason> {
    let start = if is_link(part) { MAILTO.len() } else { 0 };
    let address = part.get(start..).unwrap_or_default();
    let address = address.get(..find(address, b'?').unwrap_or(address.len())).unwrap_or_default();
    if find(address, b'%').is_none() {
        return word(address);
    }
    let decoded = decode(address).ok_or(Reason::Email(EmailFault::LocalNonAscii))?;
    match word(&decoded)? {
        ParsedIdentity::Email(address) => Ok(ParsedIdentity::Email(address.into_owned())),
        ParsedIdentity::User(id) => Ok(ParsedIdentity::User(id)),
        ParsedIdentity::Bot(id) => Ok(ParsedIdentity::Bot(id)),
    }
}

/// An id or an address, and nothing else.
#[inline(never)]
pub(super) fn plain(text: &str) -> Result<ParsedIdentity<'_>, Reason> {
    match id_prefix(text) {
        Some(prefix @ UserId::PREFIX) => UserId::parse(text)
            .map(ParsedIdentity::User)
            .map_err(|_| Reason::InvalidIdFormat { expected_prefix: prefix }),
        Some(prefix) => BotId::parse(text)
            .map(ParsedIdentity::Bot)
            .map_err(|_| Reason::InvalidIdFormat { expected_prefix: prefix }),
        None => EmailAddress::parse(text).map(ParsedIdentity::Email).map_err(Reason::Email),
    }
}

/// The prefix of what is meant to be an id, in whatever case.
pub(super) fn id_prefix(text: &str) -> Option<&'static str> {
    let prefix = if begins(text, UserId::PREFIX) {
        UserId::PREFIX
    } else if begins(text, BotId::PREFIX) {
        BotId::PREFIX
    } else {
        return None;
    };
    find(text, b'@').is_none().then_some(prefix)
}

/// Where an ASCII character stands first. (Small, unlike the library's.)
#[inline(never)]
pub(super) fn find(text: &str, sought: u8) -> Option<usize> {
    text.bytes().position(|byte| byte == sought)
}

/// Whether a text begins so, in whatever case.
#[inline(never)]
fn begins(text: &str, head: &str) -> bool {
    text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
}

fn is_link(text: &str) -> bool {
    begins(text, MAILTO)
}

/// What no domain and no id ends with.
pub(super) const fn is_punctuation(character: char) -> bool {
    matches!(
        character,
        '.' | '!'
            | '?'
            | ':'
            | '\''
            | ')'
            | ']'
            | '>'
            | '\u{2026}'
            | '\u{3002}'
            | '\u{FF01}'
            | '\u{FF0E}'
            | '\u{FF1F}'
            | '\u{FF61}'
    )
}

/// The word without punctuation behind it. An apostrophe that goes takes the one before the word along:
/// `'` may begin an address, but in `'bob@example.com'` it does not.
fn without_punctuation(word: &str) -> &str {
    let bare = word.trim_end_matches(is_punctuation);
    let quoted = word.get(bare.len()..).is_some_and(|tail| find(tail, b'\'').is_some());
    bare.strip_prefix('\'').filter(|_| quoted).unwrap_or(bare)
}

/// A `%` without two digits stands for itself; what is not UTF-8 is no address.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        let digit = |at: usize| behind.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).ok()
}
