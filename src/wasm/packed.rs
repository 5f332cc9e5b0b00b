//! An evaluation for the JavaScript side to build (pkg/evaluation.js): numbers, and the ASCII texts they tell of, one
//! behind the other. What is seldom, or not ASCII, is in the rest, a JSON array; in most evaluations there is none.

use crate::evaluate::{Evaluation, Principal, RowResult};
use crate::json::to_vec;
use crate::limits::MAX_RECIPIENTS;
use crate::messages;
use crate::outcome::{Failure, Outcome};
use crate::request::Identifier;
use serde::Serialize;

/// In the place of a text's length: there is none.
const NONE: u32 = 0;
/// It is the next in the rest.
const RESTS: u32 = 1;
/// It is the row's identifier, as sent.
const AS_SENT: u32 = 2;
/// It is the next in the texts, and so many characters shorter than this.
const PACKED: u32 = 3;

/// Longer ones are in the rest: two lengths share a word.
const LONGEST: usize = 1024;

const USER: u32 = 0;
const EMAIL: u32 = 1;
const BOT: u32 = 2;
const NOBODY: u32 = 3;

/// A row's index is eight bits here, and pkg/evaluation.js looks at so many places of what arrays inherit.
const _: () = assert!(MAX_RECIPIENTS <= 100);

/// An evaluation in the making.
pub(super) struct Packed {
    pub(super) words: Vec<u32>,
    pub(super) text: Vec<u8>,
    /// A JSON array, or nothing.
    pub(super) rest: Vec<u8>,
}

impl Packed {
    pub(super) fn of(evaluation: &Evaluation<'_>) -> Self {
        let rows = evaluation.results().len();
        let words = Vec::with_capacity(8 + 5 * rows);
        let text = Vec::with_capacity(128 * rows);
        let mut packed = Self { words, text, rest: Vec::new() };
        let revision = evaluation.revision().map_or(NONE, |revision| packed.text(revision));
        packed.words.extend([evaluation.successful(), revision]);
        packed.words.push(evaluation.warnings().is_some().into());
        for row in evaluation.results() {
            packed.row(row);
        }
        if let Some(warnings) = evaluation.warnings() {
            packed.leave(&warnings);
        }
        if !packed.rest.is_empty() {
            packed.rest.push(b']');
        }
        packed
    }

    fn row(&mut self, row: &RowResult<'_>) {
        let sent = match row.recipient().identifier() {
            Identifier::User(id) => self.id(b"usr_", id.suffix()),
            Identifier::Bot(id) => self.id(b"bot_", id.suffix()),
            Identifier::Email { sent, .. } => self.text(sent),
        };
        let principal = self.principal(row);
        let address = row.address().map_or(NONE, |address| self.address(address, row));
        self.words.extend([facts(row), sent, principal | address << 16]);
        if let Outcome::Failed(failure) = row.outcome() {
            self.failure(failure, row);
        }
    }

    fn principal(&mut self, row: &RowResult<'_>) -> u32 {
        match (row.principal(), row.recipient().identifier()) {
            (None, _) => NONE,
            (Some(Principal::User(id)), Identifier::User(sent)) if id == *sent => AS_SENT,
            (Some(Principal::Bot(id)), Identifier::Bot(sent)) if id == *sent => AS_SENT,
            (Some(Principal::User(id)), _) => self.id(b"usr_", id.suffix()),
            (Some(Principal::Bot(id)), _) => self.id(b"bot_", id.suffix()),
            (Some(Principal::Email(address)), _) => self.address(&address.key(), row),
        }
    }

    /// An address is ASCII, and not longer than 254.
    fn address(&mut self, address: &str, row: &RowResult<'_>) -> u32 {
        match row.recipient().identifier() {
            Identifier::Email { sent, .. } if sent == address => AS_SENT,
            Identifier::Email { .. } | Identifier::User(_) | Identifier::Bot(_) => {
                self.ascii(address)
            }
        }
    }

    fn failure(&mut self, failure: &Failure<'_>, row: &RowResult<'_>) {
        let code = self.ascii(failure.code().name());
        let error = self.text(&messages::outcome(failure));
        if let Some(also) = row.codes() {
            self.leave(&also);
        }
        let [a, b, text] = self.params(failure);
        self.words
            .extend([failure.code() as u32 | code << 8 | a << 16 | b << 24, error | text << 16]);
    }

    /// A failure's params as two small numbers and a text; what is seldom, as JSON.
    fn params(&mut self, failure: &Failure<'_>) -> [u32; 3] {
        match *failure {
            Failure::InvalidEmail { detail } => [0, 0, self.ascii(detail.name())],
            Failure::DuplicateRecipient { duplicate_of, same_role } => {
                [duplicate_of, same_role.into(), NONE]
            }
            Failure::RoleExceedsCeiling { requested_role, max_role, rule } => {
                [requested_role as u32, max_role as u32 | (rule as u32) << 2, NONE]
            }
            Failure::DomainBlocked { domain } | Failure::DomainNotAllowed { domain } => {
                [0, 0, self.ascii(domain)]
            }
            Failure::AlreadyHasAccess { current_role, comparison } => {
                [current_role as u32, comparison as u32, NONE]
            }
            Failure::RecipientIsCaller
            | Failure::RecipientIsOwner
            | Failure::ExternalSharingDisabled
            | Failure::RecipientNotFound
            | Failure::RecipientAmbiguous
            | Failure::RecipientBlocked => [0, 0, NONE],
            Failure::RecipientKindNotAllowed { .. }
            | Failure::RoleNotAllowedForRecipient { .. }
            | Failure::RecipientInactive { .. }
            | Failure::LimitReached { .. }
            | Failure::Indeterminate { .. } => {
                self.leave(failure);
                [0, 0, RESTS]
            }
        }
    }

    fn id(&mut self, prefix: &[u8], suffix: [u8; 26]) -> u32 {
        self.text.extend_from_slice(prefix);
        self.text.extend_from_slice(&suffix);
        PACKED + 30
    }

    fn text(&mut self, text: &str) -> u32 {
        if text.len() <= LONGEST && text.is_ascii() {
            return self.ascii(text);
        }
        self.leave(&text);
        RESTS
    }

    /// Leaves something to the rest.
    fn leave<T: Serialize>(&mut self, value: &T) {
        self.rest.push(if self.rest.is_empty() { b'[' } else { b',' });
        self.rest.append(&mut to_vec(value));
    }

    fn ascii(&mut self, text: &str) -> u32 {
        self.text.extend_from_slice(text.as_bytes());
        PACKED + text.len() as u32
    }
}

/// What a row tells beside its texts, in the bits of a word.
fn facts(row: &RowResult<'_>) -> u32 {
    let identifier = match row.recipient().identifier() {
        Identifier::User(_) => USER,
        Identifier::Email { .. } => EMAIL,
        Identifier::Bot(_) => BOT,
    };
    let principal = match row.principal() {
        Some(Principal::User(_)) => USER,
        Some(Principal::Email(_)) => EMAIL,
        Some(Principal::Bot(_)) => BOT,
        None => NOBODY,
    };
    let outcome = match row.outcome() {
        Outcome::Failed(_) => 0,
        Outcome::Granted => 1,
        Outcome::Invited => 2,
    };
    row.recipient().role() as u32
        | identifier << 2
        | principal << 4
        | outcome << 6
        | row.external().map_or(0, |external| 1 + u32::from(external)) << 8
        | row.current_role().map_or(0, |role| 1 + role as u32) << 10
        | u32::from(row.notify()) << 13
        | u32::from(row.codes().is_some()) << 14
}
