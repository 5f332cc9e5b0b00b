//! The same job by request, for a measurement in turns with another program: `respond -- --paired`.
//!
//! Each line of standard input, `ENTRIES RECIPIENTS PASSES`, is answered by the nanoseconds that so many passes over
//! the requests took, the quickest of three times: one may be interrupted. `ENTRIES` alone prepares, and is answered
//! by the workload's fingerprint.

use crate::workload::{SIZES, Workload};
use share_policy::{Detail, Options, Snapshot};
use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

struct Prepared {
    workload: Workload,
    snapshot: Snapshot,
}

pub fn answer_lines() {
    let mut prepared = HashMap::new();
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let numbers: Vec<usize> = line.split(' ').map(|word| word.parse().unwrap()).collect();
        let all = prepared.entry(numbers[0]).or_insert_with_key(|&entries| prepare(entries));
        match numbers.as_slice() {
            [_, recipients, passes] => {
                let times = (0..3).map(|_| time(all, *recipients, *passes));
                println!("{}", times.min().unwrap());
            }
            _ => println!("{:08x}", all.workload.fingerprint()),
        }
    }
}

fn prepare(entries: usize) -> Prepared {
    let workload = Workload::new(entries);
    let snapshot = Snapshot::parse(workload.snapshot.as_bytes()).unwrap();
    Prepared { workload, snapshot }
}

fn time(Prepared { workload, snapshot }: &Prepared, recipients: usize, passes: usize) -> u128 {
    let place = SIZES.iter().position(|&(size, _)| size == recipients).unwrap();
    let options = Options::default();
    let start = Instant::now();
    for _ in 0..passes {
        for request in &workload.requests[place] {
            black_box(share_policy::respond(request.as_bytes(), snapshot, &options, Detail::Wire));
        }
    }
    start.elapsed().as_nanos()
}
