use super::character::{Class, class};
use super::pasted::ParsedIdentity;
use super::token::{Kind, Token};
use crate::email::EmailAddress;

/// The display name that tokens spell: quotes undone, white space made one space.
pub(super) fn of(tokens: &[Token], text: &str) -> Option<String> {
    let mut raw = String::new();
    for token in tokens {
        match token.kind {
            Kind::Quoted => unquote(token.text(text), &mut raw),
            Kind::Space | Kind::Tab => raw.push(' '),
            Kind::Comma
            | Kind::Semicolon
            | Kind::Break
            | Kind::Colon
            | Kind::OpenQuote
            | Kind::Angle
            | Kind::OpenAngle
            | Kind::Link
            | Kind::Text => raw.push_str(token.text(text)),
        }
    }
    let mut name = String::with_capacity(raw.len());
    for word in raw.split(|c| matches!(class(c), Class::White | Class::Break)) {
        if !word.is_empty() && !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    (!name.is_empty()).then_some(name)
}

/// What a quoted string says.
fn unquote(quoted: &str, name: &mut String) {
    let inside = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
    let mut escaped = false;
    for character in inside.chars() {
        if character != '\\' || escaped {
            name.push(character);
            escaped = false;
        } else {
            escaped = true;
        }
    }
}

/// Whether a name holds what may be taken for an address other than the recipient's own.
pub(super) fn holds_address(name: &str, recipient: &ParsedIdentity<'_>) -> bool {
    name.split(is_edge).any(|word| looks_like_address(word) && !is_own(word, recipient))
}

/// What stands between the words of a name and is in no address.
const fn is_edge(character: char) -> bool {
    matches!(character, ' ' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\'')
}

/// An at sign (full-width and small ones look like it) between other characters.
fn looks_like_address(word: &str) -> bool {
    const AT: [char; 3] = ['@', '\u{FF20}', '\u{FE6B}'];
    word.split_once(AT).is_some_and(|(before, after)| {
        !before.is_empty() && !after.trim_start_matches(AT).is_empty()
    })
}

fn is_own(word: &str, recipient: &ParsedIdentity<'_>) -> bool {
    match recipient {
        ParsedIdentity::Email(own) => EmailAddress::parse(word).is_ok_and(|other| other == *own),
        ParsedIdentity::User(_) | ParsedIdentity::Bot(_) => false,
    }
}
