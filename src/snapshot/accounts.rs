use super::buckets::Buckets;
use super::lists::Lists;
use super::scatter::by_hash;
use crate::id::{BotId, Spread, UserId};
use crate::role::Role;
use crate::status::Status;
use std::ops::Range;

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
    /// The directory lists it.
    listed: bool,
    pub(crate) status: Status,
    pub(crate) home: Home,
    /// The highest role of its entries.
    pub(crate) role: Option<Role>,
}

impl Standing {
    pub(super) const fn entry(role: Role) -> Self {
        Self { listed: false, status: Status::Active, home: Home::Unknown, role: Some(role) }
    }

    /// Whose it is, is said later.
    pub(super) const fn listed(status: Status) -> Self {
        Self { listed: true, status, home: Home::Unknown, role: None }
    }

    /// Adds what another mention says.
    fn merge(self, other: Self) -> Self {
        let listed = if other.listed { other } else { self };
        Self { role: self.role.max(other.role), ..listed }
    }
}

/// What one entry or one listing says of an id.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<I> {
    pub(super) id: I,
    pub(super) standing: Standing,
    /// Its organisation, by its place among them.
    pub(super) organization: Option<u32>,
}

/// A user that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: UserId,
    pub(crate) standing: Standing,
    /// Those that one of its addresses is on.
    pub(crate) lists: Lists,
    /// Its addresses, in the order directory, entries.
    pub(super) owned: Range<u32>,
}

impl Account {
    /// Whether an address is known of it.
    #[inline]
    pub(crate) const fn has_address(&self) -> bool {
        self.owned.start < self.owned.end
    }
}

/// A bot that the directory or an entry names.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub(crate) id: BotId,
    pub(crate) standing: Standing,
}

/// What is said of each id, by the order of hashes and ids.
struct Merged<I> {
    all: Vec<(I, Standing)>,
    hashes: Vec<u64>,
    /// For each line, the place of its id.
    places: Vec<u32>,
    /// The directory lists an id more than once.
    listed_twice: bool,
}

impl<I: Spread> Merged<I> {
    #[inline(never)]
    fn new(lines: &[Line<I>]) -> Self {
        let hashes: Vec<u64> = lines.iter().map(|line| line.id.spread()).collect();
        let id = |at: usize| lines.get(at).map(|line| line.id);
        let order = by_hash(&hashes, &|one, other| id(one).cmp(&id(other)));
        let mut merged = Self {
            all: Vec::with_capacity(lines.len()),
            hashes: Vec::with_capacity(lines.len()),
            places: vec![0; lines.len()],
            listed_twice: false,
        };
        for at in order {
            if let Some(&Line { id, standing, .. }) = lines.get(at as usize) {
                merged.add(id, standing);
            }
            if let Some(place) = merged.places.get_mut(at as usize) {
                *place = (merged.all.len() - 1) as u32;
            }
        }
        merged
    }

    fn add(&mut self, id: I, standing: Standing) {
        match self.all.last_mut() {
            Some((last, known)) if *last == id => {
                self.listed_twice |= known.listed && standing.listed;
                *known = known.merge(standing);
            }
            Some(_) | None => {
                self.all.push((id, standing));
                self.hashes.push(id.spread());
            }
        }
    }
}

/// Whether the directory lists an id more than once.
pub(super) fn lists_twice<I: Spread>(lines: &[Line<I>]) -> bool {
    Merged::new(lines).listed_twice
}

/// Every user and bot that the snapshot knows of.
#[derive(Debug, Default)]
pub(crate) struct Accounts {
    users: Vec<Account>,
    user_buckets: Buckets,
    bots: Vec<Bot>,
    bot_buckets: Buckets,
}

/// Accounts, and what only their making tells.
pub(super) struct Made {
    pub(super) accounts: Accounts,
    /// For each line about a user, the place of its account.
    pub(super) places: Vec<u32>,
    /// The directory lists a user or bot more than once.
    pub(super) listed_twice: bool,
}

impl Accounts {
    pub(super) fn make(users: &[Line<UserId>], bots: &[Line<BotId>]) -> Made {
        let (users, bots) = (Merged::new(users), Merged::new(bots));
        let listed_twice = users.listed_twice || bots.listed_twice;
        let account =
            |(id, standing)| Account { id, standing, lists: Lists::default(), owned: 0..0 };
        let bot = |(id, standing)| Bot { id, standing };
        let accounts = Self {
            user_buckets: Buckets::new(&users.hashes),
            users: users.all.into_iter().map(account).collect(),
            bot_buckets: Buckets::new(&bots.hashes),
            bots: bots.all.into_iter().map(bot).collect(),
        };
        Made { accounts, places: users.places, listed_twice }
    }

    /// Those among which a user with this hash must be.
    #[inline]
    pub(super) fn users_near(&self, hash: u64) -> &[Account] {
        self.users.get(self.user_buckets.range(hash)).unwrap_or_default()
    }

    /// Those among which a bot with this hash must be.
    #[inline]
    pub(super) fn bots_near(&self, hash: u64) -> &[Bot] {
        self.bots.get(self.bot_buckets.range(hash)).unwrap_or_default()
    }

    pub(crate) fn user(&self, id: UserId) -> Option<&Account> {
        let hash = id.spread();
        let bucket = self.users_near(hash);
        let order = |account: &Account| (account.id.spread(), account.id).cmp(&(hash, id));
        bucket.get(bucket.binary_search_by(order).ok()?)
    }

    pub(crate) fn bot(&self, id: BotId) -> Option<&Bot> {
        let hash = id.spread();
        let bucket = self.bots_near(hash);
        let order = |bot: &Bot| (bot.id.spread(), bot.id).cmp(&(hash, id));
        bucket.get(bucket.binary_search_by(order).ok()?)
    }

    /// How many users and bots there are.
    pub(super) const fn count(&self) -> usize {
        self.users.len().saturating_add(self.bots.len())
    }

    pub(crate) fn at(&self, place: u32) -> Option<&Account> {
        self.users.get(place as usize)
    }

    pub(super) fn at_mut(&mut self, place: u32) -> Option<&mut Account> {
        self.users.get_mut(place as usize)
    }

    pub(super) fn users_mut(&mut self) -> impl Iterator<Item = &mut Account> {
        self.users.iter_mut()
    }
}
