//! Finds what a snapshot holds of all recipients of a request.
//!
//! In a large snapshot every step to a bucket, a record, a text or an account waits for memory. So each step is taken
//! for all rows before the next one: then they wait together.

use super::Snapshot;
use super::accounts::{Account, Bot, Standing};
use super::addresses::{Owner, Record, hash};
use super::buckets::kept;
use crate::email::{EmailAddress, EmailFault};
use crate::id::{BotId, Spread, UserId};
use crate::request::{Identifier, Recipient};

/// The recipient of a row, and what is known of it; `hash` is equal for equal ids and addresses.
#[derive(Clone, Copy)]
pub(crate) enum Found<'s, 'r> {
    User {
        id: UserId,
        hash: u64,
        account: Option<&'s Account>,
    },
    Bot {
        id: BotId,
        hash: u64,
        bot: Option<&'s Bot>,
    },
    Email {
        address: &'r EmailAddress<'r>,
        hash: u64,
        record: Option<&'s Record>,
        owner: Option<(&'s Account, Standing)>,
    },
    Unreadable(EmailFault),
}

/// Where it must be, if it is there.
enum Near<'s, 'r> {
    Users { id: UserId, hash: u64, bucket: &'s [Account] },
    Bots { id: BotId, hash: u64, bucket: &'s [Bot] },
    Records { address: &'r EmailAddress<'r>, hash: u64, bucket: &'s [Record] },
    Nowhere(EmailFault),
}

/// So few rows have nothing to wait for together.
const FEW: usize = 4;

/// A snapshot that knows no more than this is in the processor's memory already.
const NEAR_BY: usize = 4096;

impl Snapshot {
    /// The recipient of a row, and what is known of it.
    #[inline]
    pub(crate) fn look_up<'s, 'r>(&'s self, row: &'r Recipient<'r>) -> Found<'s, 'r> {
        let near = self.near(row.identifier());
        self.owned(self.find(&near, near.begins_with_it()))
    }

    /// The same of each row; nothing where it is as well to look them up one by one.
    pub(crate) fn look_up_together<'s, 'r>(
        &'s self,
        rows: &'r [Recipient<'r>],
    ) -> Vec<Found<'s, 'r>> {
        if rows.len() < FEW || self.addresses.count().max(self.accounts.count()) <= NEAR_BY {
            return Vec::new();
        }
        let near: Vec<Near<'s, 'r>> = rows.iter().map(|row| self.near(row.identifier())).collect();
        let likely: Vec<bool> = near.iter().map(Near::begins_with_it).collect();
        let likely: Vec<bool> = near
            .iter()
            .zip(likely)
            .map(|(near, likely)| likely && self.begins_alike(near))
            .collect();
        let mut found: Vec<Found<'s, 'r>> =
            near.iter().zip(likely).map(|(near, likely)| self.find(near, likely)).collect();
        for found in &mut found {
            *found = self.owned(*found);
        }
        found
    }

    /// With the account that owns the address.
    #[inline(always)]
    fn owned<'s, 'r>(&'s self, found: Found<'s, 'r>) -> Found<'s, 'r> {
        match found {
            Found::Email { address, hash, record: Some(record), .. } => {
                let owner = match record.owner() {
                    Owner::One(place) => self.accounts.at(place),
                    Owner::Nobody | Owner::Several => None,
                };
                let owner = owner.map(|account| (account, account.standing));
                Found::Email { address, hash, record: Some(record), owner }
            }
            Found::Email { record: None, .. } | Found::Unreadable(_) => found,
            Found::User { .. } | Found::Bot { .. } => found,
        }
    }

    /// Whether an address and the first record near it have one first letter: a look at the text, and at the account.
    #[inline]
    fn begins_alike(&self, near: &Near<'_, '_>) -> bool {
        match near {
            Near::Records { address, bucket, .. } => bucket.first().is_some_and(|first| {
                let letter = |text: &str| text.bytes().next().map(|byte| byte | 0x20);
                let is_owned = match first.owner() {
                    Owner::One(place) => self.accounts.at(place).is_some_and(Account::has_address),
                    Owner::Nobody | Owner::Several => true,
                };
                is_owned
                    & (letter(self.addresses.text(first.spelling())) == letter(address.as_str()))
            }),
            Near::Users { .. } | Near::Bots { .. } | Near::Nowhere(_) => true,
        }
    }

    #[inline]
    fn near<'r>(&self, identifier: &'r Identifier<'_>) -> Near<'_, 'r> {
        match identifier {
            Identifier::User(id) => {
                let hash = id.spread();
                Near::Users { id: *id, hash, bucket: self.accounts.users_near(hash) }
            }
            Identifier::Bot(id) => {
                let hash = id.spread();
                Near::Bots { id: *id, hash, bucket: self.accounts.bots_near(hash) }
            }
            Identifier::Email { address: Ok(address), .. } => {
                let hash = hash(address.as_str());
                Near::Records { address, hash, bucket: self.addresses.near(hash) }
            }
            Identifier::Email { address: Err(fault), .. } => Near::Nowhere(*fault),
        }
    }

    #[inline]
    fn find<'s, 'r>(&'s self, near: &Near<'s, 'r>, is_first: bool) -> Found<'s, 'r> {
        match *near {
            Near::Users { id, hash, bucket } => {
                let first = bucket.first().filter(|_| is_first);
                Found::User { id, hash, account: first.or_else(|| self.accounts.user(id)) }
            }
            Near::Bots { id, hash, bucket } => {
                let first = bucket.first().filter(|_| is_first);
                Found::Bot { id, hash, bot: first.or_else(|| self.accounts.bot(id)) }
            }
            Near::Records { address, hash, bucket } => {
                let record = self.addresses.find(address.as_str(), hash, bucket, is_first);
                Found::Email { address, hash, record, owner: None }
            }
            Near::Nowhere(fault) => Found::Unreadable(fault),
        }
    }
}

impl Near<'_, '_> {
    /// Whether its bucket begins with it, which is usual. An address is only likely to be the one with this hash.
    #[inline]
    fn begins_with_it(&self) -> bool {
        match self {
            Self::Users { id, bucket, .. } => bucket.first().is_some_and(|first| first.id == *id),
            Self::Bots { id, bucket, .. } => bucket.first().is_some_and(|first| first.id == *id),
            Self::Records { hash, bucket, .. } => {
                bucket.first().is_some_and(|first| first.hash == kept(*hash))
            }
            Self::Nowhere(_) => false,
        }
    }
}
