//! Which distinct recipients a request names (contract, section 1, question 2).

use crate::email::{EmailAddress, EmailFault};
use crate::id::{BotId, UserId};
use crate::messages;
use crate::outcome::Failure;
use crate::request::{Identifier, ShareRequest};
use crate::role::Role;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// The distinct recipients of a request, and its rows that name none or one again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Normalized<'a> {
    /// In order of first appearance: also the list of facts that a server has to look up.
    pub unique: Vec<UniqueRecipient<'a>>,
    /// In request order.
    pub rows: Vec<RowFault>,
}

/// A recipient that one or more rows name.
#[derive(Debug, Clone, PartialEq)]
pub struct UniqueRecipient<'a> {
    /// Who it is; an address in the spelling of its first row.
    pub identity: Identity<'a>,
    /// The distinct roles asked for, in order of appearance.
    pub roles: Vec<Role>,
    /// The rows that name it.
    pub indexes: Vec<u32>,
}

/// Identity without a snapshot: an e-mail is not joined with its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity<'a> {
    /// By id.
    User(UserId),
    /// By id.
    Bot(BotId),
    /// By key.
    Email(&'a EmailAddress<'a>),
}

/// What a person got wrong in a row. Never refuses the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowFault {
    /// The row.
    pub index: u32,
    /// What is wrong.
    pub reason: RowReason,
}

/// Why a row names nobody, or nobody new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowReason {
    /// The address cannot be read.
    InvalidEmail(EmailFault),
    /// An earlier row names the same recipient. A hint: if that row fails, this one stands.
    DuplicateRecipient {
        /// The first row that does.
        duplicate_of: u32,
        /// Whether it asked for the same role.
        same_role: bool,
    },
}

/// Finds the distinct recipients of a request.
///
/// ```
/// use share_policy::{ShareRequest, normalize};
/// let request = ShareRequest::parse(br#"{"recipients":[
///     {"role": "viewer", "email": "Bob@example.com"},
///     {"role": "admin", "email": "bob@EXAMPLE.com"},
///     {"role": "viewer", "email": "bob"}
/// ]}"#)?;
/// let normalized = normalize(&request);
/// assert_eq!(normalized.unique.len(), 1);
/// assert_eq!(normalized.rows.len(), 2);
/// # Ok::<(), share_policy::Problem>(())
/// ```
#[must_use]
pub fn normalize<'a>(request: &'a ShareRequest<'a>) -> Normalized<'a> {
    let mut unique: Vec<UniqueRecipient<'a>> = Vec::new();
    let mut rows = Vec::new();
    let mut roles = Vec::new();
    for (index, recipient) in (0..).zip(request.recipients()) {
        let role = recipient.role();
        roles.push(role);
        let identity = match recipient.identifier() {
            Identifier::User(id) => Identity::User(*id),
            Identifier::Bot(id) => Identity::Bot(*id),
            Identifier::Email { address: Ok(address), .. } => Identity::Email(address),
            Identifier::Email { address: Err(fault), .. } => {
                rows.push(RowFault { index, reason: RowReason::InvalidEmail(*fault) });
                continue;
            }
        };
        match unique.iter_mut().find(|known| known.identity == identity) {
            None => {
                unique.push(UniqueRecipient { identity, roles: vec![role], indexes: vec![index] })
            }
            Some(known) => {
                let reason = known.again(index, role, &roles);
                rows.push(RowFault { index, reason });
            }
        }
    }
    Normalized { unique, rows }
}

impl UniqueRecipient<'_> {
    fn again(&mut self, index: u32, role: Role, roles: &[Role]) -> RowReason {
        let duplicate_of = self.indexes.first().copied().unwrap_or(index);
        let same_role = roles.get(duplicate_of as usize) == Some(&role);
        if !self.roles.contains(&role) {
            self.roles.push(role);
        }
        self.indexes.push(index);
        RowReason::DuplicateRecipient { duplicate_of, same_role }
    }
}

impl RowReason {
    const fn failure(self) -> Failure<'static> {
        match self {
            Self::InvalidEmail(detail) => Failure::InvalidEmail { detail },
            Self::DuplicateRecipient { duplicate_of, same_role } => {
                Failure::DuplicateRecipient { duplicate_of, same_role }
            }
        }
    }
}

impl Serialize for RowFault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let failure = self.reason.failure();
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("index", &self.index)?;
        map.serialize_entry("code", &failure.code())?;
        map.serialize_entry("error", &messages::outcome(&failure))?;
        map.serialize_entry("params", &failure)?;
        map.end()
    }
}

impl Serialize for UniqueRecipient<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.identity {
            Identity::User(id) => map.serialize_entry("user_id", &id)?,
            Identity::Bot(id) => map.serialize_entry("bot_id", &id)?,
            Identity::Email(address) => {
                map.serialize_entry("email", &address.key())?;
                map.serialize_entry("address", address.as_str())?;
                map.serialize_entry("display", &address.display())?;
            }
        }
        map.serialize_entry("roles", &self.roles)?;
        map.serialize_entry("indexes", &self.indexes)?;
        map.end()
    }
}
