use serde::Serialize;

/// What this library is, and what it decides by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Version {
    /// The package's version.
    pub package: &'static str,
    /// The version of the contract, and of the snapshots that it reads.
    pub contract: u32,
    /// The version of the Unicode data that judges domains.
    pub unicode: &'static str,
}

/// This library.
pub const VERSION: Version =
    Version { package: env!("CARGO_PKG_VERSION"), contract: 1, unicode: "17.0.0" };
