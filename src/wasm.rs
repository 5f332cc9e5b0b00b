//! The JavaScript face. The only file that knows JavaScript types; it has no opinions.
//!
//! Texts come in as bytes; `None` stands for a value that `JSON.stringify` could not write. What grows
//! with its input goes out as JSON text, for the JavaScript side to parse.

use crate::envelope::check_size;
use crate::fault::{EnvelopeFault, SnapshotFault};
use crate::json::to_vec;
use crate::limits::{MAX_PASTE_BYTES, MAX_REQUEST_BYTES, MAX_SNAPSHOT_BYTES};
use crate::normalize::{RowFault, UniqueRecipient};
use crate::problem::Problem;
use crate::{Detail, Evaluation, Options, Pasted, Response, ShareRequest, Snapshot, VERSION};
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Is this a well-formed request?
#[wasm_bindgen]
#[must_use]
pub fn validate(request: Option<Uint8Array>) -> String {
    let text = Text::of(request, MAX_REQUEST_BYTES);
    match text.request() {
        Ok(request) => {
            let rows = crate::normalize(&request).rows;
            json(&Valid { ok: true, request: &request, rows: &rows })
        }
        Err(problem) => refused(&problem),
    }
}

/// Which distinct recipients does it name?
#[wasm_bindgen]
#[must_use]
pub fn normalize(request: Option<Uint8Array>) -> String {
    let text = Text::of(request, MAX_REQUEST_BYTES);
    match text.request() {
        Ok(request) => {
            let normalized = crate::normalize(&request);
            json(&Named { ok: true, unique: &normalized.unique, rows: &normalized.rows })
        }
        Err(problem) => refused(&problem),
    }
}

/// What happens to each recipient?
#[wasm_bindgen]
#[must_use]
pub fn evaluate(
    request: Option<Uint8Array>,
    snapshot: Option<Uint8Array>,
    document_id: Option<String>,
    expected_revision: Option<String>,
    warnings: bool,
) -> String {
    let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
    let text = Text::of(request, MAX_REQUEST_BYTES);
    let request = match text.request() {
        Ok(request) => request,
        Err(problem) => return refused(&problem),
    };
    match Text::of(snapshot, MAX_SNAPSHOT_BYTES).snapshot_for(&request, warnings) {
        Ok(snapshot) => evaluated(&request, &snapshot, &options),
        Err(problem) => refused(&problem),
    }
}

/// Body bytes in; response bytes out, for a problem after their status.
#[wasm_bindgen]
#[must_use]
pub fn respond(
    body: Option<Uint8Array>,
    snapshot: Option<Uint8Array>,
    detail: bool,
    document_id: Option<String>,
    expected_revision: Option<String>,
    warnings: bool,
) -> JsValue {
    let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
    let text = Text::of(body, MAX_REQUEST_BYTES);
    // The request's faults come before the snapshot's.
    let request = match text.request() {
        Ok(request) => request,
        Err(problem) => return response(&Response::problem(problem)),
    };
    match Text::of(snapshot, MAX_SNAPSHOT_BYTES).snapshot_for(&request, warnings) {
        Ok(snapshot) => answer(&request, &snapshot, &options, detail),
        Err(problem) => response(&Response::problem(problem)),
    }
}

/// Whom does a pasted text name? `units` is its length in UTF-16.
#[wasm_bindgen(js_name = parseRecipients)]
#[must_use]
pub fn parse_recipients(text: &Uint8Array, units: u32) -> String {
    let length = text.length() as usize;
    if check_size(length, MAX_PASTE_BYTES).is_err() {
        return json(&Pasted::too_large(length, units as usize));
    }
    // The encoder on the other side writes nothing but UTF-8.
    let text = String::from_utf8(text.to_vec()).unwrap_or_default();
    json(&crate::parse_recipients(&text))
}

/// The package, the contract and the Unicode data that it decides by.
#[wasm_bindgen]
#[must_use]
pub fn version() -> JsValue {
    VERSION.serialize(&Serializer::json_compatible()).unwrap_or_default()
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
    /// The problem, as JSON text.
    pub fn parse(snapshot: Option<Uint8Array>) -> Result<AclSnapshot, JsValue> {
        let parsed = Text::of(snapshot, MAX_SNAPSHOT_BYTES).snapshot();
        parsed.map(Self).map_err(|problem| json(&problem).into())
    }

    /// What happens to each recipient?
    #[must_use]
    pub fn evaluate(
        &self,
        request: Option<Uint8Array>,
        document_id: Option<String>,
        expected_revision: Option<String>,
        warnings: bool,
    ) -> String {
        let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
        match Text::of(request, MAX_REQUEST_BYTES).request() {
            Ok(request) => evaluated(&request, &self.0, &options),
            Err(problem) => refused(&problem),
        }
    }

    /// Body bytes in; response bytes out, for a problem after their status.
    #[must_use]
    pub fn respond(
        &self,
        body: Option<Uint8Array>,
        detail: bool,
        document_id: Option<String>,
        expected_revision: Option<String>,
        warnings: bool,
    ) -> JsValue {
        let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
        match Text::of(body, MAX_REQUEST_BYTES).request() {
            Ok(request) => answer(&request, &self.0, &options, detail),
            Err(problem) => response(&Response::problem(problem)),
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

/// What a caller handed over. One that is too large is not copied in: memory of the module never shrinks.
struct Text(Result<Vec<u8>, EnvelopeFault>);

impl Text {
    fn of(text: Option<Uint8Array>, max: usize) -> Self {
        Self(text.ok_or(EnvelopeFault::Unwritable).and_then(|bytes| {
            check_size(bytes.length() as usize, max)?;
            Ok(bytes.to_vec())
        }))
    }

    fn request(&self) -> Result<ShareRequest<'_>, Problem> {
        match &self.0 {
            Ok(bytes) => ShareRequest::parse(bytes),
            Err(fault) => Err(Problem::one("", *fault)),
        }
    }

    /// A snapshot for one request; hints look at all of it.
    fn snapshot_for(
        &self,
        request: &ShareRequest<'_>,
        warnings: bool,
    ) -> Result<Snapshot, Problem> {
        match &self.0 {
            Ok(bytes) if !warnings => Snapshot::parse_for(bytes, request),
            Ok(_) | Err(_) => self.snapshot(),
        }
    }

    fn snapshot(&self) -> Result<Snapshot, Problem> {
        match &self.0 {
            Ok(bytes) => Snapshot::parse(bytes),
            Err(fault) => Err(Problem::one("", SnapshotFault::Envelope(*fault))),
        }
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

const fn options<'o>(
    document_id: Option<&'o str>,
    expected_revision: Option<&'o str>,
    warnings: bool,
) -> Options<'o> {
    Options { document_id, expected_revision, warnings }
}

fn evaluated(request: &ShareRequest<'_>, snapshot: &Snapshot, options: &Options<'_>) -> String {
    match crate::evaluate(request, snapshot, options) {
        Ok(evaluation) => json(&Evaluated { ok: true, evaluation: &evaluation }),
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
    response(&Response::to(request, snapshot, options, detail))
}

fn refused(problem: &Problem) -> String {
    json(&Refused { ok: false, problem })
}

/// The body of a 200 alone; of a problem with its status. The JavaScript side knows the media types.
fn response(response: &Response) -> JsValue {
    let body = Uint8Array::from(response.body.as_slice());
    match response.status {
        200 => body.into(),
        status => Array::of2(&status.into(), &body).into(),
    }
}

/// `JSON.parse` reads a text faster than the same value can be built across the boundary, and the caller's
/// own side parses it: a host that fails there must not look like an answer.
fn json<T: Serialize>(value: &T) -> String {
    String::from_utf8(to_vec(value)).unwrap_or_default()
}
