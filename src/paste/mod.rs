//! What people paste into a share dialog (contract, section 9).
//!
//! One pass to tokens, one walk over them: [`lexer`] finds quotes, brackets and separators, [`piece`] what
//! stands between separators, [`mailbox`] the recipients in it, [`address`] what one of them says.

mod address;
mod character;
mod lexer;
mod mailbox;
mod name;
mod pasted;
mod phrase;
mod piece;
mod span;
mod token;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws;

pub use pasted::{ParsedIdentity, ParsedRecipient, Pasted, Reason, Residue};
pub use span::Span;

use crate::envelope::check_size;
use crate::limits::MAX_PASTE_BYTES;

/// Finds the recipients in what people paste; what is none stays, with the reason.
///
/// Nothing is lost: every character that separates nothing lies in one span. A text over 256 KiB is one
/// residue.
///
/// ```
/// use share_policy::{Reason, parse_recipients};
/// let text = "\"Doe, John\" <j@example.com>, ann@example.com; bob";
/// let pasted = parse_recipients(text);
/// assert_eq!(pasted.recipients.len(), 2);
/// assert_eq!(pasted.recipients[0].name.as_deref(), Some("Doe, John"));
/// assert_eq!(&text[pasted.residue[0].span.bytes()], "bob");
/// assert_eq!(pasted.residue[0].reason.code(), "missing_at");
/// ```
#[must_use]
pub fn parse_recipients(text: &str) -> Pasted<'_> {
    match check_size(text.len(), MAX_PASTE_BYTES) {
        Ok(()) => piece::read(text, &lexer::lex(text)),
        Err(_) => Pasted::too_large(text.len(), text.encode_utf16().count()),
    }
}
