use crate::fault::{EnvelopeFault, Fault, Inconsistency, Refusal, ShapeFault, SnapshotFault};
use crate::json::{Malformed, MalformedDetail};
use crate::status::DocumentState;

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
