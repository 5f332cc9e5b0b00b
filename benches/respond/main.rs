//! Request bytes in, response bytes out, natively: `cargo bench`. The workload is that of `npm run bench`,
//! byte for byte.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    reason = "a workload that cannot be made must stop the benchmark"
)]
#![cfg_attr(target_arch = "wasm32", expect(dead_code, unused_imports, reason = "measured natively"))]

mod random;
mod workload;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    for count in native::ENTRIES {
        println!("workload {count} {:08x}", workload::Workload::new(count).fingerprint());
    }
    divan::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use crate::workload::{SIZES, Workload};
    use divan::{Bencher, counter::ItemsCount};
    use share_policy::{Detail, Options, Snapshot, respond};

    /// Accounts, and as many entries.
    pub const ENTRIES: [usize; 2] = [1_000, 10_000];

    /// One pass over the requests of one size: the time of a request is in `items`.
    fn respond_to_all(bencher: Bencher<'_, '_>, entries: usize, recipients: usize) {
        let workload = Workload::new(entries);
        let snapshot = Snapshot::parse(workload.snapshot.as_bytes()).unwrap();
        let place = SIZES.iter().position(|&(size, _)| size == recipients).unwrap();
        let requests = &workload.requests[place];
        let mut next = requests.iter().cycle();
        bencher.bench_local(|| {
            let body = next.next().unwrap_or(&requests[0]).as_bytes();
            respond(body, &snapshot, &Options::default(), Detail::Wire)
        });
    }
}
