//! What can happen to a row (contract, section 7).

use crate::email::EmailFault;
use crate::kind::RecipientKind;
use crate::role::Role;
use crate::status::Status;
use crate::truth::Facts;
use serde::{Serialize, Serializer};

/// What happens to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// An account or bot gets the role.
    Granted,
    /// An address without an account becomes a placeholder user.
    Invited,
    /// Nothing, for this reason.
    Failed(Failure<'a>),
}

/// Why a row fails, with its params, in the order of precedence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Failure<'a> {
    /// The address cannot be read.
    InvalidEmail {
        /// Why.
        detail: EmailFault,
    },
    /// An earlier row that succeeded names the same recipient.
    DuplicateRecipient {
        /// The index of that row.
        duplicate_of: u32,
        /// Whether it asked for the same role.
        same_role: bool,
    },
    /// The caller names itself.
    RecipientIsCaller,
    /// The recipient owns the document.
    RecipientIsOwner,
    /// The role is above what the caller may grant.
    RoleExceedsCeiling {
        /// The role asked for.
        requested_role: Role,
        /// The highest that the caller may grant.
        max_role: Role,
        /// What sets the ceiling.
        rule: CeilingRule,
    },
    /// The policy takes no identifiers of this kind.
    RecipientKindNotAllowed {
        /// The kind sent.
        kind: RecipientKind,
    },
    /// The recipient is external and the policy keeps those out.
    ExternalSharingDisabled,
    /// An address of the recipient is in a blocked domain.
    DomainBlocked {
        /// The domain, in A-labels.
        domain: &'a str,
    },
    /// No address of the recipient is in an allowed domain.
    DomainNotAllowed {
        /// The domain of its first known address, in A-labels.
        domain: &'a str,
    },
    /// The role is above what the policy gives to such recipients.
    RoleNotAllowedForRecipient {
        /// The class with the lowest ceiling.
        class: Class,
        /// That ceiling.
        max_role: Role,
    },
    /// There is no such account, bot or invitable address.
    RecipientNotFound,
    /// Several accounts own the address.
    RecipientAmbiguous,
    /// The account or bot is suspended or deleted.
    RecipientInactive {
        /// How it stands.
        status: Status,
    },
    /// The policy blocks the recipient.
    RecipientBlocked,
    /// An entry names the recipient.
    AlreadyHasAccess {
        /// Its role.
        current_role: Role,
        /// That role against the one asked for.
        comparison: Comparison,
    },
    /// A limit that counts the row is full.
    LimitReached {
        /// Its name.
        limit: &'a str,
        /// What it holds.
        max: u64,
        /// What is used, the earlier rows of this request included.
        used: u64,
    },
    /// The snapshot leaves open what would happen.
    Indeterminate {
        /// What it does not say.
        missing: Facts,
    },
}

/// What sets a caller's ceiling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CeilingRule {
    /// Only the owner may grant `admin`.
    OwnerOnly,
    /// Nobody may grant above their own role.
    OwnRole,
}

/// A class of recipients that a policy can give a ceiling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Outside the document's organisation.
    External,
    /// An e-mail without an account.
    Invite,
    /// A bot.
    Bot,
}

/// The current role against the one asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Equal.
    Same,
    /// The recipient has less than was asked for.
    Lower,
    /// The recipient has more than was asked for.
    Higher,
}

/// The wire code of an outcome, failures in the order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each stands for the outcome of its name")]
pub enum Code {
    InvalidEmail,
    DuplicateRecipient,
    RecipientIsCaller,
    RecipientIsOwner,
    RoleExceedsCeiling,
    RecipientKindNotAllowed,
    ExternalSharingDisabled,
    DomainBlocked,
    DomainNotAllowed,
    RoleNotAllowedForRecipient,
    RecipientNotFound,
    RecipientAmbiguous,
    RecipientInactive,
    RecipientBlocked,
    AlreadyHasAccess,
    LimitReached,
    Indeterminate,
    Granted,
    Invited,
}

impl Code {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InvalidEmail => "invalid_email",
            Self::DuplicateRecipient => "duplicate_recipient",
            Self::RecipientIsCaller => "recipient_is_caller",
            Self::RecipientIsOwner => "recipient_is_owner",
            Self::RoleExceedsCeiling => "role_exceeds_ceiling",
            Self::RecipientKindNotAllowed => "recipient_kind_not_allowed",
            Self::ExternalSharingDisabled => "external_sharing_disabled",
            Self::DomainBlocked => "domain_blocked",
            Self::DomainNotAllowed => "domain_not_allowed",
            Self::RoleNotAllowedForRecipient => "role_not_allowed_for_recipient",
            Self::RecipientNotFound => "recipient_not_found",
            Self::RecipientAmbiguous => "recipient_ambiguous",
            Self::RecipientInactive => "recipient_inactive",
            Self::RecipientBlocked => "recipient_blocked",
            Self::AlreadyHasAccess => "already_has_access",
            Self::LimitReached => "limit_reached",
            Self::Indeterminate => "indeterminate",
            Self::Granted => "granted",
            Self::Invited => "invited",
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Outcome<'_> {
    /// The wire code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Granted => Code::Granted,
            Self::Invited => Code::Invited,
            Self::Failed(failure) => failure.code(),
        }
    }

    /// Whether the recipient gets the role.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        match self {
            Self::Granted | Self::Invited => true,
            Self::Failed(_) => false,
        }
    }
}

impl Failure<'_> {
    /// The wire code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::InvalidEmail { .. } => Code::InvalidEmail,
            Self::DuplicateRecipient { .. } => Code::DuplicateRecipient,
            Self::RecipientIsCaller => Code::RecipientIsCaller,
            Self::RecipientIsOwner => Code::RecipientIsOwner,
            Self::RoleExceedsCeiling { .. } => Code::RoleExceedsCeiling,
            Self::RecipientKindNotAllowed { .. } => Code::RecipientKindNotAllowed,
            Self::ExternalSharingDisabled => Code::ExternalSharingDisabled,
            Self::DomainBlocked { .. } => Code::DomainBlocked,
            Self::DomainNotAllowed { .. } => Code::DomainNotAllowed,
            Self::RoleNotAllowedForRecipient { .. } => Code::RoleNotAllowedForRecipient,
            Self::RecipientNotFound => Code::RecipientNotFound,
            Self::RecipientAmbiguous => Code::RecipientAmbiguous,
            Self::RecipientInactive { .. } => Code::RecipientInactive,
            Self::RecipientBlocked => Code::RecipientBlocked,
            Self::AlreadyHasAccess { .. } => Code::AlreadyHasAccess,
            Self::LimitReached { .. } => Code::LimitReached,
            Self::Indeterminate { .. } => Code::Indeterminate,
        }
    }

    /// Whether the failure has params.
    pub(crate) const fn has_params(&self) -> bool {
        !matches!(
            self,
            Self::RecipientIsCaller
                | Self::RecipientIsOwner
                | Self::ExternalSharingDisabled
                | Self::RecipientNotFound
                | Self::RecipientAmbiguous
                | Self::RecipientBlocked
        )
    }
}
