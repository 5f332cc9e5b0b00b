//! The scripts that RFC 5892, appendix A, asks for, as ranges of the pinned Unicode version.
//!
//! The whole Script property would add more to the module than all of this crate's rules; a test holds
//! these ranges against it, code point by code point.

/// Script=Greek.
pub(super) fn is_greek(character: char) -> bool {
    contains(GREEK, character)
}

/// Script=Hebrew.
pub(super) fn is_hebrew(character: char) -> bool {
    contains(HEBREW, character)
}

/// Script=Hiragana, Katakana or Han.
pub(super) fn is_japanese(character: char) -> bool {
    contains(JAPANESE, character)
}

fn contains(ranges: &[(char, char)], character: char) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&character))
}

#[rustfmt::skip]
const GREEK: &[(char, char)] = &[
    ('\u{370}', '\u{373}'), ('\u{375}', '\u{377}'), ('\u{37A}', '\u{37D}'), ('\u{37F}', '\u{37F}'),
    ('\u{384}', '\u{384}'), ('\u{386}', '\u{386}'), ('\u{388}', '\u{38A}'), ('\u{38C}', '\u{38C}'),
    ('\u{38E}', '\u{3A1}'), ('\u{3A3}', '\u{3E1}'), ('\u{3F0}', '\u{3FF}'),
    ('\u{1D26}', '\u{1D2A}'), ('\u{1D5D}', '\u{1D61}'), ('\u{1D66}', '\u{1D6A}'),
    ('\u{1DBF}', '\u{1DBF}'), ('\u{1F00}', '\u{1F15}'), ('\u{1F18}', '\u{1F1D}'),
    ('\u{1F20}', '\u{1F45}'), ('\u{1F48}', '\u{1F4D}'), ('\u{1F50}', '\u{1F57}'),
    ('\u{1F59}', '\u{1F59}'), ('\u{1F5B}', '\u{1F5B}'), ('\u{1F5D}', '\u{1F5D}'),
    ('\u{1F5F}', '\u{1F7D}'), ('\u{1F80}', '\u{1FB4}'), ('\u{1FB6}', '\u{1FC4}'),
    ('\u{1FC6}', '\u{1FD3}'), ('\u{1FD6}', '\u{1FDB}'), ('\u{1FDD}', '\u{1FEF}'),
    ('\u{1FF2}', '\u{1FF4}'), ('\u{1FF6}', '\u{1FFE}'), ('\u{2126}', '\u{2126}'),
    ('\u{AB65}', '\u{AB65}'), ('\u{10140}', '\u{1018E}'), ('\u{101A0}', '\u{101A0}'),
    ('\u{1D200}', '\u{1D245}'), ('\u{1DFF3}', '\u{1DFF4}'),
];

#[rustfmt::skip]
const HEBREW: &[(char, char)] = &[
    ('\u{591}', '\u{5C9}'), ('\u{5D0}', '\u{5EA}'), ('\u{5EF}', '\u{5F4}'),
    ('\u{FB1D}', '\u{FB36}'), ('\u{FB38}', '\u{FB3C}'), ('\u{FB3E}', '\u{FB3E}'),
    ('\u{FB40}', '\u{FB41}'), ('\u{FB43}', '\u{FB44}'), ('\u{FB46}', '\u{FB4F}'),
];

#[rustfmt::skip]
const JAPANESE: &[(char, char)] = &[
    ('\u{2E80}', '\u{2E99}'), ('\u{2E9B}', '\u{2EF3}'), ('\u{2F00}', '\u{2FD5}'),
    ('\u{3005}', '\u{3005}'), ('\u{3007}', '\u{3007}'), ('\u{3021}', '\u{3029}'),
    ('\u{3038}', '\u{303B}'), ('\u{3041}', '\u{3096}'), ('\u{309D}', '\u{309F}'),
    ('\u{30A1}', '\u{30FA}'), ('\u{30FD}', '\u{30FF}'), ('\u{31F0}', '\u{31FF}'),
    ('\u{32D0}', '\u{32FE}'), ('\u{3300}', '\u{3357}'), ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'), ('\u{F900}', '\u{FA6D}'), ('\u{FA70}', '\u{FAD9}'),
    ('\u{FF66}', '\u{FF6F}'), ('\u{FF71}', '\u{FF9D}'), ('\u{16FE2}', '\u{16FE3}'),
    ('\u{16FF0}', '\u{16FF6}'), ('\u{1AFF0}', '\u{1AFF3}'), ('\u{1AFF5}', '\u{1AFFB}'),
    ('\u{1AFFD}', '\u{1AFFE}'), ('\u{1B000}', '\u{1B128}'), ('\u{1B132}', '\u{1B132}'),
    ('\u{1B150}', '\u{1B152}'), ('\u{1B155}', '\u{1B155}'), ('\u{1B164}', '\u{1B168}'),
    ('\u{1F200}', '\u{1F200}'), ('\u{20000}', '\u{2A6DF}'), ('\u{2A700}', '\u{2B81E}'),
    ('\u{2B820}', '\u{2CEAD}'), ('\u{2CEB0}', '\u{2EBE0}'), ('\u{2EBF0}', '\u{2EE5D}'),
    ('\u{2F800}', '\u{2FA1D}'), ('\u{30000}', '\u{3134A}'), ('\u{31350}', '\u{33479}'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::CodePointMapData;
    use icu_properties::props::{HangulSyllableType, Script};

    #[test]
    fn the_ranges_are_those_of_the_script_property() {
        let scripts = CodePointMapData::<Script>::new();
        for character in '\0'..=char::MAX {
            let script = scripts.get(character);
            assert_eq!(is_greek(character), script == Script::Greek, "{character:?}");
            assert_eq!(is_hebrew(character), script == Script::Hebrew, "{character:?}");
            let japanese = [Script::Hiragana, Script::Katakana, Script::Han].contains(&script);
            assert_eq!(is_japanese(character), japanese, "{character:?}");
        }
    }

    #[test]
    fn old_hangul_is_what_the_jamo_blocks_hold() {
        let types = CodePointMapData::<HangulSyllableType>::new();
        let jamo = [
            HangulSyllableType::LeadingJamo,
            HangulSyllableType::VowelJamo,
            HangulSyllableType::TrailingJamo,
        ];
        for character in '\0'..=char::MAX {
            let old = jamo.contains(&types.get(character));
            assert!(!old || super::super::idna2008::is_old_hangul(character), "{character:?}");
        }
    }
}
