//! How documents and accounts stand.

use serde::Serialize;

/// Whether a document can be worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// As usual.
    Active,
    /// Closed to changes.
    Locked,
    /// In the trash.
    Trashed,
}

/// Whether an account or bot can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As usual.
    Active,
    /// Closed for a time.
    Suspended,
    /// Gone; owns no address any more.
    Deleted,
}

impl Status {
    /// Wire names.
    pub(crate) const NAMES: &'static [&'static str] = &["active", "suspended", "deleted"];
    pub(crate) const ALL: &'static [Self] = &[Self::Active, Self::Suspended, Self::Deleted];

    /// The status of a wire name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .zip(Self::ALL)
            .find(|(known, _)| **known == name)
            .map(|(_, status)| *status)
    }
}
