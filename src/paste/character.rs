/// What a character means outside quotes and brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Text,
    Comma,
    Semicolon,
    Break,
    Colon,
    White,
    /// Seen by nobody: no part of a word at its edge.
    Invisible,
    Quote,
    Open,
    /// Text, but behind `<`.
    Close,
    /// Text, but in a link.
    Query,
}

/// A set of classes.
#[derive(Clone, Copy)]
pub(super) struct Classes(u16);

impl Classes {
    pub(super) const ALL: Self = Self(u16::MAX);
    pub(super) const BLANK: Self = Self::of(&[Class::White, Class::Invisible]);
    pub(super) const WORD: Self = Self::of(&[Class::Text, Class::Close, Class::Query]);

    pub(super) const fn of(classes: &[Class]) -> Self {
        let mut rest = classes;
        let mut bits = 0;
        while let [first, behind @ ..] = rest {
            bits |= 1 << *first as u16;
            rest = behind;
        }
        Self(bits)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u16) != 0
    }
}

/// Unicode's lists, written out: they must not follow the version of some table. (Once, not at every call:
/// the module is to stay small.)
#[inline(never)]
pub(super) const fn class(character: char) -> Class {
    match character {
        ',' | '\u{60C}' | '\u{3001}' | '\u{FF0C}' | '\u{FF64}' => Class::Comma,
        ';' | '\u{61B}' | '\u{FF1B}' => Class::Semicolon,
        '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Break,
        ':' => Class::Colon,
        '\t'
        | ' '
        | '\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Class::White,
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => Class::Invisible,
        '"' => Class::Quote,
        '<' => Class::Open,
        '>' => Class::Close,
        '?' => Class::Query,
        _ => Class::Text,
    }
}

/// White space, a line break, or nothing that anybody sees.
pub(super) const fn is_blank(character: char) -> bool {
    matches!(class(character), Class::White | Class::Invisible | Class::Break)
}
