//! Body bytes in, response bytes out (contract, section 8).

use crate::evaluate::{Evaluation, Options, evaluate};
use crate::json::{self, Writer};
use crate::messages;
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::request::{Identifier, ShareRequest};
use crate::role::Role;
use crate::snapshot::Snapshot;

/// How much a response says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// The published API's answer: nothing out of the snapshot.
    #[default]
    Wire,
    /// The evaluation, for readers entitled to the snapshot.
    Evaluation,
}

/// An HTTP response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The media type of the body.
    pub content_type: &'static str,
    /// JSON text in UTF-8.
    pub body: Vec<u8>,
}

/// Answers a share request. Whatever the body is, there is an answer.
///
/// ```
/// use share_policy::{Detail, Options, Snapshot, respond};
/// let snapshot = Snapshot::parse(br#"{
///     "document": {"id": "doc_01h455vb4pex5vsknk084sn02q", "owner": "usr_01h455vb4pex5vsknk084sn02r"},
///     "caller": {"user_id": "usr_01h455vb4pex5vsknk084sn02r", "role": "owner"},
///     "entries": []
/// }"#)?;
/// let body = br#"{"recipients":[{"role":"viewer","email":"b@x.com"}]}"#;
/// let response = respond(body, &snapshot, &Options::default(), Detail::Wire);
/// assert_eq!(response.status, 200);
/// assert_eq!(
///     String::from_utf8(response.body).unwrap(),
///     r#"{"total":1,"successful":1,"failed":0,"results":[{"recipient":{"role":"viewer","email":"b@x.com"},"success":true}]}"#
/// );
/// assert_eq!(respond(b"{", &snapshot, &Options::default(), Detail::Wire).status, 400);
/// # Ok::<(), share_policy::Problem>(())
/// ```
#[must_use]
pub fn respond(
    body: &[u8],
    snapshot: &Snapshot,
    options: &Options<'_>,
    detail: Detail,
) -> Response {
    match ShareRequest::parse(body) {
        Ok(request) => Response::to(&request, snapshot, options, detail),
        Err(problem) => Response::problem(problem),
    }
}

impl Response {
    /// The answer to a request that cannot be taken.
    #[must_use]
    pub fn problem(problem: Problem) -> Self {
        let problem = problem.for_client();
        let body = json::to_vec(&problem);
        Self { status: problem.status(), content_type: "application/problem+json", body }
    }

    /// The answer to a request that has been read already.
    #[must_use]
    pub fn to(
        request: &ShareRequest<'_>,
        snapshot: &Snapshot,
        options: &Options<'_>,
        detail: Detail,
    ) -> Self {
        // The wire response has no place for hints.
        let warnings = options.warnings && detail == Detail::Evaluation;
        match evaluate(request, snapshot, &Options { warnings, ..*options }) {
            Ok(evaluation) => Self::evaluation(&evaluation, detail),
            Err(problem) => Self::problem(problem),
        }
    }

    fn evaluation(evaluation: &Evaluation<'_>, detail: Detail) -> Self {
        let body = match detail {
            Detail::Wire => wire(evaluation),
            Detail::Evaluation => json::to_vec(evaluation),
        };
        Self { status: 200, content_type: "application/json", body }
    }
}

/// The wire response, written by hand: this is the path that every share takes.
fn wire(evaluation: &Evaluation<'_>) -> Vec<u8> {
    let mut out = Writer::with_capacity(64 + 160 * evaluation.results().len());
    out.raw(b"{\"total\":");
    out.number(evaluation.total().into());
    out.raw(b",\"successful\":");
    out.number(evaluation.successful().into());
    out.raw(b",\"failed\":");
    out.number(evaluation.failed().into());
    out.raw(b",\"results\":[");
    for (index, row) in evaluation.results().iter().enumerate() {
        if index > 0 {
            out.raw(b",");
        }
        match row.recipient().role() {
            Role::Viewer => out.raw(b"{\"recipient\":{\"role\":\"viewer\""),
            Role::Commenter => out.raw(b"{\"recipient\":{\"role\":\"commenter\""),
            Role::Collaborator => out.raw(b"{\"recipient\":{\"role\":\"collaborator\""),
            Role::Admin => out.raw(b"{\"recipient\":{\"role\":\"admin\""),
        }
        identifier(&mut out, row.recipient().identifier());
        match row.outcome() {
            Outcome::Granted | Outcome::Invited => out.raw(b"},\"success\":true}"),
            Outcome::Failed(failure) => {
                out.raw(b"},\"success\":false,\"error\":\"");
                out.raw(messages::wire(failure).as_bytes());
                out.raw(b"\"}");
            }
        }
    }
    out.raw(b"]}");
    out.into_bytes()
}

fn identifier(out: &mut Writer, identifier: &Identifier<'_>) {
    match identifier {
        Identifier::User(id) => {
            out.raw(b",\"user_id\":\"usr_");
            out.raw(&id.suffix());
            out.raw(b"\"");
        }
        Identifier::Bot(id) => {
            out.raw(b",\"bot_id\":\"bot_");
            out.raw(&id.suffix());
            out.raw(b"\"");
        }
        Identifier::Email { sent, .. } => {
            out.raw(b",\"email\":");
            out.string(sent);
        }
    }
}
