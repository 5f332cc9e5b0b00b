//! The lists of a policy that an address can be on.

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    InternalDomains,
    AllowedDomains,
    BlockedDomains,
    BlockedRecipients,
}

/// Those that an address is on; or, of several addresses, one of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Lists(u8);

impl List {
    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// This list alone, if the address is on it.
    #[inline]
    pub(super) const fn when(self, listed: bool) -> Lists {
        Lists(if listed { self.bit() } else { 0 })
    }
}

impl Lists {
    #[inline]
    pub(crate) const fn on(self, list: List) -> bool {
        self.0 & list.bit() != 0
    }

    #[inline]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[inline]
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
