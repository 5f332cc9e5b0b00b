//! What ICU4X says of every code point.

use icu_normalizer::properties::{
    CanonicalCombiningClassMapBorrowed, CanonicalCompositionBorrowed,
    CanonicalDecompositionBorrowed, Decomposed,
};
use icu_normalizer::uts46::Uts46MapperBorrowed;
use icu_properties::props::{BidiClass, GeneralCategory, JoiningType};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use std::collections::HashSet;
use std::iter;

/// What UTS #46 makes of a code point.
#[derive(Clone, PartialEq, Eq)]
pub enum Kind {
    Disallowed,
    /// To other characters, or to none.
    Mapped(Vec<char>),
    /// Itself.
    Valid(Class),
}

/// What `idna` and normalization ask of a code point that is valid; of others nothing is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Class {
    /// Canonical_Combining_Class; 255 in the place of 0 where a character may compose with the one before.
    pub combining: u8,
    /// A mark, the bidi class and the joining type, as `src/class.rs` reads them.
    pub traits: u8,
}

/// Every code point in order; surrogates are disallowed.
pub fn code_points() -> Vec<Kind> {
    let mapper = Uts46MapperBorrowed::new();
    let classes = Classes::new();
    let kind = |code_point| {
        let Some(character) = char::from_u32(code_point) else { return Kind::Disallowed };
        let mapped: Vec<char> = mapper.map_normalize(iter::once(character)).collect();
        match mapped.as_slice() {
            [same] if *same == character => Kind::Valid(classes.of(character)),
            ['\u{FFFD}'] => Kind::Disallowed,
            _ => Kind::Mapped(mapped),
        }
    };
    (0..=u32::from(char::MAX)).map(kind).collect()
}

/// Every valid character that is two in NFD, of which NFC makes it again; Hangul is arithmetic.
pub fn composites() -> Vec<(char, [char; 2])> {
    let decomposition = CanonicalDecompositionBorrowed::new();
    let composition = CanonicalCompositionBorrowed::new();
    let mapper = Uts46MapperBorrowed::new();
    let valid = |character: char| mapper.map_normalize(iter::once(character)).eq([character]);
    let parts = |character| match decomposition.decompose(character) {
        Decomposed::Expansion(first, second) => {
            Some([first, second]).filter(|_| composition.compose(first, second) == Some(character))
        }
        Decomposed::Default | Decomposed::Singleton(_) => None,
    };
    ('\0'..=char::MAX)
        .filter(|character| !matches!(character, '\u{AC00}'..='\u{D7A3}') && valid(*character))
        .filter_map(|character| Some((character, parts(character)?)))
        .collect()
}

struct Classes {
    combining: CanonicalCombiningClassMapBorrowed<'static>,
    category: CodePointMapDataBorrowed<'static, GeneralCategory>,
    bidi: CodePointMapDataBorrowed<'static, BidiClass>,
    joining: CodePointMapDataBorrowed<'static, JoiningType>,
    seconds: HashSet<char>,
}

impl Classes {
    fn new() -> Self {
        Self {
            combining: CanonicalCombiningClassMapBorrowed::new(),
            category: CodePointMapData::<GeneralCategory>::new(),
            bidi: CodePointMapData::<BidiClass>::new(),
            joining: CodePointMapData::<JoiningType>::new(),
            seconds: composites().into_iter().map(|(_, parts)| parts[1]).collect(),
        }
    }

    fn of(&self, character: char) -> Class {
        let mark = matches!(
            self.category.get(character),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::EnclosingMark
        );
        let [bidi, joining] =
            [bidi(self.bidi.get(character)), joining(self.joining.get(character))];
        let traits = u8::from(mark) | bidi << 1 | joining << 4;
        Class { combining: self.combining_of(character), traits }
    }

    fn combining_of(&self, character: char) -> u8 {
        match self.combining.get_u8(character) {
            0 if self.seconds.contains(&character) || composes_by_arithmetic(character) => u8::MAX,
            combining => combining,
        }
    }
}

/// Vowels and trailing consonants of Hangul.
fn composes_by_arithmetic(character: char) -> bool {
    matches!(character, '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
}

/// The classes that RFC 5893 tells apart.
fn bidi(class: BidiClass) -> u8 {
    match class {
        BidiClass::LeftToRight => 0,
        BidiClass::RightToLeft | BidiClass::ArabicLetter => 1,
        BidiClass::EuropeanNumber => 2,
        BidiClass::ArabicNumber => 3,
        BidiClass::NonspacingMark => 4,
        BidiClass::EuropeanSeparator
        | BidiClass::CommonSeparator
        | BidiClass::EuropeanTerminator
        | BidiClass::OtherNeutral
        | BidiClass::BoundaryNeutral => 5,
        _ => 6,
    }
}

fn joining(joining: JoiningType) -> u8 {
    match joining {
        JoiningType::JoinCausing => 1,
        JoiningType::DualJoining => 2,
        JoiningType::LeftJoining => 3,
        JoiningType::RightJoining => 4,
        JoiningType::Transparent => 5,
        _ => 0,
    }
}
