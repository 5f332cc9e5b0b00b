/// Bidi_Class, in groups: of those that the rule of RFC 5893 does not tell apart one stands for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BidiClass(u8);

const LEFT_TO_RIGHT: u8 = 0;
/// Right_To_Left and Arabic_Letter.
const RIGHT_TO_LEFT: u8 = 1;
const EUROPEAN_NUMBER: u8 = 2;
const ARABIC_NUMBER: u8 = 3;
const NONSPACING_MARK: u8 = 4;
/// Separators of numbers, European_Terminator, Other_Neutral and Boundary_Neutral.
const NEUTRAL: u8 = 5;

impl BidiClass {
    pub(crate) const fn new(group: u8) -> Self {
        Self(group)
    }

    /// The mask that holds this class alone.
    #[must_use]
    pub const fn to_mask(self) -> BidiClassMask {
        BidiClassMask::of(&[self.0])
    }

    /// Is it Left_To_Right?
    #[must_use]
    pub const fn is_ltr(self) -> bool {
        self.0 == LEFT_TO_RIGHT
    }

    /// Is it Nonspacing_Mark?
    #[must_use]
    pub const fn is_nonspacing_mark(self) -> bool {
        self.0 == NONSPACING_MARK
    }

    /// Is it European_Number?
    #[must_use]
    pub const fn is_european_number(self) -> bool {
        self.0 == EUROPEAN_NUMBER
    }

    /// Is it Arabic_Number?
    #[must_use]
    pub const fn is_arabic_number(self) -> bool {
        self.0 == ARABIC_NUMBER
    }
}

/// A set of bidi classes.
#[derive(Debug, Clone, Copy)]
pub struct BidiClassMask(u8);

impl BidiClassMask {
    const fn of(groups: &[u8]) -> Self {
        let (mut rest, mut mask) = (groups, 0);
        while let [first, behind @ ..] = rest {
            mask |= 1 << *first;
            rest = behind;
        }
        Self(mask)
    }

    /// Have both a class in common?
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What makes a domain a bidi domain.
pub const RTL_MASK: BidiClassMask = BidiClassMask::of(&[RIGHT_TO_LEFT, ARABIC_NUMBER]);

/// What a label may begin with.
pub const FIRST_BC_MASK: BidiClassMask = BidiClassMask::of(&[LEFT_TO_RIGHT, RIGHT_TO_LEFT]);

/// What a label from left to right may end with, before nonspacing marks.
pub const LAST_LTR_MASK: BidiClassMask = BidiClassMask::of(&[LEFT_TO_RIGHT, EUROPEAN_NUMBER]);

/// What a label from right to left may end with, before nonspacing marks.
pub const LAST_RTL_MASK: BidiClassMask =
    BidiClassMask::of(&[RIGHT_TO_LEFT, EUROPEAN_NUMBER, ARABIC_NUMBER]);

/// What a label from left to right may hold.
pub const MIDDLE_LTR_MASK: BidiClassMask =
    BidiClassMask::of(&[LEFT_TO_RIGHT, EUROPEAN_NUMBER, NEUTRAL, NONSPACING_MARK]);

/// What a label from right to left may hold.
pub const MIDDLE_RTL_MASK: BidiClassMask =
    BidiClassMask::of(&[RIGHT_TO_LEFT, ARABIC_NUMBER, EUROPEAN_NUMBER, NEUTRAL, NONSPACING_MARK]);
