/// What a character means outside quotes and brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Comma,
    Semicolon,
    Break,
    Colon,
    White,
    /// Seen by nobody: no part of a word at its edge.
    Invisible,
    Quote,
    Open,
    Text,
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
        _ => Class::Text,
    }
}

/// White space, a line break, or nothing that anybody sees.
pub(super) const fn is_blank(character: char) -> bool {
    matches!(class(character), Class::White | Class::Invisible | Class::Break)
}
