use super::access::Access;
use super::accounts::{Accounts, Line, Made};
use super::addresses::{Addresses, Mention, Spelling};
use super::listing::Listing;
use super::organizations::Organizations;
use super::policy::Policy;
use crate::email::{EmailAddress, Recent};
use crate::id::OrganizationId;
use crate::status::Status;

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
pub(super) fn join(
    access: Access<'_>,
    policy: &Policy,
    organization: Option<OrganizationId>,
) -> Joint {
    let Access { mut users, mut bots, listed, taught, alone, organizations } = access;
    settle(&mut users, &organizations, organization);
    settle(&mut bots, &organizations, organization);
    let Made { mut accounts, places, listed_twice } = Accounts::make(&users, &bots);
    // Memory that is given back here is used again below.
    drop((users, bots));
    let mut book = Book::new(policy);
    let count = listed.len() + taught.len() + alone.len();
    let mut mentions = Vec::with_capacity(count);
    for (user, email) in listed.iter().chain(&taught) {
        let owner = places.get(*user as usize).copied();
        let account = owner.and_then(|place| accounts.at(place));
        let is_dead = account.is_some_and(|account| account.standing.status == Status::Deleted);
        if let (Some(spelling), false) = (book.write(email), is_dead) {
            mentions.push(Mention { spelling, owner, role: None });
        }
    }
    let owned = assign(&mentions, &mut accounts);
    for (role, email) in &alone {
        let spelling = book.write(email);
        mentions.extend(spelling.map(|spelling| Mention {
            spelling,
            owner: None,
            role: Some(*role),
        }));
    }
    let Book { mut addresses, unreadable, .. } = book;
    drop((listed, taught, alone, places));
    addresses.keep(owned);
    addresses.index(&mentions, |owner, role| {
        if let Some(account) = accounts.at_mut(owner) {
            account.standing.role = account.standing.role.max(Some(role));
        }
    });
    Joint { accounts, addresses, unreadable, listed_twice }
}

/// Says of each line whose it is.
fn settle<I>(
    lines: &mut [Line<I>],
    organizations: &Organizations,
    document: Option<OrganizationId>,
) {
    for line in lines {
        line.standing.home = organizations.home(line.organization, document);
    }
}

/// The addresses that can be read.
struct Book<'p, 'e> {
    addresses: Addresses,
    listing: Listing<'p>,
    unreadable: u32,
    recent: Recent<'e>,
}

impl<'p, 'e> Book<'p, 'e> {
    fn new(policy: &'p Policy) -> Self {
        let (addresses, recent) = (Addresses::default(), Recent::default());
        Self { addresses, listing: Listing::new(policy), unreadable: 0, recent }
    }

    /// One that cannot be read is counted and passed over.
    fn write(&mut self, email: &'e str) -> Option<Spelling> {
        match EmailAddress::parse_among(email, &mut self.recent) {
            Ok(address) => {
                let spelling = self.addresses.write(&address);
                Some(self.listing.listed(&self.addresses, spelling))
            }
            Err(_) => {
                self.unreadable = self.unreadable.saturating_add(1);
                None
            }
        }
    }
}

/// The addresses of each account, one account after the other, each in the order directory, entries.
fn assign(mentions: &[Mention], accounts: &mut Accounts) -> Vec<Spelling> {
    for owner in mentions.iter().filter_map(|mention| mention.owner) {
        if let Some(account) = accounts.at_mut(owner) {
            account.owned.end = account.owned.end.saturating_add(1);
        }
    }
    let mut start: u32 = 0;
    for account in accounts.users_mut() {
        let count = account.owned.end;
        account.owned = start..start;
        start = start.saturating_add(count);
    }
    let mut owned = vec![Spelling::default(); start as usize];
    for mention in mentions {
        let Some(account) = mention.owner.and_then(|owner| accounts.at_mut(owner)) else {
            continue;
        };
        if let Some(slot) = owned.get_mut(account.owned.end as usize) {
            *slot = mention.spelling;
        }
        account.owned.end = account.owned.end.saturating_add(1);
        account.lists = account.lists.with(mention.spelling.lists);
    }
    owned
}
