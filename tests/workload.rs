//! The workload of the native benchmarks is that of `npm run bench`, byte for byte:
//! both have the fingerprint that is written down.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    reason = "a workload that cannot be made is a failure"
)]

#[path = "../benches/respond/random.rs"]
mod random;
#[path = "../benches/respond/workload.rs"]
mod workload;

use workload::Workload;

#[test]
fn fingerprint() {
    let written: serde_json::Value =
        serde_json::from_str(include_str!("../bench/fingerprints.json")).unwrap();
    let made = format!("{:08x}", Workload::new(1000).fingerprint());
    assert_eq!(made, written["1000"].as_str().unwrap());
}
