//! The Unicode data that [`idna`](https://docs.rs/idna) asks for, as `idna_adapter` 1.2.2 has it of ICU4X, in
//! a third of the space.
//!
//! The build script asks ICU4X about every code point and packs the answers; the first domain that is not
//! ASCII unfolds them. The interface, and what its constants hold, is that of `idna_adapter`, by the
//! rust-url developers. A test asks both about every code point and many texts.

mod bidi;
mod class;
mod joining;
mod normalize;
mod numbers;
mod tables;

pub use bidi::{
    BidiClass, BidiClassMask, FIRST_BC_MASK, LAST_LTR_MASK, LAST_RTL_MASK, MIDDLE_LTR_MASK,
    MIDDLE_RTL_MASK, RTL_MASK,
};
pub use joining::{
    JoiningType, JoiningTypeMask, LEFT_OR_DUAL_JOINING_MASK, RIGHT_OR_DUAL_JOINING_MASK,
};

use tables::Tables;

/// Canonical_Combining_Class=Virama.
const VIRAMA: u8 = 9;

/// The data, of which a domain in ASCII needs nothing.
#[derive(Debug, Default)]
pub struct Adapter;

impl Adapter {
    /// The only one.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }

    /// Canonical_Combining_Class is Virama.
    #[must_use]
    pub fn is_virama(&self, character: char) -> bool {
        Tables::get().class(character).combining() == VIRAMA
    }

    /// General_Category is Nonspacing_Mark, Spacing_Mark or Enclosing_Mark.
    #[must_use]
    pub fn is_mark(&self, character: char) -> bool {
        Tables::get().class(character).is_mark()
    }

    /// As much of Bidi_Class as RFC 5893 asks for.
    #[must_use]
    pub fn bidi_class(&self, character: char) -> BidiClass {
        BidiClass::new(Tables::get().class(character).bidi())
    }

    /// Joining_Type.
    #[must_use]
    pub fn joining_type(&self, character: char) -> JoiningType {
        JoiningType::new(Tables::get().class(character).joining())
    }

    /// The steps "Map" and "Normalize" of UTS #46: what is ignored is gone, and what is disallowed is U+FFFD.
    pub fn map_normalize<'a, I: Iterator<Item = char> + 'a>(
        &'a self,
        characters: I,
    ) -> impl Iterator<Item = char> + 'a {
        normalize::normalized(characters, None).into_iter()
    }

    /// The same for a label that must not change by it: what is ignored is U+FFFD as well.
    pub fn normalize_validate<'a, I: Iterator<Item = char> + 'a>(
        &'a self,
        characters: I,
    ) -> impl Iterator<Item = char> + 'a {
        normalize::normalized(characters, Some(char::REPLACEMENT_CHARACTER)).into_iter()
    }
}
