//! Body bytes in, response bytes out (contract, section 8).

use crate::evaluate::{Options, evaluate};
use crate::json;
use crate::problem::Problem;
use crate::request::ShareRequest;
use crate::snapshot::Snapshot;
use crate::wire;

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
        Self::in_place_of(Vec::new(), request, snapshot, options, detail)
    }

    /// The same; a wire response takes the memory of an answer that is needed no more.
    pub(crate) fn in_place_of(
        spare: Vec<u8>,
        request: &ShareRequest<'_>,
        snapshot: &Snapshot,
        options: &Options<'_>,
        detail: Detail,
    ) -> Self {
        let body = match detail {
            Detail::Wire => wire::write(request, snapshot, options, spare),
            Detail::Evaluation => {
                evaluate(request, snapshot, options).map(|evaluation| json::to_vec(&evaluation))
            }
        };
        match body {
            Ok(body) => Self { status: 200, content_type: "application/json", body },
            Err(problem) => Self::problem(problem),
        }
    }
}
