//! The JavaScript face. The only file that knows JavaScript types; it has no opinions.
//!
//! Texts come in as bytes; `None` stands for a value that `JSON.stringify` could not write. What goes
//! out is plain values.

use crate::normalize::{RowFault, UniqueRecipient};
use crate::problem::{Fault, Problem, SnapshotFault};
use crate::{Detail, Evaluation, Options, Response, ShareRequest, Snapshot, VERSION};
use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

/// Is this a well-formed request?
#[wasm_bindgen]
#[must_use]
pub fn validate(request: Option<Vec<u8>>) -> JsValue {
    match read_request(request.as_deref()) {
        Ok(request) => {
            let rows = crate::normalize(&request).rows;
            plain(&Valid { ok: true, request: &request, rows: &rows })
        }
        Err(problem) => refused(&problem),
    }
}

/// Which distinct recipients does it name?
#[wasm_bindgen]
#[must_use]
pub fn normalize(request: Option<Vec<u8>>) -> JsValue {
    match read_request(request.as_deref()) {
        Ok(request) => {
            let normalized = crate::normalize(&request);
            plain(&Named { ok: true, unique: &normalized.unique, rows: &normalized.rows })
        }
        Err(problem) => refused(&problem),
    }
}

/// What happens to each recipient?
#[wasm_bindgen]
#[must_use]
pub fn evaluate(
    request: Option<Vec<u8>>,
    snapshot: Option<Vec<u8>>,
    document_id: Option<String>,
    expected_revision: Option<String>,
) -> JsValue {
    let options = options(document_id.as_deref(), expected_revision.as_deref());
    let request = match read_request(request.as_deref()) {
        Ok(request) => request,
        Err(problem) => return refused(&problem),
    };
    match read_snapshot(snapshot.as_deref()) {
        Ok(snapshot) => evaluated(&request, &snapshot, &options),
        Err(problem) => refused(&problem),
    }
}

/// Body bytes in, response bytes out.
#[wasm_bindgen]
#[must_use]
pub fn respond(
    body: Option<Vec<u8>>,
    snapshot: Option<Vec<u8>>,
    detail: bool,
    document_id: Option<String>,
    expected_revision: Option<String>,
) -> JsValue {
    let options = options(document_id.as_deref(), expected_revision.as_deref());
    // The request's faults come before the snapshot's.
    let request = match read_request(body.as_deref()) {
        Ok(request) => request,
        Err(problem) => return response(Response::problem(problem)),
    };
    match read_snapshot(snapshot.as_deref()) {
        Ok(snapshot) => answer(&request, &snapshot, &options, detail),
        Err(problem) => response(Response::problem(problem)),
    }
}

/// The package, the contract and the Unicode data that it decides by.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    object(&VERSION)
}

/// A snapshot, parsed and indexed once, for many calls.
#[wasm_bindgen]
#[derive(Debug)]
pub struct AclSnapshot(Snapshot);

#[wasm_bindgen]
impl AclSnapshot {
    /// Reads a snapshot.
    ///
    /// # Errors
    /// The problem, as a plain value.
    pub fn parse(snapshot: Option<Vec<u8>>) -> Result<AclSnapshot, JsValue> {
        read_snapshot(snapshot.as_deref()).map(Self).map_err(|problem| plain(&problem))
    }

    /// What happens to each recipient?
    #[must_use]
    pub fn evaluate(
        &self,
        request: Option<Vec<u8>>,
        document_id: Option<String>,
        expected_revision: Option<String>,
    ) -> JsValue {
        let options = options(document_id.as_deref(), expected_revision.as_deref());
        match read_request(request.as_deref()) {
            Ok(request) => evaluated(&request, &self.0, &options),
            Err(problem) => refused(&problem),
        }
    }

    /// Body bytes in, response bytes out.
    #[must_use]
    pub fn respond(
        &self,
        body: Option<Vec<u8>>,
        detail: bool,
        document_id: Option<String>,
        expected_revision: Option<String>,
    ) -> JsValue {
        let options = options(document_id.as_deref(), expected_revision.as_deref());
        match read_request(body.as_deref()) {
            Ok(request) => answer(&request, &self.0, &options, detail),
            Err(problem) => response(Response::problem(problem)),
        }
    }

    /// The document that this is a snapshot of.
    #[wasm_bindgen(getter, js_name = documentId)]
    #[must_use]
    pub fn document_id(&self) -> String {
        self.0.document_id().to_string()
    }

    /// The revision, as its builder wrote it.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn revision(&self) -> Option<String> {
        self.0.revision().map(str::to_owned)
    }

    /// How many addresses could not be read, and were passed over.
    #[wasm_bindgen(getter, js_name = unreadableAddresses)]
    #[must_use]
    pub fn unreadable_addresses(&self) -> u32 {
        self.0.unreadable_addresses()
    }
}

#[derive(Serialize)]
struct Valid<'a> {
    ok: bool,
    request: &'a ShareRequest<'a>,
    rows: &'a [RowFault],
}

#[derive(Serialize)]
struct Named<'a> {
    ok: bool,
    unique: &'a [UniqueRecipient<'a>],
    rows: &'a [RowFault],
}

#[derive(Serialize)]
struct Evaluated<'a> {
    ok: bool,
    evaluation: &'a Evaluation<'a>,
}

#[derive(Serialize)]
struct Refused<'a> {
    ok: bool,
    problem: &'a Problem,
}

#[derive(Serialize)]
struct Reply<'a> {
    status: u16,
    #[serde(rename = "contentType")]
    content_type: &'static str,
    #[serde(serialize_with = "as_bytes")]
    body: &'a [u8],
}

fn as_bytes<S: Serializer>(bytes: &&[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

fn read_request(text: Option<&[u8]>) -> Result<ShareRequest<'_>, Problem> {
    let text = text.ok_or_else(|| Problem::one("", Fault::Unwritable))?;
    ShareRequest::parse(text)
}

fn read_snapshot(text: Option<&[u8]>) -> Result<Snapshot, Problem> {
    let text = text.ok_or_else(|| Problem::one("", SnapshotFault::Unwritable))?;
    Snapshot::parse(text)
}

const fn options<'o>(
    document_id: Option<&'o str>,
    expected_revision: Option<&'o str>,
) -> Options<'o> {
    Options { document_id, expected_revision }
}

fn evaluated(request: &ShareRequest<'_>, snapshot: &Snapshot, options: &Options<'_>) -> JsValue {
    match crate::evaluate(request, snapshot, options) {
        Ok(evaluation) => plain(&Evaluated { ok: true, evaluation: &evaluation }),
        Err(problem) => refused(&problem),
    }
}

fn answer(
    request: &ShareRequest<'_>,
    snapshot: &Snapshot,
    options: &Options<'_>,
    detail: bool,
) -> JsValue {
    let detail = if detail { Detail::Evaluation } else { Detail::Wire };
    response(Response::to(request, snapshot, options, detail))
}

fn refused(problem: &Problem) -> JsValue {
    plain(&Refused { ok: false, problem })
}

fn response(response: Response) -> JsValue {
    let Response { status, content_type, body } = response;
    object(&Reply { status, content_type, body: &body })
}

/// A value of fixed size, built member by member.
fn object<T: Serialize>(value: &T) -> JsValue {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    // Serializing what this crate builds cannot fail: every map has text keys.
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// A value that grows with the request: one text, which `JSON.parse` reads twice to three times as fast
/// as the same value can be built member by member across the boundary.
fn plain<T: Serialize>(value: &T) -> JsValue {
    let text = serde_json::to_string(value).unwrap_or_default();
    js_sys::JSON::parse(&text).unwrap_or(JsValue::UNDEFINED)
}
