//! The wire response (contract, section 8), written by hand: this is the path that every share takes. A row is put
//! together of few pieces, because every piece costs the same, however long it is.

use crate::evaluate::{Options, outcomes};
use crate::json::Writer;
use crate::limits::MAX_RECIPIENTS;
use crate::messages;
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::request::{Identifier, Recipient, ShareRequest};
use crate::role::Role;
use crate::snapshot::Snapshot;
use std::borrow::Cow;

/// Room for what stands before the rows, whatever the counts.
const HEAD: usize = r#"{"total":100,"successful":100,"failed":100,"results":["#.len();

const _: () = assert!(MAX_RECIPIENTS <= 999);

/// The answer to a request, in the memory of an earlier one.
///
/// # Errors
/// As [`outcomes`].
pub(crate) fn write(
    request: &ShareRequest<'_>,
    snapshot: &Snapshot,
    options: &Options<'_>,
    spare: Vec<u8>,
) -> Result<Vec<u8>, Problem> {
    let total = request.recipients().len();
    let mut out = Writer::behind(HEAD, 3 * HEAD + 160 * total, spare);
    let (mut rows, mut successful) = (0, 0);
    outcomes(request, snapshot, options, &mut |recipient, outcome| {
        write_row(&mut out, rows == 0, recipient, outcome);
        rows += 1;
        successful += u64::from(outcome.is_success());
    })?;
    out.raw(b"]}");
    let end = out.length();
    out.raw(b"{\"total\":");
    out.number(rows);
    out.raw(b",\"successful\":");
    out.number(successful);
    out.raw(b",\"failed\":");
    out.number(rows.saturating_sub(successful));
    out.raw(b",\"results\":[");
    Ok(out.with_head(HEAD, end))
}

#[inline]
fn write_row(out: &mut Writer, is_first: bool, recipient: &Recipient<'_>, outcome: &Outcome<'_>) {
    let opening = opening(recipient.role(), recipient.identifier());
    out.raw(opening.get(usize::from(is_first)..).unwrap_or_default().as_bytes());
    match recipient.identifier() {
        Identifier::User(id) => out.raw(&id.suffix()),
        Identifier::Bot(id) => out.raw(&id.suffix()),
        Identifier::Email { sent, .. } => match sent {
            // It stands between the quotation marks of the request as it is.
            Cow::Borrowed(plain) => out.raw(plain.as_bytes()),
            Cow::Owned(decoded) => out.inside_of_string(decoded),
        },
    }
    match outcome {
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
