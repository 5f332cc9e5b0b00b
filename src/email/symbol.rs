//! What UTS #46 leaves in a domain and IDNA2008 refuses for its General_Category, of the pinned Unicode version.
//!
//! The property itself would add ten times as much to the module; a test holds these ranges against it,
//! code point by code point.

use std::cmp::Ordering;

/// Is a character that UTS #46 found valid no letter, digit or mark (LetterDigits of RFC 5892)?
pub(super) fn is_symbol(character: char) -> bool {
    let place = |&(first, last): &(char, char)| {
        if last < character {
            return Ordering::Less;
        }
        if first > character { Ordering::Greater } else { Ordering::Equal }
    };
    SYMBOLS.binary_search_by(place).is_ok()
}

/// In order. What is not valid may lie within a range: nobody asks for it.
#[rustfmt::skip]
const SYMBOLS: &[(char, char)] = &[
    ('\u{A1}', '\u{D7}'), ('\u{F7}', '\u{F7}'), ('\u{2C2}', '\u{2C5}'), ('\u{2D2}', '\u{2EB}'),
    ('\u{2ED}', '\u{2ED}'), ('\u{2EF}', '\u{2FF}'), ('\u{375}', '\u{375}'),
    ('\u{3F6}', '\u{3F6}'), ('\u{482}', '\u{482}'), ('\u{488}', '\u{489}'),
    ('\u{55A}', '\u{55F}'), ('\u{589}', '\u{58F}'), ('\u{5BE}', '\u{5BE}'),
    ('\u{5C0}', '\u{5C0}'), ('\u{5C3}', '\u{5C3}'), ('\u{5C6}', '\u{5C6}'),
    ('\u{5F3}', '\u{60F}'), ('\u{61B}', '\u{61F}'), ('\u{66A}', '\u{66D}'),
    ('\u{6D4}', '\u{6D4}'), ('\u{6DE}', '\u{6DE}'), ('\u{6E9}', '\u{6E9}'),
    ('\u{6FD}', '\u{6FE}'), ('\u{700}', '\u{70D}'), ('\u{7F6}', '\u{7F9}'),
    ('\u{7FE}', '\u{7FF}'), ('\u{830}', '\u{83E}'), ('\u{85E}', '\u{85E}'),
    ('\u{888}', '\u{888}'), ('\u{964}', '\u{965}'), ('\u{970}', '\u{970}'),
    ('\u{9F2}', '\u{9FB}'), ('\u{9FD}', '\u{9FD}'), ('\u{A76}', '\u{A76}'),
    ('\u{AF0}', '\u{AF1}'), ('\u{B70}', '\u{B70}'), ('\u{B72}', '\u{B77}'),
    ('\u{BF0}', '\u{BFA}'), ('\u{C77}', '\u{C7F}'), ('\u{C84}', '\u{C84}'),
    ('\u{D4F}', '\u{D4F}'), ('\u{D58}', '\u{D5E}'), ('\u{D70}', '\u{D79}'),
    ('\u{DF4}', '\u{DF4}'), ('\u{E3F}', '\u{E3F}'), ('\u{E4F}', '\u{E4F}'),
    ('\u{E5A}', '\u{E5B}'), ('\u{F01}', '\u{F17}'), ('\u{F1A}', '\u{F1F}'),
    ('\u{F2A}', '\u{F34}'), ('\u{F36}', '\u{F36}'), ('\u{F38}', '\u{F38}'),
    ('\u{F3A}', '\u{F3D}'), ('\u{F85}', '\u{F85}'), ('\u{FBE}', '\u{FC5}'),
    ('\u{FC7}', '\u{FDA}'), ('\u{104A}', '\u{104F}'), ('\u{109E}', '\u{109F}'),
    ('\u{10FB}', '\u{10FB}'), ('\u{1360}', '\u{137C}'), ('\u{1390}', '\u{1399}'),
    ('\u{1400}', '\u{1400}'), ('\u{166D}', '\u{166E}'), ('\u{169B}', '\u{169C}'),
    ('\u{16EB}', '\u{16F0}'), ('\u{1735}', '\u{1736}'), ('\u{17D4}', '\u{17D6}'),
    ('\u{17D8}', '\u{17DB}'), ('\u{17F0}', '\u{180A}'), ('\u{1940}', '\u{1945}'),
    ('\u{19DA}', '\u{19FF}'), ('\u{1A1E}', '\u{1A1F}'), ('\u{1AA0}', '\u{1AA6}'),
    ('\u{1AA8}', '\u{1AAD}'), ('\u{1ABE}', '\u{1ABE}'), ('\u{1B4E}', '\u{1B4F}'),
    ('\u{1B5A}', '\u{1B6A}'), ('\u{1B74}', '\u{1B7F}'), ('\u{1BFC}', '\u{1BFF}'),
    ('\u{1C3B}', '\u{1C3F}'), ('\u{1C7E}', '\u{1C7F}'), ('\u{1CC0}', '\u{1CC7}'),
    ('\u{1CD3}', '\u{1CD3}'), ('\u{200C}', '\u{205E}'), ('\u{20A0}', '\u{20C4}'),
    ('\u{20DD}', '\u{20E0}'), ('\u{20E2}', '\u{20E4}'), ('\u{2104}', '\u{214D}'),
    ('\u{214F}', '\u{2182}'), ('\u{2185}', '\u{2BFF}'), ('\u{2CE5}', '\u{2CEA}'),
    ('\u{2CF9}', '\u{2CFF}'), ('\u{2D70}', '\u{2D70}'), ('\u{2E00}', '\u{2E2E}'),
    ('\u{2E30}', '\u{3004}'), ('\u{3007}', '\u{3029}'), ('\u{3030}', '\u{3030}'),
    ('\u{3037}', '\u{3037}'), ('\u{303D}', '\u{303F}'), ('\u{30A0}', '\u{30A0}'),
    ('\u{30FB}', '\u{30FB}'), ('\u{3190}', '\u{3191}'), ('\u{31C0}', '\u{31E5}'),
    ('\u{3248}', '\u{327F}'), ('\u{4DC0}', '\u{4DFF}'), ('\u{A490}', '\u{A4C6}'),
    ('\u{A4FE}', '\u{A4FF}'), ('\u{A60D}', '\u{A60F}'), ('\u{A670}', '\u{A673}'),
    ('\u{A67E}', '\u{A67E}'), ('\u{A6E6}', '\u{A6EF}'), ('\u{A6F2}', '\u{A716}'),
    ('\u{A720}', '\u{A721}'), ('\u{A789}', '\u{A78A}'), ('\u{A828}', '\u{A82B}'),
    ('\u{A830}', '\u{A839}'), ('\u{A874}', '\u{A877}'), ('\u{A8CE}', '\u{A8CF}'),
    ('\u{A8F8}', '\u{A8FA}'), ('\u{A8FC}', '\u{A8FC}'), ('\u{A92E}', '\u{A92F}'),
    ('\u{A95F}', '\u{A95F}'), ('\u{A9C1}', '\u{A9CD}'), ('\u{A9DE}', '\u{A9DF}'),
    ('\u{AA5C}', '\u{AA5F}'), ('\u{AA77}', '\u{AA79}'), ('\u{AADE}', '\u{AADF}'),
    ('\u{AAF0}', '\u{AAF1}'), ('\u{AB5B}', '\u{AB5B}'), ('\u{AB6A}', '\u{AB6B}'),
    ('\u{ABEB}', '\u{ABEB}'), ('\u{FBB2}', '\u{FDFF}'), ('\u{FE45}', '\u{FE46}'),
    ('\u{FFFD}', '\u{FFFD}'), ('\u{10100}', '\u{101FC}'), ('\u{102E1}', '\u{102FB}'),
    ('\u{10320}', '\u{10323}'), ('\u{10341}', '\u{10341}'), ('\u{1034A}', '\u{1034A}'),
    ('\u{1039F}', '\u{1039F}'), ('\u{103D0}', '\u{103D5}'), ('\u{1056F}', '\u{1056F}'),
    ('\u{10857}', '\u{1085F}'), ('\u{10877}', '\u{1087F}'), ('\u{108A7}', '\u{108AF}'),
    ('\u{108FB}', '\u{108FF}'), ('\u{10916}', '\u{1091F}'), ('\u{1093F}', '\u{1093F}'),
    ('\u{109BC}', '\u{109BD}'), ('\u{109C0}', '\u{109FF}'), ('\u{10A40}', '\u{10A58}'),
    ('\u{10A7D}', '\u{10A7F}'), ('\u{10A9D}', '\u{10A9F}'), ('\u{10AC8}', '\u{10AC8}'),
    ('\u{10AEB}', '\u{10AF6}'), ('\u{10B39}', '\u{10B3F}'), ('\u{10B58}', '\u{10B5F}'),
    ('\u{10B78}', '\u{10B7F}'), ('\u{10B99}', '\u{10BAF}'), ('\u{10CFA}', '\u{10CFF}'),
    ('\u{10D6E}', '\u{10D6E}'), ('\u{10D8E}', '\u{10E7E}'), ('\u{10EAD}', '\u{10EAD}'),
    ('\u{10EC9}', '\u{10ECA}'), ('\u{10ED0}', '\u{10ED8}'), ('\u{10F1D}', '\u{10F26}'),
    ('\u{10F51}', '\u{10F59}'), ('\u{10F86}', '\u{10F89}'), ('\u{10FC5}', '\u{10FCB}'),
    ('\u{11047}', '\u{11065}'), ('\u{110BB}', '\u{110C1}'), ('\u{11140}', '\u{11143}'),
    ('\u{11174}', '\u{11175}'), ('\u{111C5}', '\u{111C8}'), ('\u{111CD}', '\u{111CD}'),
    ('\u{111DB}', '\u{111DB}'), ('\u{111DD}', '\u{111F4}'), ('\u{11238}', '\u{1123D}'),
    ('\u{112A9}', '\u{112A9}'), ('\u{113D4}', '\u{113D8}'), ('\u{1144B}', '\u{1144F}'),
    ('\u{1145A}', '\u{1145D}'), ('\u{114C6}', '\u{114C6}'), ('\u{115C1}', '\u{115D7}'),
    ('\u{11641}', '\u{11643}'), ('\u{11660}', '\u{1166C}'), ('\u{116B9}', '\u{116B9}'),
    ('\u{1173A}', '\u{1173F}'), ('\u{1183B}', '\u{1183B}'), ('\u{118EA}', '\u{118F2}'),
    ('\u{11944}', '\u{11946}'), ('\u{119E2}', '\u{119E2}'), ('\u{11A3F}', '\u{11A46}'),
    ('\u{11A9A}', '\u{11A9C}'), ('\u{11A9E}', '\u{11AA2}'), ('\u{11B00}', '\u{11B09}'),
    ('\u{11BE1}', '\u{11BE1}'), ('\u{11C41}', '\u{11C45}'), ('\u{11C5A}', '\u{11C71}'),
    ('\u{11EF7}', '\u{11EF8}'), ('\u{11F43}', '\u{11F4F}'), ('\u{11FC0}', '\u{11FFF}'),
    ('\u{12400}', '\u{1247F}'), ('\u{12550}', '\u{12686}'), ('\u{12FF1}', '\u{12FF2}'),
    ('\u{16A6E}', '\u{16A6F}'), ('\u{16AF5}', '\u{16AF5}'), ('\u{16B37}', '\u{16B3F}'),
    ('\u{16B44}', '\u{16B45}'), ('\u{16B5B}', '\u{16B61}'), ('\u{16D6D}', '\u{16D6F}'),
    ('\u{16E80}', '\u{16E9A}'), ('\u{16FE2}', '\u{16FE2}'), ('\u{16FF4}', '\u{16FF6}'),
    ('\u{1BC9C}', '\u{1BC9C}'), ('\u{1BC9F}', '\u{1CEFD}'), ('\u{1CF50}', '\u{1D126}'),
    ('\u{1D129}', '\u{1D15D}'), ('\u{1D16A}', '\u{1D16C}'), ('\u{1D183}', '\u{1D184}'),
    ('\u{1D18C}', '\u{1D1A9}'), ('\u{1D1AE}', '\u{1D241}'), ('\u{1D245}', '\u{1D245}'),
    ('\u{1D253}', '\u{1D25A}'), ('\u{1D25D}', '\u{1D25E}'), ('\u{1D260}', '\u{1D27F}'),
    ('\u{1D2C0}', '\u{1D9FF}'), ('\u{1DA37}', '\u{1DA3A}'), ('\u{1DA6D}', '\u{1DA74}'),
    ('\u{1DA76}', '\u{1DA83}'), ('\u{1DA85}', '\u{1DA8B}'), ('\u{1DB00}', '\u{1DB1C}'),
    ('\u{1E14F}', '\u{1E14F}'), ('\u{1E2FF}', '\u{1E2FF}'), ('\u{1E5FF}', '\u{1E5FF}'),
    ('\u{1E8C7}', '\u{1E8CF}'), ('\u{1E95E}', '\u{1FBFA}'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use icu_normalizer::uts46::Uts46MapperBorrowed;
    use icu_properties::CodePointMapData;
    use icu_properties::props::GeneralCategory;
    use std::iter;

    const LETTER_DIGITS: [GeneralCategory; 7] = [
        GeneralCategory::LowercaseLetter,
        GeneralCategory::UppercaseLetter,
        GeneralCategory::OtherLetter,
        GeneralCategory::DecimalNumber,
        GeneralCategory::ModifierLetter,
        GeneralCategory::NonspacingMark,
        GeneralCategory::SpacingMark,
    ];

    #[test]
    fn the_ranges_are_what_uts46_allows_and_no_letter_or_digit() {
        let (mapper, categories) =
            (Uts46MapperBorrowed::new(), CodePointMapData::<GeneralCategory>::new());
        for character in '\u{80}'..=char::MAX {
            if mapper.map_normalize(iter::once(character)).eq([character]) {
                let letter = LETTER_DIGITS.contains(&categories.get(character));
                assert_eq!(is_symbol(character), !letter, "{character:?}");
            }
        }
    }
}
