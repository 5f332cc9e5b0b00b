//! Every English sentence, by code. Codes are the contract; these may change and be translated.
//!
//! Two sentences for an outcome: [`outcome`] for readers entitled to the snapshot, [`wire`] for the
//! client, which names only what the row itself says.

use crate::email::EmailFault;
use crate::fault::{EnvelopeFault, Fault, Inconsistency, Refusal, ShapeFault, SnapshotFault};
use crate::json::{Malformed, MalformedDetail};
use crate::kind::RecipientKind;
use crate::outcome::{CeilingRule, Class, Failure};
use crate::status::{DocumentState, Status};
use crate::truth::Fact;

/// The title of a kind of problem, by its first fault.
pub(crate) const fn title(first: &Fault) -> &'static str {
    match first {
        Fault::Shape(_) => "The request is not well-formed",
        Fault::Envelope(EnvelopeFault::TooLarge { .. }) => "The request is too large",
        Fault::Envelope(_) => "The request is not acceptable JSON",
        Fault::SnapshotVersionUnsupported | Fault::SnapshotInvalid(_) | Fault::Concealed(_) => {
            "The access snapshot cannot be used"
        }
        Fault::SnapshotMismatch => "The access snapshot is of another document",
        Fault::SnapshotStale => "The access snapshot is out of date",
        Fault::SharingNotAllowed(_) => "Sharing is not allowed",
        Fault::DocumentUnavailable(_) => "The document is not available",
    }
}

/// A problem in one sentence: where its first error is, what it is, and how many more there are.
pub(crate) fn problem(pointer: &str, first: &Fault, more: usize) -> String {
    let place = if pointer.is_empty() { String::new() } else { format!("{pointer}: ") };
    let rest = match more {
        0 => String::new(),
        1 => " (and 1 more error)".to_owned(),
        more => format!(" (and {more} more errors)"),
    };
    format!("{place}{}{rest}", fault(first))
}

/// What is wrong at one place, and what would be right.
pub(crate) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Envelope(fault) => envelope(fault),
        Fault::Shape(fault) => shape(fault),
        Fault::SnapshotVersionUnsupported => {
            "This version of share-policy reads snapshots of version 1; \
             use a share-policy that knows the snapshot's version."
                .to_owned()
        }
        Fault::SnapshotInvalid(fault) => snapshot(fault),
        Fault::SnapshotMismatch => {
            "The snapshot is of another document than the one asked for.".to_owned()
        }
        Fault::SnapshotStale => {
            "The snapshot does not have the expected revision; read it again.".to_owned()
        }
        Fault::SharingNotAllowed(refusal) => refused(*refusal).to_owned(),
        Fault::DocumentUnavailable(state) => unavailable(*state).to_owned(),
        Fault::Concealed(_) => "The server could not establish who has access.".to_owned(),
    }
}

fn envelope(fault: &EnvelopeFault) -> String {
    match fault {
        EnvelopeFault::TooLarge { max_bytes, actual_bytes } => {
            format!("The text has {actual_bytes} bytes; at most {max_bytes} are taken.")
        }
        EnvelopeFault::Malformed(place) => malformed(place),
        EnvelopeFault::Unwritable => {
            "The value cannot be written as JSON: it is undefined or a function, refers to itself, \
             holds a BigInt, or throws when it is read."
                .to_owned()
        }
    }
}

fn malformed(place: &Malformed) -> String {
    let Malformed { detail, line, column, .. } = place;
    let what = match detail {
        MalformedDetail::Syntax => "The text is not JSON (RFC 8259)",
        MalformedDetail::Encoding => {
            "The text is not UTF-8, or has a byte order mark or a lone surrogate"
        }
        MalformedDetail::DuplicateKey => "An object names this member twice",
        MalformedDetail::Depth => "More than 32 arrays and objects stand inside each other",
    };
    format!("{what}: line {line}, column {column}.")
}

fn shape(fault: &ShapeFault) -> String {
    match fault {
        ShapeFault::UnknownField { suggestion: Some(name) } => {
            format!("This member is not known; did you mean \"{name}\"?")
        }
        ShapeFault::UnknownField { suggestion: None } => "This member is not known.".to_owned(),
        ShapeFault::MissingRequiredField => "This member is required.".to_owned(),
        ShapeFault::InvalidType { expected: "integer", actual: "number" } => {
            "This must be an integer from 0 to 9007199254740991.".to_owned()
        }
        ShapeFault::InvalidType { expected, actual } => {
            format!("This must be {}, not {}.", article(expected), article(actual))
        }
        ShapeFault::TooFewItems { min, actual } => {
            format!("At least {min} is needed; {actual} are given.")
        }
        ShapeFault::TooManyItems { max, actual } => {
            format!("At most {max} are taken; {actual} are given.")
        }
        ShapeFault::InvalidEnumValue { allowed } => {
            format!("This must be one of: {}.", allowed.join(", "))
        }
        ShapeFault::IdentifierNotExactlyOne { found: 0 } => {
            "A recipient needs one of user_id, email and bot_id.".to_owned()
        }
        ShapeFault::IdentifierNotExactlyOne { found } => {
            format!("Send exactly one of user_id, email and bot_id; {found} are given.")
        }
        ShapeFault::InvalidIdFormat { expected_prefix } => format!(
            "This must be {expected_prefix} and 26 characters of 0-9 and a-z without i, l, o and u, \
             the first at most 7."
        ),
        ShapeFault::TextTooLong { max, actual } => {
            format!("This has {actual} characters; at most {max} are taken.")
        }
    }
}

fn article(name: &str) -> String {
    match name {
        "null" => "null".to_owned(),
        "array" | "object" | "integer" => format!("an {name}"),
        other => format!("a {other}"),
    }
}

fn snapshot(fault: &SnapshotFault) -> String {
    match fault {
        SnapshotFault::Envelope(fault) => envelope(fault),
        SnapshotFault::Shape(fault) => shape(fault),
        SnapshotFault::InvalidEmail(reason) => {
            format!("This is neither an id nor an address: {reason}.")
        }
        SnapshotFault::InvalidDomain(reason) => {
            format!("This must be a domain such as example.com or *.example.com: {reason}.")
        }
        SnapshotFault::Inconsistent(inconsistency) => match inconsistency {
            Inconsistency::OwnerRole => {
                "The role must be owner exactly when the caller is document.owner.".to_owned()
            }
            Inconsistency::EntryOfBotAndAnother => {
                "An entry with a bot_id must not have a user_id or an email.".to_owned()
            }
            Inconsistency::ListedTwice => "This id is listed twice.".to_owned(),
        },
    }
}

const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoRole => "You do not have access to this document.",
        Refusal::CallerInactive => "Your account is not active.",
        Refusal::OrganizationDisabled => "Your organization has switched sharing off.",
        Refusal::CapabilityDenied => "You may not share this document.",
        Refusal::BelowMinimumRole => "Your role on this document does not allow sharing.",
    }
}

const fn unavailable(state: DocumentState) -> &'static str {
    match state {
        DocumentState::Active => "The document is available.",
        DocumentState::Locked => "The document is locked.",
        DocumentState::Trashed => "The document is in the trash.",
    }
}

/// Why a row fails, for readers entitled to the snapshot.
pub(crate) fn outcome(failure: &Failure<'_>) -> String {
    match failure {
        Failure::DuplicateRecipient { duplicate_of, same_role: true } => {
            format!("Recipient {duplicate_of} is the same.")
        }
        Failure::DuplicateRecipient { duplicate_of, same_role: false } => {
            format!("Recipient {duplicate_of} is the same, with another role.")
        }
        Failure::RoleExceedsCeiling { requested_role, max_role, rule } => {
            let (requested, max) = (requested_role.name(), max_role.name());
            match rule {
                CeilingRule::OwnerOnly => {
                    format!("Only the owner can grant {requested}; you can grant up to {max}.")
                }
                CeilingRule::OwnRole => {
                    format!("You cannot grant {requested}; you can grant up to {max}.")
                }
            }
        }
        Failure::DomainBlocked { domain } => format!("Sharing with {domain} is blocked."),
        Failure::DomainNotAllowed { domain } => {
            format!("{domain} is not among the domains that this document can be shared with.")
        }
        Failure::RoleNotAllowedForRecipient { class, max_role } => {
            let class = match class {
                Class::External => "External recipients",
                Class::Invite => "Invited people",
                Class::Bot => "Bots",
            };
            format!("{class} can get at most {}.", max_role.name())
        }
        Failure::RecipientInactive { status } => {
            let status = match status {
                Status::Active => "active",
                Status::Suspended => "suspended",
                Status::Deleted => "deleted",
            };
            format!("This account is {status}.")
        }
        Failure::AlreadyHasAccess { current_role, .. } => {
            format!("This recipient already has access as {}.", current_role.name())
        }
        Failure::LimitReached { limit, max, used } => {
            format!("The limit \"{limit}\" is reached: {used} of {max} are used.")
        }
        Failure::Indeterminate { missing } => {
            let facts: Vec<_> = missing.iter().map(fact).collect();
            format!("This cannot be decided without {}.", facts.join(" and "))
        }
        Failure::InvalidEmail { .. }
        | Failure::RecipientIsCaller
        | Failure::RecipientIsOwner
        | Failure::RecipientKindNotAllowed { .. }
        | Failure::ExternalSharingDisabled
        | Failure::RecipientNotFound
        | Failure::RecipientAmbiguous
        | Failure::RecipientBlocked => wire(failure).to_owned(),
    }
}

const fn fact(fact: Fact) -> &'static str {
    match fact {
        Fact::Account => "the recipient's account",
        Fact::Address => "an address of the recipient",
        Fact::Organization => "the recipient's organization",
        Fact::Entries => "the full list of who has access",
    }
}

/// Why a row fails, for the client. Needs no escape in JSON.
pub(crate) const fn wire(failure: &Failure<'_>) -> &'static str {
    match failure {
        Failure::InvalidEmail { detail } => email(*detail),
        Failure::DuplicateRecipient { .. } => "An earlier recipient in this request is the same.",
        Failure::RecipientIsCaller => "You cannot share a document with yourself.",
        Failure::RecipientIsOwner => "This recipient owns the document.",
        Failure::RoleExceedsCeiling { .. } => "You cannot grant this role.",
        Failure::RecipientKindNotAllowed { kind } => match kind {
            RecipientKind::User => "Recipients cannot be named by user id here.",
            RecipientKind::Email => "Recipients cannot be named by email address here.",
            RecipientKind::Bot => "Documents cannot be shared with bots here.",
        },
        Failure::ExternalSharingDisabled => {
            "This document cannot be shared outside the organization."
        }
        Failure::DomainBlocked { .. } | Failure::DomainNotAllowed { .. } => {
            "This document cannot be shared with this recipient's domain."
        }
        Failure::RoleNotAllowedForRecipient { .. } => "This recipient cannot be given this role.",
        Failure::RecipientNotFound => "No such recipient was found.",
        Failure::RecipientAmbiguous => {
            "This address does not tell who is meant; name the recipient by user id."
        }
        Failure::RecipientInactive { .. } => "This recipient is not active.",
        Failure::RecipientBlocked => "This document cannot be shared with this recipient.",
        Failure::AlreadyHasAccess { .. } => "This recipient already has access to the document.",
        Failure::LimitReached { .. } => "The document cannot be shared with more recipients.",
        Failure::Indeterminate { .. } => "This recipient could not be checked; try again.",
    }
}

/// Why an address cannot be read.
pub(crate) const fn email(fault: EmailFault) -> &'static str {
    match fault {
        EmailFault::Empty => "The email address is empty.",
        EmailFault::TooLong => "The email address is far too long.",
        EmailFault::ControlCharacter => "The email address contains a control character.",
        EmailFault::MissingAt => "The email address has no @.",
        EmailFault::MultipleAt => "The email address has more than one @.",
        EmailFault::QuotedLocal => "Quoted email addresses are not supported.",
        EmailFault::DisplayName => "Give the email address alone, without a name or <>.",
        EmailFault::Comment => "Give the email address alone, without parentheses.",
        EmailFault::IpLiteral => "The part after the @ must be a domain, not a network address.",
        EmailFault::LocalEmpty => "The part before the @ is empty.",
        EmailFault::LocalNonAscii => {
            "The part before the @ may only use unaccented letters, digits and common signs."
        }
        EmailFault::LocalCharacter => {
            "The part before the @ contains a character that is not allowed."
        }
        EmailFault::LocalDot => "The part before the @ has a dot in the wrong place.",
        EmailFault::LocalTooLong => "The part before the @ is longer than 64 characters.",
        EmailFault::DomainEmpty => "The domain after the @ is missing.",
        EmailFault::DomainTrailingDot => "The domain after the @ ends with a dot.",
        EmailFault::DomainDotless => "The domain after the @ is incomplete.",
        EmailFault::DomainTld => "The domain after the @ does not end like an internet domain.",
        EmailFault::DomainInvisibleCharacter => {
            "The domain after the @ contains an invisible character."
        }
        EmailFault::DomainInvalid => "The domain after the @ is not valid.",
        EmailFault::DomainTooLong => "The email address is too long.",
    }
}
