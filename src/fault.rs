//! What can be wrong with a request or a snapshot (contract, section 3).

use crate::email::EmailFault;
use crate::json::Malformed;
use crate::status::DocumentState;
use serde::Serialize;

/// A request error, with its params.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The request's text cannot be read.
    Envelope(EnvelopeFault),
    /// The request has another shape.
    Shape(ShapeFault),
    /// The snapshot is of a contract version that this library does not know.
    SnapshotVersionUnsupported,
    /// The snapshot is wrong.
    SnapshotInvalid(SnapshotFault),
    /// The snapshot is of another document than the one asked for.
    SnapshotMismatch,
    /// The snapshot has another revision than the one asked for.
    SnapshotStale,
    /// The caller may not share.
    SharingNotAllowed(Refusal),
    /// The document is locked or in the trash.
    DocumentUnavailable(DocumentState),
    /// A fault of the snapshot as a client sees it: its code.
    Concealed(&'static str),
}

/// A text that cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnvelopeFault {
    /// A request over 256 KiB, a snapshot over 64 MiB.
    TooLarge {
        /// The limit.
        max_bytes: u64,
        /// The size of the text, in bytes.
        actual_bytes: u64,
    },
    /// Not acceptable JSON.
    Malformed(Malformed),
    /// A JavaScript value that `JSON.stringify` cannot write.
    Unwritable,
}

/// A place where a document has another shape than it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    /// `{"recipient": []}`: suggestion `recipients`.
    UnknownField {
        /// The known name that was probably meant.
        suggestion: Option<&'static str>,
    },
    /// A member that must be there is absent, or null.
    MissingRequiredField,
    /// `{"recipients": {}}`: expected `array`, actual `object`.
    InvalidType {
        /// A JSON type, or `integer`.
        expected: &'static str,
        /// A JSON type.
        actual: &'static str,
    },
    /// `{"recipients": []}`.
    TooFewItems {
        /// The least number.
        min: u64,
        /// The number given.
        actual: u64,
    },
    /// 101 recipients.
    TooManyItems {
        /// The greatest number.
        max: u64,
        /// The number given.
        actual: u64,
    },
    /// `"role": "owner"`.
    InvalidEnumValue {
        /// Every value that is allowed.
        allowed: &'static [&'static str],
    },
    /// A row with none, two or three of `user_id`, `email` and `bot_id`.
    IdentifierNotExactlyOne {
        /// How many it has.
        found: u8,
    },
    /// `"user_id": "bob"`.
    InvalidIdFormat {
        /// What the id should begin with.
        expected_prefix: &'static str,
    },
    /// A `custom_message` of 1001 code points.
    TextTooLong {
        /// The limit, in Unicode code points.
        max: u64,
        /// The length, in Unicode code points.
        actual: u64,
    },
}

/// What is wrong with a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotFault {
    /// Its text cannot be read.
    Envelope(EnvelopeFault),
    /// Another shape than section 5 gives.
    Shape(ShapeFault),
    /// An address in the policy that cannot be read.
    InvalidEmail(EmailFault),
    /// A domain pattern in the policy that cannot be read.
    InvalidDomain(EmailFault),
    /// Members that contradict each other.
    Inconsistent(Inconsistency),
}

/// Snapshot members that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inconsistency {
    /// The caller is the owner and its role is not `owner`, or the reverse.
    OwnerRole,
    /// An entry with a `bot_id` and another identifier.
    EntryOfBotAndAnother,
    /// One id twice in the directory.
    ListedTwice,
}

/// Why the caller may not share, in the order in which it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The caller has no access to the document.
    NoRole,
    /// The directory says that the caller is suspended or deleted.
    CallerInactive,
    /// The policy has `sharing_enabled: false`.
    OrganizationDisabled,
    /// The caller has `can_share: false`.
    CapabilityDenied,
    /// The caller's role is under `min_role_to_share`.
    BelowMinimumRole,
}

impl Fault {
    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Envelope(fault) => fault.code(),
            Self::Shape(fault) => fault.code(),
            Self::SnapshotVersionUnsupported => "snapshot_version_unsupported",
            Self::SnapshotInvalid(_) => "snapshot_invalid",
            Self::SnapshotMismatch => "snapshot_mismatch",
            Self::SnapshotStale => "snapshot_stale",
            Self::SharingNotAllowed(_) => "sharing_not_allowed",
            Self::DocumentUnavailable(_) => "document_unavailable",
            Self::Concealed(code) => code,
        }
    }

    /// The HTTP status that answers it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Envelope(EnvelopeFault::TooLarge { .. }) => 413,
            Self::Envelope(_) | Self::Shape(_) => 400,
            Self::SnapshotVersionUnsupported | Self::SnapshotInvalid(_) | Self::Concealed(_) => 500,
            Self::SnapshotMismatch | Self::DocumentUnavailable(_) => 409,
            Self::SnapshotStale => 412,
            Self::SharingNotAllowed(_) => 403,
        }
    }
}

impl EnvelopeFault {
    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "input_too_large",
            Self::Malformed(_) | Self::Unwritable => "malformed_json",
        }
    }
}

impl ShapeFault {
    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownField { .. } => "unknown_field",
            Self::MissingRequiredField => "missing_required_field",
            Self::InvalidType { .. } => "invalid_type",
            Self::TooFewItems { .. } => "too_few_items",
            Self::TooManyItems { .. } => "too_many_items",
            Self::InvalidEnumValue { .. } => "invalid_enum_value",
            Self::IdentifierNotExactlyOne { .. } => "identifier_not_exactly_one",
            Self::InvalidIdFormat { .. } => "invalid_id_format",
            Self::TextTooLong { .. } => "text_too_long",
        }
    }
}

impl SnapshotFault {
    /// The `detail` of `snapshot_invalid`.
    #[must_use]
    pub const fn detail(&self) -> &'static str {
        match self {
            Self::Envelope(fault) => fault.code(),
            Self::Shape(fault) => fault.code(),
            Self::InvalidEmail(_) => "invalid_email",
            Self::InvalidDomain(_) => "invalid_domain",
            Self::Inconsistent(_) => "inconsistent",
        }
    }
}

impl From<EnvelopeFault> for Fault {
    fn from(fault: EnvelopeFault) -> Self {
        Self::Envelope(fault)
    }
}

impl From<EnvelopeFault> for SnapshotFault {
    fn from(fault: EnvelopeFault) -> Self {
        Self::Envelope(fault)
    }
}

impl From<ShapeFault> for Fault {
    fn from(fault: ShapeFault) -> Self {
        Self::Shape(fault)
    }
}

impl From<ShapeFault> for SnapshotFault {
    fn from(fault: ShapeFault) -> Self {
        Self::Shape(fault)
    }
}

impl From<SnapshotFault> for Fault {
    fn from(fault: SnapshotFault) -> Self {
        Self::SnapshotInvalid(fault)
    }
}
