use serde::Serialize;
use thiserror::Error;

/// Why a text is not acceptable JSON (contract, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Error)]
#[serde(rename_all = "snake_case")]
pub enum MalformedDetail {
    /// Not RFC 8259 JSON: `{"a":}`, `[1,]`, `01`, an empty text.
    #[error("the text is not JSON")]
    Syntax,
    /// Invalid UTF-8, a byte order mark, or a lone surrogate such as `"\ud800"`.
    #[error("the text is not plain UTF-8")]
    Encoding,
    /// An object names a member twice: `{"role":"viewer","\u0072ole":"admin"}`.
    #[error("an object names a member twice")]
    DuplicateKey,
    /// More than 32 arrays and objects inside each other.
    #[error("the text is nested too deeply")]
    Depth,
}

/// The first place at which a text stops being acceptable JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Error)]
#[error("{detail} (line {line}, column {column})")]
pub struct Malformed {
    /// What is wrong.
    pub detail: MalformedDetail,
    /// Bytes before the fault.
    pub offset: u32,
    /// Line of the fault, from 1; only LF ends a line.
    pub line: u32,
    /// Column of the fault, from 1, in Unicode code points.
    pub column: u32,
}

/// A fault, and the byte at which it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) detail: MalformedDetail,
    pub(super) at: usize,
}

impl Malformed {
    /// Locates `offset` in `text`; a byte that continues a UTF-8 sequence is no code point.
    pub(super) fn at(detail: MalformedDetail, text: &[u8], offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let lines = before.iter().filter(|&&byte| byte == b'\n').count();
        let on_line = before.get(line_start..).unwrap_or_default();
        let code_points = on_line.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        Self {
            detail,
            offset: count(offset),
            line: count(lines + 1),
            column: count(code_points + 1),
        }
    }
}

/// Texts are at most 64 MiB, so every position fits.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
