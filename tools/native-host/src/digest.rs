//! What hosts are compared by; `tests/matrix/digest.mjs` is the same in JavaScript.

use sha2::{Digest as _, Sha256};

/// SHA-256 over named texts: each its name and its length, a line each, and then its bytes.
#[derive(Default)]
pub struct Digest(Sha256);

impl Digest {
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.0.update(format!("{name}\n{}\n", bytes.len()));
        self.0.update(bytes);
    }

    pub fn hex(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// FNV-1a, 32 bits.
pub fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
