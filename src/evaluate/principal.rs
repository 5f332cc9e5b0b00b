use crate::email::EmailAddress;
use crate::id::{BotId, UserId};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Whom a row means: equal for two rows exactly when they name the same recipient.
#[derive(Debug, Clone, Copy, Eq)]
pub enum Principal<'a> {
    /// An account.
    User(UserId),
    /// A bot.
    Bot(BotId),
    /// An address that no account, or no single one, owns.
    Email(&'a EmailAddress<'a>),
}

impl PartialEq for Principal<'_> {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::User(one), Self::User(other)) => one == other,
            (Self::Bot(one), Self::Bot(other)) => one == other,
            (Self::Email(one), Self::Email(other)) => one == other,
            (Self::User(_) | Self::Bot(_) | Self::Email(_), _) => false,
        }
    }
}

impl Serialize for Principal<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::User(id) => map.serialize_entry("user_id", id)?,
            Self::Bot(id) => map.serialize_entry("bot_id", id)?,
            Self::Email(address) => map.serialize_entry("email", &address.key())?,
        }
        map.end()
    }
}
