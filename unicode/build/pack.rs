//! The packed form: lists of numbers that are small or repeat, each list in a file of its own. A general
//! compressor, which every page's module passes through, makes a third of ICU4X's tries of it.

use crate::gather::{Class, Kind};
use crate::numbers::{put, put_signed};

/// How a code point is treated, in two bytes: of a class its members, else how long the mapping is, or none.
type Treatment = [u8; 2];

const MAPPED: u8 = 0x80;
const DISALLOWED: u8 = 0x81;

struct Run {
    treatment: Treatment,
    length: u32,
}

/// The files, by name.
pub fn packed(kinds: &[Kind], composites: &[(char, [char; 2])]) -> Vec<(&'static str, Vec<u8>)> {
    let runs = runs(kinds);
    let treatments = by_frequency(&runs);
    let number = |run: &Run| treatments.iter().position(|known| *known == run.treatment);
    let [at, first, second] = columns(composites);
    vec![
        ("treatments", treatments.concat()),
        ("runs", runs.iter().filter_map(number).map(|number| number as u8).collect()),
        ("lengths", runs.iter().fold(Vec::new(), |bytes, run| with(bytes, run.length - 1))),
        ("singles", singles(kinds)),
        ("texts", texts(kinds)),
        ("composites", at),
        ("firsts", first),
        ("seconds", second),
    ]
}

fn with(mut bytes: Vec<u8>, number: u32) -> Vec<u8> {
    put(&mut bytes, number);
    bytes
}

fn treatment(kind: &Kind) -> Treatment {
    match kind {
        Kind::Disallowed => [0, DISALLOWED],
        Kind::Mapped(to) => [to.len() as u8, MAPPED],
        Kind::Valid(Class { combining, traits }) => [*combining, *traits],
    }
}

/// Neighbours that are treated alike, together.
fn runs(kinds: &[Kind]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for kind in kinds {
        let treatment = treatment(kind);
        match runs.last_mut() {
            Some(run) if run.treatment == treatment => run.length += 1,
            _ => runs.push(Run { treatment, length: 1 }),
        }
    }
    runs
}

/// Every treatment, the most usual first.
fn by_frequency(runs: &[Run]) -> Vec<Treatment> {
    let mut counted: Vec<(usize, Treatment)> = Vec::new();
    for run in runs {
        match counted.iter_mut().find(|(_, known)| *known == run.treatment) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, run.treatment)),
        }
    }
    counted.sort_by_key(|(count, _)| usize::MAX - count);
    counted.into_iter().map(|(_, treatment)| treatment).collect()
}

/// Of each mapping to one character how much farther or nearer that is than in the one before.
fn singles(kinds: &[Kind]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut last = 0;
    for (code_point, kind) in kinds.iter().enumerate() {
        if let Kind::Mapped(to) = kind
            && let [single] = to.as_slice()
        {
            let distance = *single as i32 - code_point as i32;
            put_signed(&mut bytes, distance - last);
            last = distance;
        }
    }
    bytes
}

/// The mappings to more than one character, one behind the other.
fn texts(kinds: &[Kind]) -> Vec<u8> {
    let mapped = kinds.iter().filter_map(|kind| match kind {
        Kind::Mapped(to) if to.len() > 1 => Some(to.iter().collect::<String>()),
        Kind::Mapped(_) | Kind::Valid(_) | Kind::Disallowed => None,
    });
    mapped.collect::<String>().into_bytes()
}

/// Each column as the differences of its neighbours.
fn columns(composites: &[(char, [char; 2])]) -> [Vec<u8>; 3] {
    let column = |of: fn(&(char, [char; 2])) -> char| {
        let (mut bytes, mut last) = (Vec::new(), 0);
        for row in composites {
            put_signed(&mut bytes, of(row) as i32 - last);
            last = of(row) as i32;
        }
        bytes
    };
    [column(|row| row.0), column(|row| row.1[0]), column(|row| row.1[1])]
}
