//! Hints that never change an outcome (contract, section 10).

use crate::messages;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// A hint, with its params, in the order in which the hints of a row stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning<'a> {
    /// The row succeeds, and its recipient is outside the organisation.
    ExternalRecipient,
    /// The address is not used as it was sent: ` Bob@Example.com` is `Bob@example.com`.
    EmailNormalized {
        /// As it was sent.
        from: &'a str,
    },
    /// The domain is unknown, and one slip of a finger away from a known one.
    SimilarDomain {
        /// The known domain, in A-labels. Never applied.
        suggestion: &'a str,
    },
    /// The domain is written in more than unaccented letters: it may look like another one.
    IdnDomain,
    /// The address may be another spelling of an earlier row's mailbox.
    PossibleSameMailbox {
        /// The index of that row.
        of: u32,
        /// What would make them one.
        rule: MailboxRule,
    },
    /// There is a message, and nobody is told of the share.
    MessageIgnored,
    /// The message holds a control character other than a tab or a line break.
    MessageControlCharacter,
    /// The request uses a limit of which a tenth or less remains.
    LimitNearlyReached {
        /// Its name.
        limit: &'a str,
        /// What it holds.
        max: u64,
        /// What is used, with this request.
        used: u64,
    },
    /// The name beside a pasted address holds an address.
    DisplayNameContainsAddress,
}

/// What makes two addresses one mailbox at some providers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MailboxRule {
    /// `bob+docs@example.com` and `bob@example.com`.
    PlusTag,
    /// `b.ob@gmail.com` and `bob@gmail.com`.
    GmailDots,
}

/// A hint about a row, or about the request as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The row; none when it is about the request.
    pub index: Option<u32>,
    /// The hint.
    pub warning: Warning<'a>,
}

impl Warning<'_> {
    /// The wire code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ExternalRecipient => "external_recipient",
            Self::EmailNormalized { .. } => "email_normalized",
            Self::SimilarDomain { .. } => "similar_domain",
            Self::IdnDomain => "idn_domain",
            Self::PossibleSameMailbox { .. } => "possible_same_mailbox",
            Self::MessageIgnored => "message_ignored",
            Self::MessageControlCharacter => "message_control_character",
            Self::LimitNearlyReached { .. } => "limit_nearly_reached",
            Self::DisplayNameContainsAddress => "display_name_contains_address",
        }
    }

    fn params<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::EmailNormalized { from } => map.serialize_entry("from", from),
            Self::SimilarDomain { suggestion } => map.serialize_entry("suggestion", suggestion),
            Self::PossibleSameMailbox { of, rule } => {
                map.serialize_entry("of", of)?;
                map.serialize_entry("rule", rule)
            }
            Self::LimitNearlyReached { limit, max, used } => {
                map.serialize_entry("limit", limit)?;
                map.serialize_entry("max", max)?;
                map.serialize_entry("used", used)
            }
            Self::ExternalRecipient
            | Self::IdnDomain
            | Self::MessageIgnored
            | Self::MessageControlCharacter
            | Self::DisplayNameContainsAddress => Ok(()),
        }
    }
}

/// `{index?, code, message, …params}`.
impl Serialize for Hint<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(index) = self.index {
            map.serialize_entry("index", &index)?;
        }
        map.serialize_entry("code", self.warning.code())?;
        map.serialize_entry("message", &messages::warning(&self.warning))?;
        self.warning.params(&mut map)?;
        map.end()
    }
}

/// `{code, message, …params}`.
impl Serialize for Warning<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Hint { index: None, warning: *self }.serialize(serializer)
    }
}
