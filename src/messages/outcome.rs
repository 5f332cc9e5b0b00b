//! Two sentences for an outcome: [`outcome`] for readers entitled to the snapshot, [`wire`] for the
//! client, which names only what the row itself says.

use super::number;
use crate::email::EmailFault;
use crate::kind::RecipientKind;
use crate::outcome::{CeilingRule, Class, Failure};
use crate::status::Status;
use crate::truth::Fact;

/// Why a row fails, for readers entitled to the snapshot.
pub(crate) fn outcome(failure: &Failure<'_>) -> String {
    match failure {
        Failure::DuplicateRecipient { duplicate_of, same_role } => {
            let other = if *same_role { "" } else { ", with another role" };
            format!("This is the same recipient as number {}{other}.", number(*duplicate_of))
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
pub(super) const fn email(fault: EmailFault) -> &'static str {
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
