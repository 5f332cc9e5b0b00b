//! An evaluation for the JavaScript side to build (pkg/evaluation.js): numbers, and the ASCII texts they tell of, one
//! behind the other. What is seldom, or not ASCII, is in the rest, a JSON array; in most evaluations there is none.

use crate::evaluate::{Evaluation, Principal, RowResult};
use crate::json::to_vec;
use crate::messages;
use crate::outcome::{Code, Failure, Outcome};
use crate::request::Identifier;
use crate::warning::Hint;
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

/// An evaluation in the making.
#[derive(Default)]
pub(super) struct Packed<'e> {
    pub(super) words: Vec<u32>,
    pub(super) text: Vec<u8>,
    rest: Vec<Rest<'e>>,
}

/// What is told as JSON.
#[derive(Serialize)]
#[serde(untagged)]
enum Rest<'e> {
    Text(&'e str),
    Sentence(String),
    Codes(Vec<Code>),
    Params(&'e Failure<'e>),
    Warnings(&'e [Hint<'e>]),
}

impl<'e> Packed<'e> {
    pub(super) fn of(evaluation: &'e Evaluation<'e>) -> Self {
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
        packed.rest.extend(evaluation.warnings().map(Rest::Warnings));
        packed
    }

    /// The rest, if there is any.
    pub(super) fn rest(&self) -> Vec<u8> {
        if self.rest.is_empty() { Vec::new() } else { to_vec(&self.rest) }
    }

    fn row(&mut self, row: &'e RowResult<'e>) {
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
            _ => self.ascii(address),
        }
    }

    fn failure(&mut self, failure: &'e Failure<'e>, row: &RowResult<'_>) {
        let sentence = messages::outcome(failure);
        let error = if is_packed(&sentence) {
            self.ascii(&sentence)
        } else {
            self.rest.push(Rest::Sentence(sentence));
            RESTS
        };
        let also: Vec<_> = row.also().collect();
        if !also.is_empty() {
            self.rest.push(Rest::Codes(also));
        }
        let domain = if let Failure::DomainBlocked { domain }
        | Failure::DomainNotAllowed { domain } = failure
        {
            self.ascii(domain)
        } else {
            NONE
        };
        let [a, b, c] = params(failure).unwrap_or_else(|| {
            self.rest.push(Rest::Params(failure));
            Default::default()
        });
        let code = failure.code() as u32;
        self.words.extend([code | a << 8 | b << 16 | c << 24, error | domain << 16]);
    }

    fn id(&mut self, prefix: &[u8], suffix: [u8; 26]) -> u32 {
        self.text.extend_from_slice(prefix);
        self.text.extend_from_slice(&suffix);
        PACKED + 30
    }

    fn text(&mut self, text: &'e str) -> u32 {
        if is_packed(text) {
            return self.ascii(text);
        }
        self.rest.push(Rest::Text(text));
        RESTS
    }

    fn ascii(&mut self, text: &str) -> u32 {
        self.text.extend_from_slice(text.as_bytes());
        PACKED + text.len() as u32
    }
}

fn is_packed(text: &str) -> bool {
    text.len() <= LONGEST && text.is_ascii()
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
        | u32::from(row.also().next().is_some()) << 14
}

/// A failure's params as small numbers; none for those that are seldom, which are told as JSON.
fn params(failure: &Failure<'_>) -> Option<[u32; 3]> {
    Some(match *failure {
        Failure::InvalidEmail { detail } => [detail as u32, 0, 0],
        Failure::DuplicateRecipient { duplicate_of, same_role } => {
            [duplicate_of, same_role.into(), 0]
        }
        Failure::RoleExceedsCeiling { requested_role, max_role, rule } => {
            [requested_role as u32, max_role as u32, rule as u32]
        }
        Failure::RecipientKindNotAllowed { kind } => [kind as u32, 0, 0],
        Failure::RoleNotAllowedForRecipient { class, max_role } => {
            [class as u32, max_role as u32, 0]
        }
        Failure::RecipientInactive { status } => [status as u32, 0, 0],
        Failure::AlreadyHasAccess { current_role, comparison } => {
            [current_role as u32, comparison as u32, 0]
        }
        Failure::RecipientIsCaller
        | Failure::RecipientIsOwner
        | Failure::ExternalSharingDisabled
        | Failure::DomainBlocked { .. }
        | Failure::DomainNotAllowed { .. }
        | Failure::RecipientNotFound
        | Failure::RecipientAmbiguous
        | Failure::RecipientBlocked => [0; 3],
        Failure::LimitReached { .. } | Failure::Indeterminate { .. } => return None,
    })
}
