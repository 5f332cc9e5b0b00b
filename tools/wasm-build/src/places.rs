//! Where in which source a panic would have happened: nobody is told any more (`silence.rs`), but the linker
//! has laid out the records that say it. Zeros compress to nothing.

use std::ops::Range;

use walrus::ir::Value;
use walrus::{ConstExpr, Data, DataKind, Module};

/// A `core::panic::Location`: where the path is, its length, the line and the column.
const RECORD: usize = 16;
const LONGEST_PATH: usize = 200;
const LAST_LINE: usize = 100_000;
const LAST_COLUMN: usize = 1_000;

/// Overwrites the records and the paths that they name.
pub fn clear(module: &mut Module) {
    let segments: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind {
            clear_segment(&mut data.value, start as usize);
        }
    }
}

fn clear_segment(bytes: &mut [u8], start: usize) {
    let starts = (0..bytes.len().saturating_sub(RECORD)).step_by(4);
    let found: Vec<(usize, Range<usize>)> =
        starts.filter_map(|at| Some((at, path_of(bytes, at, start)?))).collect();
    for (at, path) in found {
        bytes[at..at + RECORD].fill(0);
        bytes[path].fill(0);
    }
}

/// Where the path is, of what looks like a record and names a Rust source.
fn path_of(bytes: &[u8], at: usize, start: usize) -> Option<Range<usize>> {
    let number = |place: usize| -> Option<usize> {
        let word = bytes.get(at + place * 4..)?.first_chunk()?;
        Some(u32::from_le_bytes(*word) as usize)
    };
    let (length, line, column) = (number(1)?, number(2)?, number(3)?);
    let from = number(0)?.checked_sub(start)?;
    let plausible = length <= LONGEST_PATH
        && (1..=LAST_LINE).contains(&line)
        && (1..=LAST_COLUMN).contains(&column);
    let path = bytes.get(from..from.checked_add(length)?)?;
    (plausible && path.is_ascii() && path.ends_with(b".rs")).then_some(from..from + length)
}
