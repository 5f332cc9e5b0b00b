use super::character::{Class, Classes, class};
use super::token::{Kind, Token};

const MAILTO: &[u8] = b"mailto:";
const LINE: Classes = Classes::ALL.without(Classes::of(&[Class::Break]));
const BRACKETS: Classes = Classes::of(&[Class::Open, Class::Close]);
/// What ends a link.
const AROUND_LINK: Classes =
    Classes::of(&[Class::White, Class::Break, Class::Quote, Class::Open, Class::Close]);
/// What a query does not end with.
const BEHIND_LINK: Classes = Classes::of(&[Class::Comma, Class::Semicolon, Class::Invisible]);

/// Cuts a text into tokens, in one pass.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0, open_quotes: false, link: false };
    let mut tokens = Vec::new();
    while let Some(first) = lexer.rest().chars().next() {
        let start = lexer.at;
        let kind = lexer.next(first);
        tokens.push(Token { kind, start, end: lexer.at });
    }
    tokens
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// A quotation mark was found open: then all that follow are, for none of them closed it.
    open_quotes: bool,
    /// Within a `mailto:` link, which may name several addresses.
    link: bool,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes behind the token that begins here.
    fn next(&mut self, first: char) -> Kind {
        let class = class(first);
        self.link &= !AROUND_LINK.has(class);
        let (end, kind) = match class {
            Class::Comma => (self.at + first.len_utf8(), Kind::Comma),
            Class::Semicolon => (self.at + first.len_utf8(), Kind::Semicolon),
            Class::Break => (self.at + first.len_utf8(), Kind::Break),
            Class::Colon => {
                // As in `Bob [mailto:bob@example.com]`.
                let before = self.text.as_bytes().get(..=self.at).unwrap_or_default();
                let place = before.len().saturating_sub(MAILTO.len());
                self.link = is_mailto(before.get(place..));
                (self.at + 1, Kind::Colon)
            }
            Class::White | Class::Invisible => self.blank(),
            Class::Quote => self.quote(),
            Class::Open => self.angle(),
            Class::Text | Class::Close | Class::Query => self.word(),
        };
        self.at = end;
        kind
    }

    /// Where a run of characters `within` ends, those at its end that are not `solid` left out.
    #[inline(never)]
    fn run(&self, from: usize, within: Classes, solid: Classes) -> usize {
        let mut end = from;
        let mut at = from;
        for character in self.text.get(from..).unwrap_or_default().chars() {
            let class = class(character);
            if !within.has(class) {
                break;
            }
            at += character.len_utf8();
            if solid.has(class) {
                end = at;
            }
        }
        end
    }

    fn blank(&self) -> (usize, Kind) {
        let end = self.run(self.at, Classes::BLANK, Classes::BLANK);
        let mut bytes = self.text.as_bytes().get(self.at..end).unwrap_or_default().iter();
        (end, if bytes.any(|&byte| byte == b'\t') { Kind::Tab } else { Kind::Space })
    }

    fn quote(&mut self) -> (usize, Kind) {
        if !self.open_quotes
            && let Some(length) = quoted(self.rest().as_bytes())
        {
            return (self.at + length, Kind::Quoted);
        }
        self.open_quotes = true;
        (self.run(self.at, LINE, LINE.without(Classes::BLANK)), Kind::OpenQuote)
    }

    /// Closed by the next `>`, unless another `<` comes first.
    fn angle(&self) -> (usize, Kind) {
        let inside = Classes::ALL.without(BRACKETS);
        let end = self.run(self.at + 1, inside, inside);
        match self.text.as_bytes().get(end) {
            Some(b'>') => (end + 1, Kind::Angle),
            Some(_) | None => (self.at + 1, Kind::OpenAngle),
        }
    }

    fn word(&mut self) -> (usize, Kind) {
        let mut start = self.at;
        if self.begins_link() {
            self.link = true;
            start += MAILTO.len();
        }
        let invisible = Classes::of(&[Class::Invisible]);
        if !self.link {
            let end = self.run(start, Classes::WORD.and(invisible), Classes::WORD);
            return (end, Kind::Text);
        }
        let path = Classes::WORD.without(Classes::of(&[Class::Query]));
        let end = self.run(start, path.and(invisible), path);
        if self.text.as_bytes().get(end) != Some(&b'?') {
            return (end, Kind::Link);
        }
        // The query ends the link.
        self.link = false;
        let query = Classes::ALL.without(AROUND_LINK);
        (self.run(end, query, query.without(BEHIND_LINK)), Kind::Link)
    }

    /// Whether a `mailto:` stands here that something follows.
    fn begins_link(&self) -> bool {
        let rest = self.rest();
        let next = rest.get(MAILTO.len()..).and_then(|behind| behind.chars().next());
        is_mailto(rest.as_bytes().get(..MAILTO.len()))
            && next.is_some_and(|next| Classes::WORD.has(class(next)))
    }
}

fn is_mailto(text: Option<&[u8]>) -> bool {
    text.is_some_and(|text| text.eq_ignore_ascii_case(MAILTO))
}

/// The length of a quoted string, with its marks; none when it is not closed.
fn quoted(bytes: &[u8]) -> Option<usize> {
    let mut escaped = false;
    for (at, &byte) in bytes.iter().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}
