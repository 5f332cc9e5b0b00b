/// What is asked of a valid character besides what it maps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class {
    combining: u8,
    traits: u8,
}

/// In the place of class 0: NFC may make one character of this and the one before.
const COMPOSES: u8 = u8::MAX;

impl Class {
    /// Of U+FFFD, which stands for all that is not valid.
    pub(crate) const REPLACEMENT: Self = Self { combining: 0, traits: 5 << 1 };

    pub(crate) const fn new(combining: u8, traits: u8) -> Self {
        Self { combining, traits }
    }

    /// Canonical_Combining_Class.
    pub(crate) const fn combining(self) -> u8 {
        if self.combining == COMPOSES { 0 } else { self.combining }
    }

    /// In NFC, whatever stands before it (NFC_Quick_Check=Yes, and no combining class).
    pub(crate) const fn is_settled(self) -> bool {
        self.combining == 0
    }

    /// General_Category is Mark.
    pub(crate) const fn is_mark(self) -> bool {
        self.traits & 1 != 0
    }

    /// The group of its Bidi_Class, of 0 to 6.
    pub(crate) const fn bidi(self) -> u8 {
        self.traits >> 1 & 7
    }

    /// Joining_Type, of 0 to 5.
    pub(crate) const fn joining(self) -> u8 {
        self.traits >> 4
    }
}
