//! What a recipient may be given, and what a caller has.

use serde::{Serialize, Serializer};

/// A role that can be granted, lowest first: `viewer < commenter < collaborator < admin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads.
    Viewer,
    /// Reads and comments.
    Commenter,
    /// Reads, comments and edits.
    Collaborator,
    /// Manages the document.
    Admin,
}

impl Role {
    /// Wire names, lowest first.
    pub(crate) const NAMES: &'static [&'static str] =
        &["viewer", "commenter", "collaborator", "admin"];
    pub(crate) const ALL: &'static [Self] =
        &[Self::Viewer, Self::Commenter, Self::Collaborator, Self::Admin];

    /// The role of a wire name.
    #[inline]
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "viewer" => Some(Self::Viewer),
            "commenter" => Some(Self::Commenter),
            "collaborator" => Some(Self::Collaborator),
            "admin" => Some(Self::Admin),
            _ => None,
        }
    }

    /// The wire name, such as `viewer`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Commenter => "commenter",
            Self::Collaborator => "collaborator",
            Self::Admin => "admin",
        }
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A caller's own standing on the document: a grantable role, or ownership above them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallerRole {
    /// Has been granted this role.
    Granted(Role),
    /// Owns the document.
    Owner,
}

impl CallerRole {
    pub(crate) const NAMES: &'static [&'static str] =
        &["viewer", "commenter", "collaborator", "admin", "owner"];
    pub(crate) const ALL: &'static [Self] = &[
        Self::Granted(Role::Viewer),
        Self::Granted(Role::Commenter),
        Self::Granted(Role::Collaborator),
        Self::Granted(Role::Admin),
        Self::Owner,
    ];
}
