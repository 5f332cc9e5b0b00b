/// Joining_Type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoiningType(u8);

const DUAL_JOINING: u8 = 2;
const LEFT_JOINING: u8 = 3;
const RIGHT_JOINING: u8 = 4;
const TRANSPARENT: u8 = 5;

impl JoiningType {
    pub(crate) const fn new(number: u8) -> Self {
        Self(number)
    }

    /// The mask that holds this type alone.
    #[must_use]
    pub const fn to_mask(self) -> JoiningTypeMask {
        JoiningTypeMask(1 << self.0)
    }

    /// Is it Transparent?
    #[must_use]
    pub const fn is_transparent(self) -> bool {
        self.0 == TRANSPARENT
    }
}

/// A set of joining types.
#[derive(Debug, Clone, Copy)]
pub struct JoiningTypeMask(u8);

impl JoiningTypeMask {
    /// Have both a type in common?
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What joins to the left.
pub const LEFT_OR_DUAL_JOINING_MASK: JoiningTypeMask =
    JoiningTypeMask(1 << LEFT_JOINING | 1 << DUAL_JOINING);

/// What joins to the right.
pub const RIGHT_OR_DUAL_JOINING_MASK: JoiningTypeMask =
    JoiningTypeMask(1 << RIGHT_JOINING | 1 << DUAL_JOINING);
