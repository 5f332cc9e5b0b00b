use serde::{Serialize, Serializer};
use thiserror::Error;

/// Why a text is no e-mail address, or no domain: the first of this list that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum EmailFault {
    /// Nothing but white space.
    #[error("the address is empty")]
    Empty,
    /// More than 2048 bytes.
    #[error("the address is far too long")]
    TooLong,
    /// A C0, DEL or C1 control character, such as a line break between two addresses.
    #[error("the address contains a control character")]
    ControlCharacter,
    /// No `@`: `bob`.
    #[error("the address has no @")]
    MissingAt,
    /// Two or more `@`: `bob@@example.com`.
    #[error("the address has more than one @")]
    MultipleAt,
    /// `"bob"@example.com`.
    #[error("quoted addresses are not supported")]
    QuotedLocal,
    /// `Bob <bob@example.com>`.
    #[error("the address must stand alone, without a name or angle brackets")]
    DisplayName,
    /// `bob(home)@example.com`.
    #[error("the address contains a comment in parentheses")]
    Comment,
    /// `bob@[192.0.2.1]`.
    #[error("the part after the @ must be a domain, not a network address")]
    IpLiteral,
    /// `@example.com`.
    #[error("the part before the @ is empty")]
    LocalEmpty,
    /// `böb@example.com`.
    #[error("the part before the @ may only use ASCII characters")]
    LocalNonAscii,
    /// `bob smith@example.com`, `bob,@example.com`.
    #[error("the part before the @ contains a character that is not allowed")]
    LocalCharacter,
    /// `.bob@example.com`, `bob.@example.com`, `b..ob@example.com`.
    #[error("the part before the @ has a dot in a place where none may be")]
    LocalDot,
    /// More than 64 octets before the `@`.
    #[error("the part before the @ is longer than 64 characters")]
    LocalTooLong,
    /// `bob@`.
    #[error("the domain is empty")]
    DomainEmpty,
    /// `bob@example.com.`.
    #[error("the domain ends with a dot")]
    DomainTrailingDot,
    /// `bob@localhost`.
    #[error("the domain has no dot")]
    DomainDotless,
    /// `bob@example.c`, `bob@192.0.2.1`.
    #[error("the domain does not end in a top-level domain")]
    DomainTld,
    /// A character nobody can see, such as a soft hyphen or a zero-width space.
    #[error("the domain contains an invisible character")]
    DomainInvisibleCharacter,
    /// `bob@exa_mple.com`, `bob@-example.com`, `bob@☃.com`.
    #[error("the domain is not valid")]
    DomainInvalid,
    /// A label over 63 octets, or an address over 254.
    #[error("the address is too long")]
    DomainTooLong,
}

impl EmailFault {
    /// The wire name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::ControlCharacter => "control_character",
            Self::MissingAt => "missing_at",
            Self::MultipleAt => "multiple_at",
            Self::QuotedLocal => "quoted_local",
            Self::DisplayName => "display_name",
            Self::Comment => "comment",
            Self::IpLiteral => "ip_literal",
            Self::LocalEmpty => "local_empty",
            Self::LocalNonAscii => "local_non_ascii",
            Self::LocalCharacter => "local_character",
            Self::LocalDot => "local_dot",
            Self::LocalTooLong => "local_too_long",
            Self::DomainEmpty => "domain_empty",
            Self::DomainTrailingDot => "domain_trailing_dot",
            Self::DomainDotless => "domain_dotless",
            Self::DomainTld => "domain_tld",
            Self::DomainInvisibleCharacter => "domain_invisible_character",
            Self::DomainInvalid => "domain_invalid",
            Self::DomainTooLong => "domain_too_long",
        }
    }
}

impl Serialize for EmailFault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
