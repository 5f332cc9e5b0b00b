use super::accounts::{Account, Accounts, Bot};
use super::addresses::{Addresses, hash};
use super::assign::assign;
use super::buckets::kept;
use super::ledger::{Ledger, Written};
use super::lines::{Merged, Register};
use super::listing::Listing;
use super::policy::Policy;
use crate::id::OrganizationId;

/// All that entries and directory say.
pub(super) struct Joint {
    pub(super) accounts: Accounts,
    pub(super) addresses: Addresses,
    /// How many addresses cannot be read.
    pub(super) unreadable: u32,
    /// The directory lists a user or bot more than once.
    pub(super) listed_twice: bool,
}

/// Joins accounts and addresses; `organization` is the document's.
///
/// The memory of a module never shrinks: what is not needed any more goes before the next large list is made.
pub(super) fn join(ledger: Ledger, policy: &Policy, organization: Option<OrganizationId>) -> Joint {
    let Ledger { register, written } = ledger;
    let Register { users, bots, organizations } = register;
    let Written { book, given, alone, unreadable, .. } = written;
    let homes = organizations.seen_from(organization);
    let Merged { all, places, listed_twice: users_twice } = Merged::new(&users, &homes);
    let mut accounts: Vec<Account> =
        all.into_iter().map(|(id, standing)| Account::new(id.into(), standing)).collect();
    let Merged { all, listed_twice: bots_twice, .. } = Merged::new(&bots, &homes);
    drop(bots);
    let bots = all.into_iter().map(|(id, standing)| Bot { id: id.into(), standing }).collect();
    let mut listing = Listing::new(policy);
    let shelves = assign(&users, &places, &given, alone.len(), &book, &mut listing, &accounts);
    drop((users, given));
    let mut mentions = shelves.close_up(places, &mut accounts);
    for (_, spelling) in alone.iter() {
        mentions.hashes.push(kept(hash(book.text(*spelling))));
        mentions.spellings.push(listing.listed(&book, *spelling));
    }
    mentions.alone = alone;
    let addresses = Addresses::index(book, mentions, |owner, role| {
        if let Some(account) = accounts.get_mut(owner as usize) {
            account.standing.role = account.standing.role.max(Some(role));
        }
    });
    let accounts = Accounts::new(accounts, bots);
    Joint { accounts, addresses, unreadable, listed_twice: users_twice || bots_twice }
}
