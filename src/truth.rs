//! Three-valued logic (contract, section 7): true, false, or resting on facts that are missing.

use serde::ser::{Serialize, SerializeSeq, Serializer};

/// A fact that a snapshot may leave open, in the order in which missing ones are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Which account the row names, and how it stands.
    Account,
    /// An address of the account.
    Address,
    /// Whether the recipient is external.
    Organization,
    /// Whether the recipient has access already.
    Entries,
}

impl Fact {
    const ALL: [Self; 4] = [Self::Account, Self::Address, Self::Organization, Self::Entries];

    /// The wire name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Address => "address",
            Self::Organization => "organization",
            Self::Entries => "entries",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of missing facts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Facts(u8);

impl Facts {
    /// The facts, in the order of the contract.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::ALL.into_iter().filter(move |fact| self.0 & fact.bit() != 0)
    }

    /// True when nothing is missing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[inline]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut names = serializer.serialize_seq(None)?;
        for fact in self.iter() {
            names.serialize_element(fact.name())?;
        }
        names.end()
    }
}

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    False,
    True,
    /// It depends on these.
    Unknown(Facts),
}

impl Truth {
    #[inline]
    pub(crate) const fn unknown(fact: Fact) -> Self {
        Self::Unknown(Facts(fact.bit()))
    }

    /// False when one part is, else unknown when one part is.
    #[inline]
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::Unknown(a), Self::Unknown(b)) => Self::Unknown(a.with(b)),
            (Self::Unknown(facts), Self::True) | (Self::True, Self::Unknown(facts)) => {
                Self::Unknown(facts)
            }
            (Self::True, Self::True) => Self::True,
        }
    }

    /// True when one part is, else unknown when one part is.
    #[inline]
    pub(crate) const fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    #[inline]
    pub(crate) const fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::True => Self::False,
            Self::Unknown(facts) => Self::Unknown(facts),
        }
    }

    /// What is missing to decide it.
    #[inline]
    pub(crate) const fn missing(self) -> Facts {
        match self {
            Self::Unknown(facts) => facts,
            Self::False | Self::True => Facts(0),
        }
    }

    #[inline]
    pub(crate) const fn known(self) -> Option<bool> {
        match self {
            Self::False => Some(false),
            Self::True => Some(true),
            Self::Unknown(_) => None,
        }
    }
}

impl From<bool> for Truth {
    #[inline]
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}
