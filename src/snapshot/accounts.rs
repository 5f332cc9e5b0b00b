use crate::id::{BotId, OrganizationId, UserId};
use crate::role::Role;
use crate::status::Status;
use std::ops::Range;

/// A user that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: UserId,
    /// The directory lists it.
    pub(crate) listed: bool,
    pub(crate) status: Status,
    pub(crate) organization: Option<OrganizationId>,
    /// The highest role of its entries.
    pub(crate) role: Option<Role>,
    /// Its addresses, in the order directory, entries.
    pub(super) owned: Range<u32>,
}

/// A bot that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub(crate) id: BotId,
    /// The directory lists it.
    pub(crate) listed: bool,
    pub(crate) status: Status,
    pub(crate) organization: Option<OrganizationId>,
    /// The highest role of its entries.
    pub(crate) role: Option<Role>,
}

impl Account {
    pub(super) const fn named(id: UserId) -> Self {
        let owned = 0..0;
        Self { id, listed: false, status: Status::Active, organization: None, role: None, owned }
    }
}

impl Bot {
    pub(super) const fn named(id: BotId) -> Self {
        Self { id, listed: false, status: Status::Active, organization: None, role: None }
    }
}

/// Every user and bot that the snapshot knows of, each list in the order of ids.
#[derive(Debug, Default)]
pub(crate) struct Accounts {
    pub(super) users: Vec<Account>,
    pub(super) bots: Vec<Bot>,
}

impl Accounts {
    pub(crate) fn user(&self, id: UserId) -> Option<&Account> {
        let place = self.users.binary_search_by_key(&id, |account| account.id).ok()?;
        self.users.get(place)
    }

    pub(crate) fn bot(&self, id: BotId) -> Option<&Bot> {
        let place = self.bots.binary_search_by_key(&id, |bot| bot.id).ok()?;
        self.bots.get(place)
    }

    /// The account at a place that [`Owner::One`](super::Owner::One) gives.
    pub(crate) fn at(&self, place: u32) -> Option<&Account> {
        self.users.get(place as usize)
    }
}
