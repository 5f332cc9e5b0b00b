//! Request bytes in, response bytes out, natively: `cargo bench`. The workload is that of `npm run bench`,
//! byte for byte.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    reason = "a workload that cannot be made must stop the benchmark"
)]

mod paired;
mod random;
mod workload;

use divan::Bencher;
use share_policy::{Detail, Options, Snapshot};
use workload::{SIZES, Workload};

/// Accounts, and as many entries.
const ENTRIES: [usize; 3] = [1_000, 10_000, 100_000];
/// A sample takes every request of a size equally often.
const SAMPLE: u32 = 64;

fn main() {
    if std::env::args().any(|argument| argument == "--paired") {
        return paired::answer_lines();
    }
    for entries in ENTRIES {
        println!("workload {entries} {:08x}", Workload::new(entries).fingerprint());
    }
    divan::main();
}

/// The answer to one request, with a resident snapshot.
#[divan::bench(consts = ENTRIES, args = [1, 10, 100], sample_size = SAMPLE, sample_count = 200)]
fn respond<const N: usize>(bencher: Bencher<'_, '_>, recipients: usize) {
    let workload = Workload::new(N);
    let snapshot = Snapshot::parse(workload.snapshot.as_bytes()).unwrap();
    let place = SIZES.iter().position(|&(size, _)| size == recipients).unwrap();
    let mut requests = workload.requests[place].iter().cycle();
    let mut respond = || {
        let body = requests.next().unwrap().as_bytes();
        share_policy::respond(body, &snapshot, &Options::default(), Detail::Wire)
    };
    bencher.bench_local(&mut respond);
}

/// The answer to one request, with the snapshot's text.
#[divan::bench(args = [1_000, 10_000], sample_count = 20)]
fn respond_once(bencher: Bencher<'_, '_>, entries: usize) {
    let workload = Workload::new(entries);
    let mut requests = workload.requests[2].iter().cycle();
    bencher.bench_local(|| {
        let snapshot = Snapshot::parse(workload.snapshot.as_bytes()).unwrap();
        let body = requests.next().unwrap().as_bytes();
        share_policy::respond(body, &snapshot, &Options::default(), Detail::Wire)
    });
}

/// A snapshot, parsed and indexed.
#[divan::bench(args = ENTRIES, sample_count = 20)]
fn snapshot(bencher: Bencher<'_, '_>, entries: usize) {
    let text = Workload::new(entries).snapshot;
    bencher.bench(|| Snapshot::parse(text.as_bytes()).unwrap());
}
