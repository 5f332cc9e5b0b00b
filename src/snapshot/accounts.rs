use super::buckets::Buckets;
use crate::id::{BotId, OrganizationId, Spread, UserId};
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

/// One standing for each id, in the order of hashes and ids.
fn merged<I: Spread>(mentions: &[(I, Standing)]) -> Vec<(I, Standing)> {
    let mut merged: Vec<(I, Standing)> = Vec::with_capacity(mentions.len());
    for (id, standing) in sorted(mentions, |&(a, _), &(b, _)| (a.spread(), a).cmp(&(b.spread(), b)))
    {
        match merged.last_mut() {
            Some((last, known)) if *last == id => *known = known.merge(standing),
            Some(_) | None => merged.push((id, standing)),
        }
    }
    merged
}

/// Every user and bot that the snapshot knows of.
#[derive(Debug, Default)]
pub(crate) struct Accounts {
    users: Vec<Account>,
    user_buckets: Buckets,
    bots: Vec<Bot>,
    bot_buckets: Buckets,
}

impl Accounts {
    pub(super) fn new(users: &[(UserId, Standing)], bots: &[(BotId, Standing)]) -> Self {
        let account = |(id, standing)| Account { id, standing, owned: 0..0 };
        let bot = |(id, standing)| Bot { id, standing };
        let users: Vec<Account> = merged(users).into_iter().map(account).collect();
        let bots: Vec<Bot> = merged(bots).into_iter().map(bot).collect();
        let user_buckets = Buckets::new(users.iter().map(|account| account.id.spread()));
        let bot_buckets = Buckets::new(bots.iter().map(|bot| bot.id.spread()));
        Self { users, user_buckets, bots, bot_buckets }
    }

    pub(crate) fn user(&self, id: UserId) -> Option<&Account> {
        self.users.get(self.place(id)? as usize)
    }

    pub(crate) fn bot(&self, id: BotId) -> Option<&Bot> {
        let bucket = self.bots.get(self.bot_buckets.range(id.spread()))?;
        let order = |bot: &Bot| (bot.id.spread(), bot.id).cmp(&(id.spread(), id));
        bucket.get(bucket.binary_search_by(order).ok()?)
    }

    /// The place of an account, for [`at`](Self::at).
    pub(super) fn place(&self, id: UserId) -> Option<u32> {
        let range = self.user_buckets.range(id.spread());
        let bucket = self.users.get(range.clone())?;
        let order = |account: &Account| (account.id.spread(), account.id).cmp(&(id.spread(), id));
        let place = range.start + bucket.binary_search_by(order).ok()?;
        u32::try_from(place).ok()
    }

    pub(crate) fn at(&self, place: u32) -> Option<&Account> {
        self.users.get(place as usize)
    }

    pub(super) fn at_mut(&mut self, place: u32) -> Option<&mut Account> {
        self.users.get_mut(place as usize)
    }
}
