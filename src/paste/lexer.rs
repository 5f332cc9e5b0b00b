use super::character::{Class, class, is_blank};
use super::token::{Kind, Token};

const MAILTO: &str = "mailto:";

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
        self.link &= matches!(class, Class::Comma | Class::Semicolon | Class::Colon | Class::Text);
        let mark = |kind| (first.len_utf8(), kind);
        let (length, kind) = match class {
            Class::Comma => mark(Kind::Comma),
            Class::Semicolon => mark(Kind::Semicolon),
            Class::Break => mark(Kind::Break),
            Class::Colon => {
                // As in `Bob [mailto:bob@example.com]`.
                self.link = self.is_behind_mailto();
                mark(Kind::Colon)
            }
            Class::White | Class::Invisible => self.blank(),
            Class::Quote => self.quote(),
            Class::Open => self.angle(),
            Class::Text => self.word(),
        };
        self.at += length;
        kind
    }

    fn blank(&self) -> (usize, Kind) {
        let run = self.run(|c| matches!(class(c), Class::White | Class::Invisible));
        (run.len(), if run.contains('\t') { Kind::Tab } else { Kind::Space })
    }

    #[inline(never)]
    fn run(&self, belongs: fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|character| !belongs(character)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    fn quote(&mut self) -> (usize, Kind) {
        if !self.open_quotes
            && let Some(length) = quoted(self.rest().as_bytes())
        {
            return (length, Kind::Quoted);
        }
        self.open_quotes = true;
        let line = self.run(|character| class(character) != Class::Break);
        (line.trim_end_matches(is_blank).len(), Kind::OpenQuote)
    }

    /// Closed by the next `>`, unless another `<` comes first.
    fn angle(&self) -> (usize, Kind) {
        let inside = self.rest().get(1..).unwrap_or_default();
        match inside.find(['<', '>']) {
            Some(end) if inside.as_bytes().get(end) == Some(&b'>') => (end + 2, Kind::Angle),
            Some(_) | None => (1, Kind::OpenAngle),
        }
    }

    fn word(&mut self) -> (usize, Kind) {
        let prefix = self.link_prefix();
        self.link |= prefix > 0;
        let kind = if self.link { Kind::Link } else { Kind::Text };
        let mut end = prefix;
        for (at, character) in self.rest().char_indices().skip(prefix) {
            match class(character) {
                Class::Text if self.link && character == '?' => return (self.query(), kind),
                Class::Text => end = at + character.len_utf8(),
                Class::Invisible => {}
                Class::Comma
                | Class::Semicolon
                | Class::Break
                | Class::Colon
                | Class::White
                | Class::Quote
                | Class::Open => break,
            }
        }
        (end, kind)
    }

    /// The length of a `mailto:` that something follows.
    fn link_prefix(&self) -> usize {
        let (head, tail) = self.rest().split_at_checked(MAILTO.len()).unwrap_or_default();
        let follows = tail.chars().next().is_some_and(|first| class(first) == Class::Text);
        if follows && head.eq_ignore_ascii_case(MAILTO) { MAILTO.len() } else { 0 }
    }

    fn is_behind_mailto(&self) -> bool {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let length = MAILTO.len() - 1;
        let (_, end) =
            before.split_at_checked(before.len().saturating_sub(length)).unwrap_or_default();
        end.eq_ignore_ascii_case(MAILTO.as_bytes().get(..length).unwrap_or_default())
    }

    /// The length of a part of a link with its query, which ends with the link.
    fn query(&mut self) -> usize {
        self.link = false;
        let link = self.run(|character| {
            !matches!(class(character), Class::White | Class::Break | Class::Quote | Class::Open)
                && character != '>'
        });
        let separates = |character| {
            matches!(class(character), Class::Comma | Class::Semicolon | Class::Invisible)
        };
        link.trim_end_matches(separates).len()
    }
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
