//! The wire response (contract, section 8), written by hand: this is the path that every share takes. A row is put
//! together of few pieces, because every piece costs the same, however long it is.

use crate::evaluate::{Evaluation, RowResult};
use crate::json::Writer;
use crate::messages;
use crate::outcome::Outcome;
use crate::request::Identifier;
use crate::role::Role;

/// The answer to a request that has been decided.
pub(crate) fn write(evaluation: &Evaluation<'_>) -> Vec<u8> {
    let mut out = Writer::with_capacity(64 + 160 * evaluation.results().len());
    out.raw(b"{\"total\":");
    out.number(evaluation.total().into());
    out.raw(b",\"successful\":");
    out.number(evaluation.successful().into());
    out.raw(b",\"failed\":");
    out.number(evaluation.failed().into());
    out.raw(b",\"results\":[");
    for (index, row) in evaluation.results().iter().enumerate() {
        write_row(&mut out, index == 0, row);
    }
    out.raw(b"]}");
    out.into_bytes()
}

#[inline]
fn write_row(out: &mut Writer, is_first: bool, row: &RowResult<'_>) {
    let recipient = row.recipient();
    let opening = opening(recipient.role(), recipient.identifier());
    out.raw(opening.get(usize::from(is_first)..).unwrap_or_default().as_bytes());
    match recipient.identifier() {
        Identifier::User(id) => out.raw(&id.suffix()),
        Identifier::Bot(id) => out.raw(&id.suffix()),
        Identifier::Email { sent, .. } => out.inside_of_string(sent),
    }
    match row.outcome() {
        Outcome::Granted | Outcome::Invited => out.raw(b"\"},\"success\":true}"),
        Outcome::Failed(failure) => {
            out.raw(b"\"},\"success\":false,\"error\":\"");
            out.raw(messages::wire(failure).as_bytes());
            out.raw(b"\"}");
        }
    }
}

/// All before the identifier itself; the first row has no comma.
const fn opening(role: Role, identifier: &Identifier<'_>) -> &'static str {
    macro_rules! opening {
        ($role:literal) => {
            match identifier {
                Identifier::User(_) => {
                    concat!(r#",{"recipient":{"role":""#, $role, r#"","user_id":"usr_"#)
                }
                Identifier::Bot(_) => {
                    concat!(r#",{"recipient":{"role":""#, $role, r#"","bot_id":"bot_"#)
                }
                Identifier::Email { .. } => {
                    concat!(r#",{"recipient":{"role":""#, $role, r#"","email":""#)
                }
            }
        };
    }
    match role {
        Role::Viewer => opening!("viewer"),
        Role::Commenter => opening!("commenter"),
        Role::Collaborator => opening!("collaborator"),
        Role::Admin => opening!("admin"),
    }
}
