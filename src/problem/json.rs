//! How a problem is written. Member order is part of the bytes that every host agrees on.

use super::{Problem, ProblemError};
use crate::fault::{EnvelopeFault, Fault, ShapeFault, SnapshotFault};
use crate::json::{Malformed, MalformedDetail};
use crate::messages;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Where JSON.stringify stops, there is no text: the fault stands at its beginning.
const NO_TEXT: Malformed =
    Malformed { detail: MalformedDetail::Syntax, offset: 0, line: 1, column: 1 };

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", &self.type_uri())?;
        map.serialize_entry("title", self.title())?;
        map.serialize_entry("status", &self.status())?;
        map.serialize_entry("detail", &self.detail())?;
        map.serialize_entry("errors", self.errors())?;
        if self.more_errors() > 0 {
            map.serialize_entry("more_errors", &self.more_errors())?;
        }
        map.end()
    }
}

impl Serialize for ProblemError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.fault.code())?;
        map.serialize_entry("pointer", &self.pointer)?;
        map.serialize_entry("message", &messages::fault(&self.fault))?;
        params(&mut map, &self.fault)?;
        map.end()
    }
}

fn params<M: SerializeMap>(map: &mut M, fault: &Fault) -> Result<(), M::Error> {
    match fault {
        Fault::Envelope(fault) => envelope(map, "detail", fault),
        Fault::Shape(fault) => shape(map, fault),
        Fault::SnapshotVersionUnsupported => map.serialize_entry("supported", &[1_u32]),
        Fault::SnapshotInvalid(fault) => snapshot(map, fault),
        Fault::SharingNotAllowed(refusal) => map.serialize_entry("detail", refusal),
        Fault::DocumentUnavailable(state) => map.serialize_entry("state", state),
        Fault::SnapshotMismatch | Fault::SnapshotStale | Fault::Concealed(_) => Ok(()),
    }
}

fn snapshot<M: SerializeMap>(map: &mut M, fault: &SnapshotFault) -> Result<(), M::Error> {
    map.serialize_entry("detail", fault.detail())?;
    match fault {
        SnapshotFault::Envelope(fault) => envelope(map, "reason", fault),
        SnapshotFault::Shape(fault) => shape(map, fault),
        SnapshotFault::InvalidEmail(reason) | SnapshotFault::InvalidDomain(reason) => {
            map.serialize_entry("reason", reason)
        }
        SnapshotFault::Inconsistent(_) => Ok(()),
    }
}

fn shape<M: SerializeMap>(map: &mut M, fault: &ShapeFault) -> Result<(), M::Error> {
    match fault {
        ShapeFault::UnknownField { suggestion: Some(name) } => {
            map.serialize_entry("suggestion", name)
        }
        ShapeFault::UnknownField { suggestion: None } | ShapeFault::MissingRequiredField => Ok(()),
        ShapeFault::InvalidType { expected, actual } => {
            map.serialize_entry("expected", expected)?;
            map.serialize_entry("actual", actual)
        }
        ShapeFault::TooFewItems { min, actual } => {
            map.serialize_entry("min", min)?;
            map.serialize_entry("actual", actual)
        }
        ShapeFault::TooManyItems { max, actual } | ShapeFault::TextTooLong { max, actual } => {
            map.serialize_entry("max", max)?;
            map.serialize_entry("actual", actual)
        }
        ShapeFault::InvalidEnumValue { allowed } => map.serialize_entry("allowed", allowed),
        ShapeFault::IdentifierNotExactlyOne { found } => map.serialize_entry("found", found),
        ShapeFault::InvalidIdFormat { expected_prefix } => {
            map.serialize_entry("expected_prefix", expected_prefix)
        }
    }
}

/// `detail` is the name for what is wrong with a text: in a snapshot's fault `detail` is taken.
fn envelope<M: SerializeMap>(
    map: &mut M,
    detail: &'static str,
    fault: &EnvelopeFault,
) -> Result<(), M::Error> {
    match fault {
        EnvelopeFault::TooLarge { max_bytes, actual_bytes } => {
            map.serialize_entry("max_bytes", max_bytes)?;
            map.serialize_entry("actual_bytes", actual_bytes)
        }
        EnvelopeFault::Malformed(malformed) => place(map, detail, malformed),
        EnvelopeFault::Unwritable => place(map, detail, &NO_TEXT),
    }
}

fn place<M: SerializeMap>(
    map: &mut M,
    detail: &'static str,
    malformed: &Malformed,
) -> Result<(), M::Error> {
    map.serialize_entry(detail, &malformed.detail)?;
    map.serialize_entry("offset", &malformed.offset)?;
    map.serialize_entry("line", &malformed.line)?;
    map.serialize_entry("column", &malformed.column)
}
