use super::outcome::email;
use crate::paste::Reason;

/// Why a part of a pasted text stays in the input box.
pub(crate) const fn residue(reason: Reason) -> &'static str {
    match reason {
        Reason::Email(fault) => email(fault),
        Reason::InvalidIdFormat { .. } => {
            "This is not an id: 26 characters of 0-9 and a-z without i, l, o and u follow its prefix."
        }
        Reason::UnclosedQuote => "The quotation mark is not closed.",
        Reason::UnclosedAngle => "The angle bracket is not closed.",
        Reason::EmptyGroup => "No address follows the name of the group.",
        Reason::InputTooLarge { .. } => "The text is too long; paste it in parts.",
    }
}
