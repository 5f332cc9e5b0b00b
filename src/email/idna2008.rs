//! RFC 5892: which code points a U-label may hold, on top of what UTS #46 has checked already.
//!
//! UTS #46 leaves labels case-folded and in NFC, so the Unstable and LDH steps of the RFC are settled;
//! CheckJoiners is CONTEXTJ.

use super::script::{is_greek, is_hebrew, is_japanese};
use super::symbol::is_symbol;

/// True when the U-label is valid.
pub(super) fn allows(label: &[char]) -> bool {
    let neighbours = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| label.get(at));
        (before.copied(), label.get(at + 1).copied())
    };
    label.iter().enumerate().all(|(at, &character)| match exception(character) {
        _ if character.is_ascii() => true,
        Some(Exception::Valid) => true,
        Some(Exception::Disallowed) => false,
        Some(Exception::Context(rule)) => {
            let (before, after) = neighbours(at);
            rule.holds(before, after, label)
        }
        None => is_valid(character),
    })
}

/// RFC 5892, section 2.6 (F) and appendix A.
enum Exception {
    Valid,
    Disallowed,
    Context(Context),
}

enum Context {
    /// A.3 MIDDLE DOT, between two `l`.
    BetweenL,
    /// A.4 GREEK LOWER NUMERAL SIGN, before Greek.
    BeforeGreek,
    /// A.5 and A.6 HEBREW GERESH and GERSHAYIM, after Hebrew.
    AfterHebrew,
    /// A.7 KATAKANA MIDDLE DOT, in a label with Hiragana, Katakana or Han.
    AmongJapanese,
    /// A.8 ARABIC-INDIC DIGITS, not with the extended ones.
    WithoutExtendedDigits,
    /// A.9 EXTENDED ARABIC-INDIC DIGITS, not with the others.
    WithoutArabicDigits,
}

fn exception(character: char) -> Option<Exception> {
    match character {
        'ß' | 'ς' | '\u{6FD}' | '\u{6FE}' | '\u{F0B}' | '\u{3007}' => Some(Exception::Valid),
        '\u{640}' | '\u{7FA}' | '\u{302E}' | '\u{302F}' => Some(Exception::Disallowed),
        '\u{3031}'..='\u{3035}' | '\u{303B}' => Some(Exception::Disallowed),
        '\u{B7}' => Some(Exception::Context(Context::BetweenL)),
        '\u{375}' => Some(Exception::Context(Context::BeforeGreek)),
        '\u{5F3}' | '\u{5F4}' => Some(Exception::Context(Context::AfterHebrew)),
        '\u{30FB}' => Some(Exception::Context(Context::AmongJapanese)),
        '\u{660}'..='\u{669}' => Some(Exception::Context(Context::WithoutExtendedDigits)),
        '\u{6F0}'..='\u{6F9}' => Some(Exception::Context(Context::WithoutArabicDigits)),
        // CONTEXTJ: CheckJoiners has judged them.
        '\u{200C}' | '\u{200D}' => Some(Exception::Valid),
        _ => None,
    }
}

impl Context {
    fn holds(&self, before: Option<char>, after: Option<char>, label: &[char]) -> bool {
        let none_in = |low: char, high: char| !label.iter().any(|c| (low..=high).contains(c));
        match self {
            Self::BetweenL => before == Some('l') && after == Some('l'),
            Self::BeforeGreek => after.is_some_and(is_greek),
            Self::AfterHebrew => before.is_some_and(is_hebrew),
            Self::AmongJapanese => label.iter().any(|&character| is_japanese(character)),
            Self::WithoutExtendedDigits => none_in('\u{6F0}', '\u{6F9}'),
            Self::WithoutArabicDigits => none_in('\u{660}', '\u{669}'),
        }
    }
}

/// The LetterDigits, IgnorableBlocks and OldHangulJamo rules.
fn is_valid(character: char) -> bool {
    let ignorable_block = matches!(
        character,
        '\u{20D0}'..='\u{20FF}' | '\u{1D100}'..='\u{1D1FF}' | '\u{1D200}'..='\u{1D24F}'
    );
    !is_symbol(character) && !ignorable_block && !is_old_hangul(character)
}

/// Leading, vowel and trailing jamo: three blocks that Unicode has filled.
pub(super) const fn is_old_hangul(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97C}' | '\u{D7B0}'..='\u{D7FB}')
}
