//! TypeIDs (contract, section 4): a fixed prefix and 26 characters of Crockford's base 32.

use serde::{Serialize, Serializer};
use std::fmt;
use thiserror::Error;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const PREFIX: usize = 4;
const SUFFIX: usize = 26;
/// As long is every id.
pub(crate) const ID_BYTES: usize = PREFIX + SUFFIX;
const NONE: u8 = 0xFF;

/// Byte to digit.
const DIGITS: [u8; 256] = {
    let mut digits = [NONE; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounds included")]
        {
            digits[ALPHABET[value] as usize] = value as u8;
        }
        value += 1;
    }
    digits
};

/// Not an id of the kind asked for: wrong prefix, length, alphabet or case, or first digit over `7`.
///
/// `USR_01h455vb4pex5vsknk084sn02q`, `usr_8zzzzzzzzzzzzzzzzzzzzzzzzz` and `usr_01h455` are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an id of the form {expected_prefix} and 26 characters of 0-9a-z without i, l, o, u")]
pub struct InvalidId {
    /// What the id should begin with, `usr_` for one.
    pub expected_prefix: &'static str,
}

/// Digits that fit in 64 bits with some left: 128 bits are two of these, and two digits before them.
const GROUP: usize = 12;
const GROUP_BITS: u32 = 5 * GROUP as u32;

/// The 128 bits of a suffix: in halves, as 16 bytes would be aligned to 16, and lists of them full of holes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Suffix {
    high: u64,
    low: u64,
}

impl Spread for Suffix {
    #[inline]
    fn spread(self) -> u64 {
        (self.high ^ self.low.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

fn suffix(text: &str) -> Option<Suffix> {
    let digits: &[u8; SUFFIX] = text.as_bytes().try_into().ok()?;
    let (first, groups) = digits.split_first_chunk::<2>()?;
    let (high, low) = groups.split_first_chunk::<GROUP>()?;
    let (mut seen, mut value) = (0, 0);
    for group in [first.as_slice(), high, low] {
        value = value << GROUP_BITS | u128::from(number(group, &mut seen));
    }
    let halves = Suffix { high: (value >> 64) as u64, low: value as u64 };
    (seen < 32 && *first < [b'8', 0]).then_some(halves)
}

/// What a few digits are worth; a bit beyond the fifth is set in `seen` when one is none.
#[inline]
fn number(digits: &[u8], seen: &mut u8) -> u64 {
    let mut value = 0;
    for &byte in digits {
        let digit = DIGITS.get(usize::from(byte)).copied().unwrap_or(NONE);
        *seen |= digit;
        value = value << 5 | u64::from(digit & 31);
    }
    value
}

/// The 26 characters of a suffix.
fn characters(Suffix { high, low }: Suffix) -> [u8; SUFFIX] {
    let mut text = [b'0'; SUFFIX];
    let mut rest = u128::from(high) << 64 | u128::from(low);
    for group in text.rchunks_mut(GROUP) {
        let mut number = rest as u64;
        for character in group.iter_mut().rev() {
            *character = ALPHABET.get((number & 31) as usize).copied().unwrap_or(b'0');
            number >>= 5;
        }
        rest >>= GROUP_BITS;
    }
    text
}

/// An id is ASCII.
fn text(characters: &[u8]) -> &str {
    std::str::from_utf8(characters).unwrap_or_default()
}

/// Ids spread over 64 bits, evenly in the leading ones too: ids made at one time begin alike.
pub(crate) trait Spread: Copy + Ord {
    fn spread(self) -> u64;
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Suffix);

        impl $name {
            /// What an id of this kind begins with.
            pub const PREFIX: &'static str = $prefix;

            /// Reads an id, to the letter: nothing is trimmed, no case is folded.
            ///
            /// # Errors
            /// Another prefix, upper case, a length other than 30, one of `i`, `l`, `o`, `u`, or a
            /// first digit over `7`.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                text.strip_prefix(Self::PREFIX)
                    .and_then(suffix)
                    .map(Self)
                    .ok_or(InvalidId { expected_prefix: Self::PREFIX })
            }

            /// What follows the prefix.
            pub(crate) fn suffix(self) -> [u8; SUFFIX] {
                characters(self.0)
            }

            fn characters(self) -> [u8; ID_BYTES] {
                let mut id = [0; ID_BYTES];
                let characters = Self::PREFIX.bytes().chain(self.suffix());
                for (place, character) in id.iter_mut().zip(characters) {
                    *place = character;
                }
                id
            }
        }

        impl Spread for $name {
            #[inline]
            fn spread(self) -> u64 {
                self.0.spread()
            }
        }

        impl From<$name> for Suffix {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<Suffix> for $name {
            fn from(suffix: Suffix) -> Self {
                Self(suffix)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(text(&self.characters()))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(text(&self.characters()))
            }
        }
    };
}

id!(
    /// A user account.
    ///
    /// ```
    /// use share_policy::UserId;
    /// let id = UserId::parse("usr_01h455vb4pex5vsknk084sn02q").unwrap();
    /// assert_eq!(id.to_string(), "usr_01h455vb4pex5vsknk084sn02q");
    /// assert!(UserId::parse("bot_01h455vb4pex5vsknk084sn02q").is_err());
    /// ```
    UserId,
    "usr_"
);
id!(
    /// A bot.
    BotId,
    "bot_"
);
id!(
    /// A document.
    DocumentId,
    "doc_"
);
id!(
    /// An organisation.
    OrganizationId,
    "org_"
);
