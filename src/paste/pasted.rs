use super::span::Span;
use crate::email::{EmailAddress, EmailFault};
use crate::id::{BotId, UserId};
use crate::limits::MAX_PASTE_BYTES;
use crate::messages;
use crate::warning::Warning;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Whom a pasted text names, and what in it names nobody. Both in the order of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pasted<'t> {
    /// As often as they are named: [`normalize`](crate::normalize) finds duplicates.
    pub recipients: Vec<ParsedRecipient<'t>>,
    /// What stays in the input box.
    pub residue: Vec<Residue>,
}

/// A recipient in a pasted text.
///
/// Serialises as `{email, address, display}`, `{user_id}` or `{bot_id}`, with `name?`, `span` and
/// `warnings?`.
#[derive(Debug, Clone, PartialEq)]
pub struct ParsedRecipient<'t> {
    /// Who it is.
    pub identity: ParsedIdentity<'t>,
    /// The display name, if one stands before the address.
    pub name: Option<String>,
    /// Where: name, brackets and the punctuation at its edges included.
    pub span: Span,
    /// What to look at twice.
    pub warnings: Vec<Warning<'static>>,
}

/// How a pasted text names a recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParsedIdentity<'t> {
    /// By id.
    User(UserId),
    /// By id.
    Bot(BotId),
    /// By address.
    Email(EmailAddress<'t>),
}

/// A part of a pasted text that names nobody.
///
/// Serialises as `{reason, message, span, …params}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residue {
    /// Why.
    pub reason: Reason,
    /// Where.
    pub span: Span,
}

/// Why a part of a pasted text names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is no address.
    Email(EmailFault),
    /// `usr_123`, or an id in upper case.
    InvalidIdFormat {
        /// What it begins with.
        expected_prefix: &'static str,
    },
    /// `"Bob <bob@example.com>`: what follows may all be a name.
    UnclosedQuote,
    /// `Bob <bob@example.com`
    UnclosedAngle,
    /// `undisclosed-recipients:;`
    EmptyGroup,
    /// The whole text: it is over 256 KiB.
    InputTooLarge {
        /// Its size.
        actual_bytes: u64,
    },
}

impl Reason {
    /// The wire code: for an address the `detail` of `invalid_email`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email(fault) => fault.name(),
            Self::InvalidIdFormat { .. } => "invalid_id_format",
            Self::UnclosedQuote => "unclosed_quote",
            Self::UnclosedAngle => "unclosed_angle",
            Self::EmptyGroup => "empty_group",
            Self::InputTooLarge { .. } => "input_too_large",
        }
    }
}

impl Pasted<'_> {
    /// A text that is not looked into: it stays where it is.
    pub(crate) fn too_large(bytes: usize, utf16: usize) -> Self {
        let reason = Reason::InputTooLarge { actual_bytes: bytes as u64 };
        let residue = Residue { reason, span: Span::whole(bytes, utf16) };
        Self { recipients: Vec::new(), residue: vec![residue] }
    }
}

impl Serialize for ParsedRecipient<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match &self.identity {
            ParsedIdentity::User(id) => map.serialize_entry("user_id", id)?,
            ParsedIdentity::Bot(id) => map.serialize_entry("bot_id", id)?,
            ParsedIdentity::Email(address) => {
                map.serialize_entry("email", &address.key())?;
                map.serialize_entry("address", address.as_str())?;
                map.serialize_entry("display", &address.display())?;
            }
        }
        if let Some(name) = &self.name {
            map.serialize_entry("name", name)?;
        }
        map.serialize_entry("span", &self.span)?;
        if !self.warnings.is_empty() {
            map.serialize_entry("warnings", &self.warnings)?;
        }
        map.end()
    }
}

impl Serialize for Residue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("reason", self.reason.code())?;
        map.serialize_entry("message", messages::residue(self.reason))?;
        map.serialize_entry("span", &self.span)?;
        match self.reason {
            Reason::InvalidIdFormat { expected_prefix } => {
                map.serialize_entry("expected_prefix", expected_prefix)?;
            }
            Reason::InputTooLarge { actual_bytes } => {
                map.serialize_entry("max_bytes", &(MAX_PASTE_BYTES as u64))?;
                map.serialize_entry("actual_bytes", &actual_bytes)?;
            }
            Reason::Email(_)
            | Reason::UnclosedQuote
            | Reason::UnclosedAngle
            | Reason::EmptyGroup => {}
        }
        map.end()
    }
}
