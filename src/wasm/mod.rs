//! The JavaScript face. The only module that knows JavaScript types; it has no opinions.
//!
//! A request is written into the module's memory, and its length told: none for a value that `JSON.stringify` could
//! not write. Answers are read there, until the next one: an evaluation packed, for the JavaScript side to build, a
//! response as it is sent, and all else as JSON text.

mod answer;
mod input;
mod packed;
mod pieces;
mod room;

use crate::json::to_vec;
use crate::limits::MAX_PASTE_BYTES;
use crate::normalize::{RowFault, UniqueRecipient};
use crate::problem::Problem;
use crate::{Detail, Evaluation, Options, Pasted, Response, ShareRequest, Snapshot, VERSION};
use answer::{give, give_text, spare};
use input::{Request, SnapshotText};
use js_sys::Uint8Array;
use packed::Packed;
use room::Written;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The memory in which requests are written and answers are read.
#[wasm_bindgen(js_name = ownMemory)]
#[must_use]
pub fn own_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// Where a text is to be written before it is asked about, and how long it may be.
#[wasm_bindgen]
#[must_use]
pub fn room() -> usize {
    give(0, Default::default(), &room::place())
}

/// Is this a well-formed request?
#[wasm_bindgen]
#[must_use]
pub fn validate(request: Option<f64>) -> usize {
    match Request::of(request).read() {
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
pub fn normalize(request: Option<f64>) -> usize {
    match Request::of(request).read() {
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
    request: Option<f64>,
    snapshot: Option<Uint8Array>,
    document_id: Option<String>,
    expected_revision: Option<String>,
    warnings: bool,
    packed: bool,
) -> usize {
    let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
    let request = Request::of(request);
    let request = match request.read() {
        Ok(request) => request,
        Err(problem) => return refused(&problem),
    };
    match SnapshotText::of(snapshot).read_for(&request, warnings) {
        Ok(snapshot) => evaluated(&request, &snapshot, &options, packed),
        Err(problem) => refused(&problem),
    }
}

/// Body bytes in, response bytes out.
#[wasm_bindgen]
#[must_use]
pub fn respond(
    body: Option<f64>,
    snapshot: Option<Uint8Array>,
    detail: bool,
    document_id: Option<String>,
    expected_revision: Option<String>,
    warnings: bool,
) -> usize {
    let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
    let request = Request::of(body);
    // The request's faults come before the snapshot's.
    let request = match request.read() {
        Ok(request) => request,
        Err(problem) => return response(Response::problem(problem)),
    };
    match SnapshotText::of(snapshot).read_for(&request, warnings) {
        Ok(snapshot) => answer(&request, &snapshot, &options, detail),
        Err(problem) => response(Response::problem(problem)),
    }
}

/// Whom does a pasted text name? `units` is its length in UTF-16.
#[wasm_bindgen(js_name = parseRecipients)]
#[must_use]
pub fn parse_recipients(bytes: f64, units: u32) -> usize {
    match Written::of(Some(bytes), MAX_PASTE_BYTES) {
        // The encoder on the other side writes nothing but UTF-8.
        Ok(text) => {
            json(&crate::parse_recipients(std::str::from_utf8(text.text()).unwrap_or_default()))
        }
        Err(_) => json(&Pasted::too_large(bytes as usize, units as usize)),
    }
}

/// Reads a piece of a snapshot's text, the one from byte `from` of `all` on: how many bytes of it. The next piece begins
/// behind them. None: the text has to be read as a whole.
#[wasm_bindgen(js_name = readPiece)]
#[must_use]
pub fn read_piece(from: usize, bytes: f64, all: usize) -> usize {
    pieces::read(from, bytes, all)
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
        let parsed = SnapshotText::of(snapshot).read();
        parsed.map(Self).map_err(|problem| text(&problem).into())
    }

    /// The snapshot of which all pieces have been read, unless it has to be read as a whole.
    #[wasm_bindgen(js_name = ofPieces)]
    #[must_use]
    pub fn of_pieces() -> Option<AclSnapshot> {
        pieces::finish().map(Self)
    }

    /// What happens to each recipient?
    #[must_use]
    pub fn evaluate(
        &self,
        request: Option<f64>,
        document_id: Option<String>,
        expected_revision: Option<String>,
        warnings: bool,
        packed: bool,
    ) -> usize {
        let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
        match Request::of(request).read() {
            Ok(request) => evaluated(&request, &self.0, &options, packed),
            Err(problem) => refused(&problem),
        }
    }

    /// Body bytes in, response bytes out.
    #[must_use]
    pub fn respond(
        &self,
        body: Option<f64>,
        detail: bool,
        document_id: Option<String>,
        expected_revision: Option<String>,
        warnings: bool,
    ) -> usize {
        let options = options(document_id.as_deref(), expected_revision.as_deref(), warnings);
        match Request::of(body).read() {
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

const fn options<'o>(
    document_id: Option<&'o str>,
    expected_revision: Option<&'o str>,
    warnings: bool,
) -> Options<'o> {
    Options { document_id, expected_revision, warnings }
}

fn evaluated(
    request: &ShareRequest<'_>,
    snapshot: &Snapshot,
    options: &Options<'_>,
    packed: bool,
) -> usize {
    match crate::evaluate(request, snapshot, options) {
        Ok(evaluation) if packed => {
            let packed = Packed::of(&evaluation);
            give(evaluation.total(), [packed.rest, packed.text], &packed.words)
        }
        Ok(evaluation) => json(&Evaluated { ok: true, evaluation: &evaluation }),
        Err(problem) => refused(&problem),
    }
}

fn answer(
    request: &ShareRequest<'_>,
    snapshot: &Snapshot,
    options: &Options<'_>,
    detail: bool,
) -> usize {
    let detail = if detail { Detail::Evaluation } else { Detail::Wire };
    response(Response::in_place_of(spare(), request, snapshot, options, detail))
}

fn refused(problem: &Problem) -> usize {
    json(&Refused { ok: false, problem })
}

/// The JavaScript side knows the media types.
fn response(response: Response) -> usize {
    give_text(response.status.into(), response.body)
}

/// The JavaScript side parses it: a host that fails there must not look like an answer.
fn json<T: Serialize>(value: &T) -> usize {
    give_text(0, to_vec(value))
}

fn text<T: Serialize>(value: &T) -> String {
    String::from_utf8(to_vec(value)).unwrap_or_default()
}
