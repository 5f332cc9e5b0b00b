use super::buckets::{Buckets, kept};
use super::lists::Lists;
use crate::id::{BotId, Spread, UserId};
use crate::role::Role;
use crate::status::Status;

/// Whose an account or bot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// Nobody tells its organisation, or the document's.
    Unknown,
    /// The document's organisation.
    Own,
    Other,
}

/// What the directory and the entries say of a user or bot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    /// None for one that the directory does not list.
    pub(super) listed: Option<Status>,
    pub(crate) home: Home,
    /// The highest role of its entries.
    pub(crate) role: Option<Role>,
}

impl Standing {
    #[inline]
    pub(super) const fn is_listed(self) -> bool {
        self.listed.is_some()
    }

    /// Active when nobody says otherwise.
    #[inline]
    pub(crate) fn status(self) -> Status {
        self.listed.unwrap_or(Status::Active)
    }

    /// Adds what another mention says.
    pub(super) fn merge(self, other: Self) -> Self {
        let listed = if other.is_listed() { other } else { self };
        Self { role: self.role.max(other.role), ..listed }
    }
}

/// A user that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: UserId,
    pub(crate) standing: Standing,
    /// Those that one of its addresses is on.
    pub(crate) lists: Lists,
    /// Where its addresses begin, in the order directory, entries.
    pub(super) owned: u32,
}

/// There are hundreds of thousands of them.
const _: () = assert!(size_of::<Account>() == 24);

/// In the place of where its addresses begin: it has none.
pub(super) const NONE: u32 = u32::MAX;

impl Account {
    pub(super) fn new(id: UserId, standing: Standing) -> Self {
        Self { id, standing, lists: Lists::default(), owned: NONE }
    }

    /// Whether an address is known of it.
    #[inline]
    pub(crate) const fn has_address(&self) -> bool {
        self.owned != NONE
    }
}

/// A bot that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub(crate) id: BotId,
    pub(crate) standing: Standing,
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
    /// For lists in the order of hashes and ids.
    pub(super) fn new(users: Vec<Account>, bots: Vec<Bot>) -> Self {
        let hashes: Vec<u32> = users.iter().map(|user| kept(user.id.spread())).collect();
        let user_buckets = Buckets::new(&hashes);
        let hashes: Vec<u32> = bots.iter().map(|bot| kept(bot.id.spread())).collect();
        let bot_buckets = Buckets::new(&hashes);
        Self { users, user_buckets, bots, bot_buckets }
    }

    /// Those among which a user with this hash must be.
    #[inline]
    pub(super) fn users_near(&self, hash: u64) -> &[Account] {
        self.users.get(self.user_buckets.range(kept(hash))).unwrap_or_default()
    }

    /// Those among which a bot with this hash must be.
    #[inline]
    pub(super) fn bots_near(&self, hash: u64) -> &[Bot] {
        self.bots.get(self.bot_buckets.range(kept(hash))).unwrap_or_default()
    }

    pub(crate) fn user(&self, id: UserId) -> Option<&Account> {
        let hash = id.spread();
        let bucket = self.users_near(hash);
        let order =
            |account: &Account| (kept(account.id.spread()), account.id).cmp(&(kept(hash), id));
        bucket.get(bucket.binary_search_by(order).ok()?)
    }

    pub(crate) fn bot(&self, id: BotId) -> Option<&Bot> {
        let hash = id.spread();
        let bucket = self.bots_near(hash);
        let order = |bot: &Bot| (kept(bot.id.spread()), bot.id).cmp(&(kept(hash), id));
        bucket.get(bucket.binary_search_by(order).ok()?)
    }

    /// How many users and bots there are.
    pub(super) const fn count(&self) -> usize {
        self.users.len().saturating_add(self.bots.len())
    }

    pub(crate) fn at(&self, place: u32) -> Option<&Account> {
        self.users.get(place as usize)
    }
}
