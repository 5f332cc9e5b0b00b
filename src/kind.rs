//! What a row names its recipient by.

use serde::Serialize;

/// The kind of identifier that a row sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RecipientKind {
    /// `user_id`.
    User,
    /// `email`.
    Email,
    /// `bot_id`.
    Bot,
}
