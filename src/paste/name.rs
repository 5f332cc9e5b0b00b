use super::character::{Class, class};
use super::pasted::ParsedIdentity;
use super::token::{Kind, Token};
use crate::email::EmailAddress;

/// The display name that tokens spell: quotes undone, white space made one space.
pub(super) fn of(tokens: &[Token], text: &str) -> Option<String> {
    let mut name = Name { text: String::new(), gap: false };
    for token in tokens {
        let spelled = token.text(text);
        let quoted = token.kind == Kind::Quoted;
        let inside = spelled.get(1..spelled.len().saturating_sub(1)).filter(|_| quoted);
        let mut escaped = false;
        for character in inside.unwrap_or(spelled).chars() {
            escaped = quoted && !escaped && character == '\\';
            if !escaped {
                name.push(character, token.is_blank());
            }
        }
    }
    (!name.text.is_empty()).then_some(name.text)
}

struct Name {
    text: String,
    /// White space waits for what follows it.
    gap: bool,
}

impl Name {
    fn push(&mut self, character: char, blank: bool) {
        if blank || matches!(class(character), Class::White | Class::Break) {
            self.gap = true;
            return;
        }
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        self.text.push(character);
    }
}

/// Whether a name holds what may be taken for an address other than the recipient's own.
pub(super) fn holds_address(name: &str, recipient: &ParsedIdentity<'_>) -> bool {
    let mut start = 0;
    for (at, character) in name.char_indices().chain([(name.len(), ' ')]) {
        if is_edge(character) {
            let word = name.get(start..at).unwrap_or_default();
            if looks_like_address(word) && !is_own(word, recipient) {
                return true;
            }
            start = at + character.len_utf8();
        }
    }
    false
}

/// What stands between the words of a name and is in no address.
const fn is_edge(character: char) -> bool {
    matches!(character, ' ' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\'')
}

/// An at sign (full-width and small ones look like it) between other characters.
fn looks_like_address(word: &str) -> bool {
    let (mut before, mut between) = (false, false);
    for character in word.chars() {
        let at = matches!(character, '@' | '\u{FF20}' | '\u{FE6B}');
        if between && !at {
            return true;
        }
        between |= at && before;
        before |= !at;
    }
    false
}

fn is_own(word: &str, recipient: &ParsedIdentity<'_>) -> bool {
    match recipient {
        ParsedIdentity::Email(own) => EmailAddress::parse(word).is_ok_and(|other| other == *own),
        ParsedIdentity::User(_) | ParsedIdentity::Bot(_) => false,
    }
}
