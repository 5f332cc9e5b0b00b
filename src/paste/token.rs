use std::ops::Range;

/// A part of the text. Tokens follow each other without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Comma,
    Semicolon,
    Break,
    Colon,
    /// White space without a tab, and what nobody sees beside it.
    Space,
    /// White space with a tab: the border of two cells.
    Tab,
    /// `"…"`, whatever stands in it.
    Quoted,
    /// A quotation mark that is not closed, and the rest of its line.
    OpenQuote,
    /// `<…>`
    Angle,
    /// A `<` that is not closed.
    OpenAngle,
    /// A part of a `mailto:` link.
    Link,
    Text,
}

impl Token {
    pub(super) const fn is_separator(&self) -> bool {
        matches!(self.kind, Kind::Comma | Kind::Semicolon | Kind::Break)
    }

    pub(super) const fn is_blank(&self) -> bool {
        matches!(self.kind, Kind::Space | Kind::Tab)
    }

    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The bytes that tokens take, from the first to the last.
#[inline(never)]
pub(super) fn range(tokens: &[Token]) -> Range<usize> {
    let start = tokens.first().map_or(0, |token| token.start);
    start..tokens.last().map_or(start, |token| token.end)
}

/// Without the white space at both ends.
#[inline(never)]
pub(super) fn trim(mut tokens: &[Token]) -> &[Token] {
    while let [first, rest @ ..] = tokens
        && first.is_blank()
    {
        tokens = rest;
    }
    while let [rest @ .., last] = tokens
        && last.is_blank()
    {
        tokens = rest;
    }
    tokens
}
