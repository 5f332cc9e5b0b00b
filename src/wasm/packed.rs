//! An evaluation for the JavaScript side to build: of each row three words and the ASCII texts they tell of, one
//! behind the other; and the evaluation's JSON with what is not so regular in the place of its rows.

use crate::evaluate::{Evaluation, Principal, RowResult};
use crate::messages;
use crate::outcome::Outcome;
use crate::request::Identifier;
use serde::ser::{Serialize, SerializeSeq, Serializer};

const USER: u32 = 0;
const EMAIL: u32 = 1;
const BOT: u32 = 2;
const NONE: u32 = 3;

/// The rows of an evaluation.
#[derive(Default)]
pub(super) struct Packed {
    pub(super) words: Vec<u32>,
    pub(super) text: Vec<u8>,
}

impl Packed {
    pub(super) fn of(evaluation: &Evaluation<'_>) -> Self {
        let rows = evaluation.results().len();
        let mut packed =
            Self { words: Vec::with_capacity(3 * rows), text: Vec::with_capacity(96 * rows) };
        for row in evaluation.results() {
            packed.row(row);
        }
        packed
    }

    fn row(&mut self, row: &RowResult<'_>) {
        let sent = self.sent(row);
        let principal = self.principal(row);
        let address = row.address().map_or(0, |address| self.address(address, row));
        self.words.extend([facts(row), sent, principal | address << 16]);
    }

    /// How long the identifier is, as it was sent; nothing when it is not ASCII.
    fn sent(&mut self, row: &RowResult<'_>) -> u32 {
        match row.recipient().identifier() {
            Identifier::User(id) => self.id(b"usr_", id.suffix()),
            Identifier::Bot(id) => self.id(b"bot_", id.suffix()),
            Identifier::Email { sent, .. } if sent.is_ascii() => self.text(sent),
            Identifier::Email { .. } => 0,
        }
    }

    /// How long the principal's text is; nothing when it is what was sent.
    fn principal(&mut self, row: &RowResult<'_>) -> u32 {
        let identifier = row.recipient().identifier();
        match (row.principal(), identifier) {
            (None, _) => 0,
            (Some(Principal::User(id)), Identifier::User(sent)) if id == *sent => 0,
            (Some(Principal::Bot(id)), Identifier::Bot(sent)) if id == *sent => 0,
            (Some(Principal::User(id)), _) => self.id(b"usr_", id.suffix()),
            (Some(Principal::Bot(id)), _) => self.id(b"bot_", id.suffix()),
            (Some(Principal::Email(address)), _) => self.address(&address.key(), row),
        }
    }

    /// The same for an address.
    fn address(&mut self, address: &str, row: &RowResult<'_>) -> u32 {
        match row.recipient().identifier() {
            Identifier::Email { sent, .. } if sent == address => 0,
            _ => self.text(address),
        }
    }

    fn id(&mut self, prefix: &[u8], suffix: [u8; 26]) -> u32 {
        self.text.extend_from_slice(prefix);
        self.text.extend_from_slice(&suffix);
        30
    }

    fn text(&mut self, text: &str) -> u32 {
        self.text.extend_from_slice(text.as_bytes());
        text.len() as u32
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
        None => NONE,
    };
    let external = row.external().map_or(0, |external| 1 + u32::from(external));
    let current_role = row.current_role().map_or(0, |role| 1 + role as u32);
    row.recipient().role() as u32
        | identifier << 2
        | principal << 4
        | external << 6
        | current_role << 8
        | u32::from(row.notify()) << 11
        | u32::from(row.address().is_some()) << 12
        | u32::from(row.outcome().is_success()) << 13
        | u32::from(row.outcome() == &Outcome::Invited) << 14
        | u32::from(unpacked(row).is_some()) << 15
}

/// The identifier, if it is not ASCII.
fn unpacked<'r>(row: &RowResult<'r>) -> Option<&'r str> {
    match row.recipient().identifier() {
        Identifier::Email { sent, .. } => Some(sent.as_ref()).filter(|sent| !sent.is_ascii()),
        Identifier::User(_) | Identifier::Bot(_) => None,
    }
}

/// An evaluation with that in the place of its results which [`Packed`] leaves out, and nothing in that of its grants.
pub(super) struct Skeleton<'e>(pub(super) &'e Evaluation<'e>);

impl Serialize for Skeleton<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.with(serializer, &Results(self.0.results()), &Blanks(self.0.successful()))
    }
}

struct Blanks(u32);

impl Serialize for Blanks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.0).map(|_| 0_u8))
    }
}

struct Results<'e>(&'e [RowResult<'e>]);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Rest))
    }
}

/// `[sent, code, error, also, params]`, with null for what there is none of; 0 for a row without any.
struct Rest<'r>(&'r RowResult<'r>);

impl Serialize for Rest<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(row) = self;
        if row.outcome().is_success() && unpacked(row).is_none() {
            return serializer.serialize_u8(0);
        }
        let mut rest = serializer.serialize_seq(None)?;
        rest.serialize_element(&unpacked(row))?;
        if let Outcome::Failed(failure) = row.outcome() {
            rest.serialize_element(failure.code().name())?;
            rest.serialize_element(&messages::outcome(failure))?;
            let also: Vec<_> = row.also().collect();
            rest.serialize_element(&Some(also).filter(|also| !also.is_empty()))?;
            rest.serialize_element(&Some(failure).filter(|failure| failure.has_params()))?;
        }
        rest.end()
    }
}
