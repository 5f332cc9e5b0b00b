use super::Hints;
use super::mailbox;
use super::similar::suggest;
use crate::email::EmailAddress;
use crate::evaluate::evaluation::RowResult;
use crate::request::Identifier;
use crate::snapshot::Snapshot;
use crate::warning::{MailboxRule, Warning};

/// The hints of each row, in the order of the contract.
pub(super) fn warn<'a>(rows: &[RowResult<'a>], snapshot: &'a Snapshot, hints: &mut Hints<'a>) {
    for (at, row) in rows.iter().enumerate() {
        let mut push = |warning| hints.push(Some(row.index()), warning);
        let external = row.external();
        if row.outcome().is_success() && external == Some(true) {
            push(Warning::ExternalRecipient);
        }
        let Some((sent, address)) = typed(row) else { continue };
        if address.as_str() != sent {
            push(Warning::EmailNormalized { from: sent });
        }
        if let Some(suggestion) = suggest(address.domain(), snapshot) {
            push(Warning::SimilarDomain { suggestion });
        }
        if external != Some(false) && is_international(address.domain()) {
            push(Warning::IdnDomain);
        }
        if let Some((of, rule)) = rows.get(..at).and_then(|earlier| same_mailbox(earlier, row)) {
            push(Warning::PossibleSameMailbox { of, rule });
        }
    }
}

/// Whether a domain, in A-labels, has one that stands for more than ASCII.
fn is_international(domain: &str) -> bool {
    domain.split('.').any(|label| label.starts_with("xn--"))
}

/// The row's e-mail as sent, and what it means.
fn typed<'a>(row: &RowResult<'a>) -> Option<(&'a str, &'a EmailAddress<'a>)> {
    match row.recipient().identifier() {
        Identifier::Email { sent, address: Ok(address) } => Some((sent, address)),
        Identifier::Email { address: Err(_), .. } | Identifier::User(_) | Identifier::Bot(_) => {
            None
        }
    }
}

/// The first earlier row whose mailbox this row's may be. (One that is the same for certain is none.)
fn same_mailbox(earlier: &[RowResult<'_>], row: &RowResult<'_>) -> Option<(u32, MailboxRule)> {
    let (_, address) = typed(row)?;
    earlier.iter().filter(|other| other.principal() != row.principal()).find_map(|other| {
        let (_, before) = typed(other)?;
        mailbox::rule(before, address).map(|rule| (other.index(), rule))
    })
}
