//! An ACL snapshot (contract, section 5): what is known when a share is decided.

mod access;
mod accounts;
mod addresses;
mod assign;
mod blocks;
mod book;
mod buckets;
mod domains;
mod join;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws;
mod ledger;
mod limit;
mod lines;
mod listing;
mod lists;
mod lookup;
mod organizations;
mod policy;
mod quick;
mod read;
mod scatter;
mod select;

pub(crate) use accounts::{Account, Accounts, Bot, Home, Standing};
pub(crate) use addresses::{Addresses, Owner, Record};
pub(crate) use book::Spelling;
pub(crate) use limit::{AppliesTo, Limit};
pub(crate) use lists::{List, Lists};
pub(crate) use lookup::Found;
pub(crate) use policy::{AdminGrant, ExternalSharing, Policy};
#[cfg(target_arch = "wasm32")]
pub(crate) use read::Partly;

use crate::id::{BotId, DocumentId, OrganizationId, UserId};
use crate::role::CallerRole;
use crate::status::DocumentState;

/// A snapshot, parsed and indexed once, for many requests.
///
/// ```
/// use share_policy::Snapshot;
/// let snapshot = Snapshot::parse(br#"{
///     "document": {"id": "doc_01h455vb4pex5vsknk084sn02q", "owner": "usr_01h455vb4pex5vsknk084sn02r"},
///     "caller": {"user_id": "usr_01h455vb4pex5vsknk084sn02r", "role": "owner"},
///     "entries": []
/// }"#)?;
/// assert_eq!(snapshot.document_id().to_string(), "doc_01h455vb4pex5vsknk084sn02q");
/// # Ok::<(), share_policy::Problem>(())
/// ```
#[derive(Debug)]
pub struct Snapshot {
    pub(crate) revision: Option<String>,
    pub(crate) document: DocumentRecord,
    pub(crate) caller: Caller,
    /// The directory says so.
    pub(crate) caller_is_inactive: bool,
    pub(crate) entries_complete: bool,
    pub(crate) directory: Directory,
    pub(crate) policy: Policy,
    pub(crate) limits: Vec<Limit>,
    pub(crate) accounts: Accounts,
    pub(crate) addresses: Addresses,
    pub(crate) unreadable_addresses: u32,
}

impl Snapshot {
    /// The document that this is a snapshot of.
    #[must_use]
    pub const fn document_id(&self) -> DocumentId {
        self.document.id
    }

    /// The revision, as its builder wrote it.
    #[must_use]
    pub fn revision(&self) -> Option<&str> {
        self.revision.as_deref()
    }

    /// How many addresses of `entries` and `directory` could not be read, and were passed over.
    #[must_use]
    pub const fn unreadable_addresses(&self) -> u32 {
        self.unreadable_addresses
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct DocumentRecord {
    pub(crate) id: DocumentId,
    pub(crate) owner: UserId,
    pub(crate) organization: Option<OrganizationId>,
    pub(crate) state: DocumentState,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller {
    pub(crate) id: CallerId,
    /// None: no access.
    pub(crate) role: Option<CallerRole>,
    pub(crate) can_share: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CallerId {
    User(UserId),
    Bot(BotId),
}

/// What the snapshot knows of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Directory {
    /// Nothing: ids are taken at their word.
    Absent,
    /// What is not listed does not exist.
    Complete,
    /// What is not listed is unknown.
    Partial,
}
