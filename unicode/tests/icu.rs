//! Holds the packed data against ICU4X's, from which it is made: every code point, every pair of what
//! normalization puts together, and texts at random.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::uts46::Uts46MapperBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{BidiClass as Bidi, GeneralCategory, JoiningType as Joining};
use idna_adapter::{
    Adapter, FIRST_BC_MASK, LAST_LTR_MASK, LAST_RTL_MASK, LEFT_OR_DUAL_JOINING_MASK,
    MIDDLE_LTR_MASK, MIDDLE_RTL_MASK, RIGHT_OR_DUAL_JOINING_MASK, RTL_MASK,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};

const MAPPER: Uts46MapperBorrowed<'static> = Uts46MapperBorrowed::new();
const ADAPTER: Adapter = Adapter::new();

fn agrees(text: &[char]) -> bool {
    let characters = || text.iter().copied();
    ADAPTER.map_normalize(characters()).eq(MAPPER.map_normalize(characters()))
        && ADAPTER.normalize_validate(characters()).eq(MAPPER.normalize_validate(characters()))
}

/// What the mapping leaves as it is, U+FFFD included: nothing else is ever asked for its properties.
fn valid() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX)
        .filter(|&character| MAPPER.map_normalize([character].into_iter()).eq([character]))
}

/// What takes part in normalization: parts of others, and all that is reordered.
fn parts() -> Vec<char> {
    let (decomposer, classes) =
        (DecomposingNormalizerBorrowed::new_nfd(), CanonicalCombiningClassMapBorrowed::new());
    let mut parts: BTreeSet<char> =
        valid().filter(|&character| classes.get_u8(character) > 0).collect();
    for character in valid().filter(|character| !('\u{AC02}'..'\u{D7A2}').contains(character)) {
        let decomposed = decomposer.normalize_iter([character].into_iter());
        parts.extend(decomposed.filter(|part| *part != character));
    }
    parts.into_iter().collect()
}

#[test]
fn every_code_point_maps_alike() {
    for character in '\0'..=char::MAX {
        assert!(agrees(&[character]), "{character:?}");
    }
}

#[test]
fn every_valid_code_point_is_a_mark_or_a_virama_alike() {
    let categories = CodePointMapData::<GeneralCategory>::new();
    for character in valid() {
        let mark = matches!(
            categories.get(character),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::EnclosingMark
        );
        assert_eq!(ADAPTER.is_mark(character), mark, "{character:?}");
        assert_eq!(ADAPTER.is_virama(character), MAPPER.is_virama(character), "{character:?}");
    }
}

#[test]
fn every_valid_code_point_joins_alike() {
    let types = CodePointMapData::<Joining>::new();
    for character in valid() {
        let (joining, expected) = (ADAPTER.joining_type(character), types.get(character));
        assert_eq!(joining.is_transparent(), expected == Joining::Transparent, "{character:?}");
        for (mask, side) in [
            (LEFT_OR_DUAL_JOINING_MASK, Joining::LeftJoining),
            (RIGHT_OR_DUAL_JOINING_MASK, Joining::RightJoining),
        ] {
            let joins = expected == side || expected == Joining::DualJoining;
            assert_eq!(joining.to_mask().intersects(mask), joins, "{character:?}");
        }
    }
}

#[test]
fn every_valid_code_point_has_its_direction() {
    const NEUTRAL: [Bidi; 5] = [
        Bidi::EuropeanSeparator,
        Bidi::CommonSeparator,
        Bidi::EuropeanTerminator,
        Bidi::OtherNeutral,
        Bidi::BoundaryNeutral,
    ];
    let right_to_left = [Bidi::RightToLeft, Bidi::ArabicLetter];
    let numbers = [Bidi::EuropeanNumber, Bidi::ArabicNumber];
    let middle = [&NEUTRAL[..], &[Bidi::NonspacingMark, Bidi::EuropeanNumber]].concat();
    let masks = [
        (RTL_MASK, [&right_to_left[..], &[Bidi::ArabicNumber]].concat()),
        (FIRST_BC_MASK, [&right_to_left[..], &[Bidi::LeftToRight]].concat()),
        (LAST_LTR_MASK, vec![Bidi::LeftToRight, Bidi::EuropeanNumber]),
        (LAST_RTL_MASK, [right_to_left, numbers].concat()),
        (MIDDLE_LTR_MASK, [&middle[..], &[Bidi::LeftToRight]].concat()),
        (MIDDLE_RTL_MASK, [&middle[..], &right_to_left, &[Bidi::ArabicNumber]].concat()),
    ];
    let classes = CodePointMapData::<Bidi>::new();
    for character in valid() {
        let (class, expected) = (ADAPTER.bidi_class(character), classes.get(character));
        for (mask, members) in &masks {
            let member = members.contains(&expected);
            assert_eq!(class.to_mask().intersects(*mask), member, "{character:?}");
        }
        assert_eq!(class.is_ltr(), expected == Bidi::LeftToRight, "{character:?}");
        assert_eq!(class.is_nonspacing_mark(), expected == Bidi::NonspacingMark, "{character:?}");
        assert_eq!(class.is_european_number(), expected == Bidi::EuropeanNumber, "{character:?}");
        assert_eq!(class.is_arabic_number(), expected == Bidi::ArabicNumber, "{character:?}");
    }
}

#[test]
fn every_pair_composes_alike() {
    let parts = parts();
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let starters: Vec<char> =
        parts.iter().copied().filter(|part| classes.get_u8(*part) == 0).collect();
    assert!(starters.len() > 200 && parts.len() > 1000, "{}, {}", starters.len(), parts.len());
    for &first in &starters {
        for &second in &parts {
            assert!(agrees(&[first, second]), "{first:?} {second:?}");
        }
    }
}

/// Each mark against one of each class, in either order.
#[test]
fn every_mark_has_its_place() {
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let by_class: BTreeMap<u8, char> =
        parts().into_iter().map(|part| (classes.get_u8(part), part)).collect();
    assert!(by_class.len() > 50, "{}", by_class.len());
    for mark in parts() {
        for &other in by_class.values() {
            assert!(agrees(&['a', mark, other]), "{mark:?} {other:?}");
            assert!(agrees(&['a', other, mark]), "{other:?} {mark:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// Parts in any order, among anything.
    #[test]
    fn texts_normalize_alike(
        text in prop::collection::vec(
            prop_oneof![
                4 => select(parts()),
                1 => any::<char>(),
                1 => select(valid().collect::<Vec<_>>()),
                1 => prop::char::range('\u{1100}', '\u{11FF}'),
                1 => prop::char::range('\u{AC00}', '\u{AC60}'),
            ],
            0..12,
        )
    ) {
        prop_assert!(agrees(&text), "{text:?}");
    }
}
