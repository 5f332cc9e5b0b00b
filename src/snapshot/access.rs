//! Reading `entries` and `directory`, and joining them into accounts and addresses.

use super::Directory;
use super::accounts::{Accounts, Home, Made, Standing};
use super::addresses::{Addresses, Mention, Spelling};
use super::listing::Listing;
use super::policy::Policy;
use crate::email::EmailAddress;
use crate::fault::{Inconsistency, ShapeFault, SnapshotFault};
use crate::id::{BotId, OrganizationId, UserId};
use crate::json::Symbol;
use crate::order::sorted;
use crate::role::Role;
use crate::shape::{Faults, Located, Schema, Slot, Strangers, symbol};
use crate::status::Status;

static ENTRY: Schema<5> = Schema::new(["user_id", "bot_id", "email", "role", "display_name"]);
static DIRECTORY: Schema<3> = Schema::new(["complete", "users", "bots"]);
static USER: Schema<5> = Schema::new(["user_id", "emails", "org_id", "status", "display_name"]);
static BOT: Schema<4> = Schema::new(["bot_id", "org_id", "status", "display_name"]);
const STATUS: &[&str] = &["active", "suspended", "deleted"];
const STATUSES: &[Status] = &[Status::Active, Status::Suspended, Status::Deleted];

/// How closely the directory is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// An id that is listed twice is not noticed before all is joined.
    Quick,
    /// It is a fault at its place.
    Thorough,
}

/// What has been read so far.
pub(super) struct Access {
    reading: Reading,
    organization: Option<OrganizationId>,
    users: Vec<(UserId, Standing)>,
    bots: Vec<(BotId, Standing)>,
    addresses: Addresses,
    /// Each with the place among `users` of who owns it.
    listed: Vec<(u32, Spelling)>,
    /// The same of entries that name an account and an address together.
    taught: Vec<(u32, Spelling)>,
    /// Of entries that name an address alone.
    alone: Vec<(Spelling, Role)>,
    unreadable: u32,
}

impl Access {
    /// `organization` is the document's.
    pub(super) fn new(reading: Reading, organization: Option<OrganizationId>) -> Self {
        Self {
            reading,
            organization,
            users: Vec::new(),
            bots: Vec::new(),
            addresses: Addresses::default(),
            listed: Vec::new(),
            taught: Vec::new(),
            alone: Vec::new(),
            unreadable: 0,
        }
    }

    pub(super) fn read_entries(&mut self, member: &Located<'_, '_, '_>, faults: &mut Faults) {
        member.is_array(faults);
        for item in member.items() {
            self.read_entry(&item, faults);
        }
    }

    fn read_entry(&mut self, item: &Located<'_, '_, '_>, faults: &mut Faults) {
        let Some(slots) = item.members(&ENTRY, Strangers::Ignore, faults) else { return };
        let [user_id, bot_id, email, role, name] = slots;
        let [user_id, bot_id, email] = [user_id, bot_id, email].map(Slot::optional);
        let named = [user_id, bot_id, email].iter().flatten().count();
        let user = user_id.and_then(|member| member.id(UserId::parse, faults));
        let bot = bot_id.and_then(|member| member.id(BotId::parse, faults));
        let address = email.and_then(|member| self.read_address(&member, faults));
        let role = role.required(faults).and_then(|m| m.choice(Role::NAMES, Role::ALL, faults));
        read_display_name(name, faults);
        if named == 0 {
            faults.shape(&item.path, ShapeFault::IdentifierNotExactlyOne { found: 0 });
        }
        if bot_id.is_some() && named > 1 {
            let fault = SnapshotFault::Inconsistent(Inconsistency::EntryOfBotAndAnother);
            faults.snapshot(&item.path, fault);
        }
        if let Some(role) = role {
            self.add_entry(user, bot, address, role);
        }
    }

    fn add_entry(
        &mut self,
        user: Option<UserId>,
        bot: Option<BotId>,
        address: Option<Spelling>,
        role: Role,
    ) {
        if let Some(id) = user {
            self.taught.extend(address.map(|address| (self.users.len() as u32, address)));
            self.users.push((id, Standing::entry(role)));
        } else if let Some(id) = bot {
            self.bots.push((id, Standing::entry(role)));
        } else {
            self.alone.extend(address.map(|address| (address, role)));
        }
    }

    pub(super) fn read_directory(
        &mut self,
        member: &Located<'_, '_, '_>,
        faults: &mut Faults,
    ) -> Directory {
        let Some(slots) = member.members(&DIRECTORY, Strangers::Refuse, faults) else {
            return Directory::Absent;
        };
        let [complete, users, bots] = slots.map(Slot::optional);
        let complete = complete.and_then(|member| member.boolean(faults)).unwrap_or(true);
        if let Some(users) = users {
            users.is_array(faults);
            let twice = self.twice(&users, const { symbol("user_id") }, UserId::parse);
            for (item, at) in users.items().zip(0..) {
                self.read_user(&item, twice.get(at) == Some(&true), faults);
            }
        }
        if let Some(bots) = bots {
            bots.is_array(faults);
            let twice = self.twice(&bots, const { symbol("bot_id") }, BotId::parse);
            for (item, at) in bots.items().zip(0..) {
                self.read_bot(&item, twice.get(at) == Some(&true), faults);
            }
        }
        if complete { Directory::Complete } else { Directory::Partial }
    }

    fn twice<I: Ord + Copy, E>(
        &self,
        list: &Located<'_, '_, '_>,
        member: Symbol,
        parse: fn(&str) -> Result<I, E>,
    ) -> Vec<bool> {
        match self.reading {
            Reading::Quick => Vec::new(),
            Reading::Thorough => listed_twice(list, member, parse),
        }
    }

    fn read_user(&mut self, item: &Located<'_, '_, '_>, twice: bool, faults: &mut Faults) {
        let Some(slots) = item.members(&USER, Strangers::Refuse, faults) else { return };
        let [user_id, emails, organization, status, name] = slots;
        let user_id = user_id.required(faults);
        let id = user_id.and_then(|member| member.id(UserId::parse, faults));
        let before = self.listed.len();
        if let Some(emails) = emails.optional() {
            emails.is_array(faults);
            for email in emails.items() {
                let address = self.read_address(&email, faults);
                self.listed.extend(address.map(|address| (self.users.len() as u32, address)));
            }
        }
        let standing = self.read_standing(organization, status, faults);
        read_display_name(name, faults);
        let (Some(member), Some(id)) = (user_id, id) else {
            // Nobody owns them; the faults say why.
            return self.listed.truncate(before);
        };
        if twice {
            let fault = SnapshotFault::Inconsistent(Inconsistency::ListedTwice);
            faults.snapshot(&member.path, fault);
        }
        self.users.push((id, standing));
    }

    fn read_bot(&mut self, item: &Located<'_, '_, '_>, twice: bool, faults: &mut Faults) {
        let Some(slots) = item.members(&BOT, Strangers::Refuse, faults) else { return };
        let [bot_id, organization, status, name] = slots;
        let bot_id = bot_id.required(faults);
        let id = bot_id.and_then(|member| member.id(BotId::parse, faults));
        let standing = self.read_standing(organization, status, faults);
        read_display_name(name, faults);
        let (Some(member), Some(id)) = (bot_id, id) else { return };
        if twice {
            let fault = SnapshotFault::Inconsistent(Inconsistency::ListedTwice);
            faults.snapshot(&member.path, fault);
        }
        self.bots.push((id, standing));
    }

    /// An address of a person. One that cannot be read is counted and passed over.
    fn read_address(
        &mut self,
        item: &Located<'_, '_, '_>,
        faults: &mut Faults,
    ) -> Option<Spelling> {
        let text = item.text(faults)?;
        match EmailAddress::parse(&text) {
            Ok(address) => Some(self.addresses.write(&address)),
            Err(_) => {
                self.unreadable = self.unreadable.saturating_add(1);
                None
            }
        }
    }

    fn read_standing(
        &self,
        organization: Slot<'_, '_, '_>,
        status: Slot<'_, '_, '_>,
        faults: &mut Faults,
    ) -> Standing {
        let organization =
            organization.optional().and_then(|m| m.id(OrganizationId::parse, faults));
        let status = status.optional().and_then(|m| m.choice(STATUS, STATUSES, faults));
        let home = match organization.zip(self.organization) {
            None => Home::Unknown,
            Some((own, document)) if own == document => Home::Own,
            Some(_) => Home::Other,
        };
        Standing::listed(status.unwrap_or(Status::Active), home)
    }

    /// Joins what entries and directory say.
    pub(super) fn join(mut self, policy: &Policy) -> Joined {
        let Made { mut accounts, places, listed_twice } = Accounts::make(&self.users, &self.bots);
        let mut listing = Listing::new(policy);
        let mut mentions =
            Vec::with_capacity(self.listed.len() + self.taught.len() + self.alone.len());
        for (user, spelling) in self.listed.into_iter().chain(self.taught) {
            let owner = places.get(user as usize).copied().filter(|&place| {
                let account = accounts.at(place);
                account.is_some_and(|account| account.standing.status != Status::Deleted)
            });
            if owner.is_some() {
                let spelling = listing.listed(&self.addresses, spelling);
                mentions.push(Mention { spelling, owner, role: None });
            }
        }
        self.addresses.keep(assigned(&mentions, &mut accounts));
        for (spelling, role) in self.alone {
            let spelling = listing.listed(&self.addresses, spelling);
            mentions.push(Mention { spelling, owner: None, role: Some(role) });
        }
        self.addresses.index(&mentions, |owner, role| {
            if let Some(account) = accounts.at_mut(owner) {
                account.standing.role = account.standing.role.max(Some(role));
            }
        });
        Joined { accounts, addresses: self.addresses, unreadable: self.unreadable, listed_twice }
    }
}

/// All that entries and directory say.
pub(super) struct Joined {
    pub(super) accounts: Accounts,
    pub(super) addresses: Addresses,
    /// How many addresses cannot be read.
    pub(super) unreadable: u32,
    pub(super) listed_twice: bool,
}

/// The addresses of each account, one account after the other, each in the order directory, entries.
fn assigned(mentions: &[Mention], accounts: &mut Accounts) -> Vec<Spelling> {
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
    let nobody = Spelling::default();
    let mut owned = vec![nobody; start as usize];
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

/// For each item of a list, whether an earlier one has the same id.
fn listed_twice<I: Ord + Copy, E>(
    list: &Located<'_, '_, '_>,
    member: Symbol,
    parse: fn(&str) -> Result<I, E>,
) -> Vec<bool> {
    let id_of = |item: Located<'_, '_, '_>| parse(&item.value.member(member)?.text()?).ok();
    // Only what has an id is kept: a list of 30 million zeros is no reason to run out of memory.
    let items = (0_u32..).zip(list.items());
    let ids: Vec<(I, u32)> = items.filter_map(|(at, item)| Some((id_of(item)?, at))).collect();
    let mut twice = vec![false; list.items().count()];
    let order = sorted(&ids, |(id, _), (other, _)| id.cmp(other));
    for (before, (id, at)) in order.iter().zip(order.iter().skip(1)) {
        if let Some(again) = twice.get_mut(*at as usize) {
            *again = before.0 == *id;
        }
    }
    twice
}

/// Carried, never interpreted: only its type is looked at.
fn read_display_name(slot: Slot<'_, '_, '_>, faults: &mut Faults) {
    if let Some(member) = slot.optional() {
        member.text(faults);
    }
}
