//! What happens to each recipient (contract, sections 6 to 8).

mod authority;
mod capacity;
mod decide;
mod evaluation;
mod known;
mod principal;
mod resolve;
mod rules;
mod succeeded;
mod warn;

pub use authority::Options;
pub use evaluation::{Action, Evaluation, Grant, RowResult};
pub use principal::Principal;

use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::request::{Recipient, ShareRequest};
use crate::snapshot::Snapshot;

/// Decides every row of a request.
///
/// ```
/// use share_policy::{Options, ShareRequest, Snapshot, evaluate};
/// let request = ShareRequest::parse(br#"{"recipients":[{"role":"viewer","email":"b@x.com"}]}"#)?;
/// let snapshot = Snapshot::parse(br#"{
///     "document": {"id": "doc_01h455vb4pex5vsknk084sn02q", "owner": "usr_01h455vb4pex5vsknk084sn02r"},
///     "caller": {"user_id": "usr_01h455vb4pex5vsknk084sn02r", "role": "owner"},
///     "entries": []
/// }"#)?;
/// let evaluation = evaluate(&request, &snapshot, &Options::default())?;
/// assert_eq!(evaluation.successful(), 1);
/// assert_eq!(evaluation.grants().count(), 1);
/// # Ok::<(), share_policy::Problem>(())
/// ```
///
/// # Errors
/// `snapshot_mismatch` and `snapshot_stale` when the snapshot is not the one asked for,
/// `sharing_not_allowed` and `document_unavailable` when the caller may not share at all. What a
/// single row does wrong is never an error: it is that row's outcome.
pub fn evaluate<'a>(
    request: &'a ShareRequest<'a>,
    snapshot: &'a Snapshot,
    options: &Options<'_>,
) -> Result<Evaluation<'a>, Problem> {
    let authority = authority::check(snapshot, options)?;
    let mut results = Vec::with_capacity(request.recipients().len());
    decide::decide(request, snapshot, authority, &mut |row| results.push(row.result()));
    let evaluation = Evaluation::new(snapshot.revision(), results);
    if !options.warnings {
        return Ok(evaluation);
    }
    let warnings = warn::warn(request, snapshot, &evaluation);
    Ok(evaluation.with_warnings(warnings))
}

/// Tells the outcome of every row, in request order: all that a client gets to know.
///
/// # Errors
/// As [`evaluate`].
pub(crate) fn outcomes<'a>(
    request: &'a ShareRequest<'a>,
    snapshot: &'a Snapshot,
    options: &Options<'_>,
    tell: &mut dyn FnMut(&'a Recipient<'a>, &Outcome<'a>),
) -> Result<(), Problem> {
    let authority = authority::check(snapshot, options)?;
    decide::decide(request, snapshot, authority, &mut |row| tell(row.recipient, &row.outcome));
    Ok(())
}
