use crate::id::{BotId, OrganizationId, UserId};
use crate::order::sorted;
use crate::role::Role;
use crate::status::Status;
use std::ops::Range;

/// What the directory and the entries say of a user or bot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    /// The directory lists it.
    pub(super) listed: bool,
    pub(crate) status: Status,
    pub(crate) organization: Option<OrganizationId>,
    /// The highest role of its entries.
    pub(crate) role: Option<Role>,
}

impl Standing {
    pub(super) const fn entry(role: Role) -> Self {
        let (status, organization) = (Status::Active, None);
        Self { listed: false, status, organization, role: Some(role) }
    }

    pub(super) const fn listed(status: Status, organization: Option<OrganizationId>) -> Self {
        Self { listed: true, status, organization, role: None }
    }

    /// Adds what another mention says.
    fn merge(self, other: Self) -> Self {
        let listed = if other.listed { other } else { self };
        Self { role: self.role.max(other.role), ..listed }
    }
}

/// A user that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: UserId,
    pub(crate) standing: Standing,
    /// Its addresses, in the order directory, entries.
    pub(super) owned: Range<u32>,
}

/// A bot that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub(crate) id: BotId,
    pub(crate) standing: Standing,
}

/// One standing for each id, in the order of ids.
pub(super) fn merged<I: Ord + Copy>(mentions: &[(I, Standing)]) -> Vec<(I, Standing)> {
    let mut merged: Vec<(I, Standing)> = Vec::with_capacity(mentions.len());
    for (id, standing) in sorted(mentions, |(a, _), (b, _)| a.cmp(b)) {
        match merged.last_mut() {
            Some((last, known)) if *last == id => *known = known.merge(standing),
            Some(_) | None => merged.push((id, standing)),
        }
    }
    merged
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
