//! Reading `entries` and `directory`, and joining them into accounts and addresses.

use super::Directory;
use super::accounts::{Accounts, Standing};
use super::addresses::{Addresses, Mention, Spelling};
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

/// What has been read so far.
#[derive(Default)]
pub(super) struct Access {
    users: Vec<(UserId, Standing)>,
    bots: Vec<(BotId, Standing)>,
    addresses: Addresses,
    listed: Vec<(UserId, Spelling)>,
    /// Of entries that name an account and an address together.
    taught: Vec<(UserId, Spelling)>,
    /// Of entries that name an address alone.
    alone: Vec<(Spelling, Role)>,
    unreadable: u32,
}

impl Access {
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
            self.users.push((id, Standing::entry(role)));
            self.taught.extend(address.map(|address| (id, address)));
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
            let twice = listed_twice(&users, symbol("user_id"), UserId::parse);
            for (item, twice) in users.items().zip(twice) {
                self.read_user(&item, twice, faults);
            }
        }
        if let Some(bots) = bots {
            bots.is_array(faults);
            let twice = listed_twice(&bots, symbol("bot_id"), BotId::parse);
            for (item, twice) in bots.items().zip(twice) {
                self.read_bot(&item, twice, faults);
            }
        }
        if complete { Directory::Complete } else { Directory::Partial }
    }

    fn read_user(&mut self, item: &Located<'_, '_, '_>, twice: bool, faults: &mut Faults) {
        let Some(slots) = item.members(&USER, Strangers::Refuse, faults) else { return };
        let [user_id, emails, organization, status, name] = slots;
        let user_id = user_id.required(faults);
        let id = user_id.and_then(|member| member.id(UserId::parse, faults));
        let mut addresses = Vec::new();
        if let Some(emails) = emails.optional() {
            emails.is_array(faults);
            addresses.extend(emails.items().filter_map(|email| self.read_address(&email, faults)));
        }
        let standing = read_standing(organization, status, faults);
        read_display_name(name, faults);
        let (Some(member), Some(id)) = (user_id, id) else { return };
        if twice {
            let fault = SnapshotFault::Inconsistent(Inconsistency::ListedTwice);
            faults.snapshot(&member.path, fault);
        }
        self.users.push((id, standing));
        self.listed.extend(addresses.into_iter().map(|address| (id, address)));
    }

    fn read_bot(&mut self, item: &Located<'_, '_, '_>, twice: bool, faults: &mut Faults) {
        let Some(slots) = item.members(&BOT, Strangers::Refuse, faults) else { return };
        let [bot_id, organization, status, name] = slots;
        let bot_id = bot_id.required(faults);
        let id = bot_id.and_then(|member| member.id(BotId::parse, faults));
        let standing = read_standing(organization, status, faults);
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

    /// Joins what entries and directory say.
    pub(super) fn join(mut self, policy: &Policy) -> (Accounts, Addresses, u32) {
        let mut accounts = Accounts::new(&self.users, &self.bots);
        let mut owned = Vec::with_capacity(self.listed.len() + self.taught.len());
        for (id, spelling) in self.listed.into_iter().chain(self.taught) {
            let owner = accounts.place(id).filter(|&place| {
                let account = accounts.at(place);
                account.is_some_and(|account| account.standing.status != Status::Deleted)
            });
            let spelling = self.addresses.listed(spelling, policy);
            owned.extend(owner.map(|owner| (owner, spelling)));
        }
        let mut mentions: Vec<Mention> = owned
            .iter()
            .map(|&(owner, spelling)| Mention { spelling, owner: Some(owner), role: None })
            .collect();
        for (spelling, role) in self.alone {
            let spelling = self.addresses.listed(spelling, policy);
            mentions.push(Mention { spelling, owner: None, role: Some(role) });
        }
        // Stable: each account's addresses keep the order directory, entries.
        let owned = sorted(&owned, |(owner, _), (other, _)| owner.cmp(other));
        let mut end: u32 = 0;
        for addresses in owned.chunk_by(|(owner, _), (other, _)| owner == other) {
            let start = end;
            end = end.saturating_add(u32::try_from(addresses.len()).unwrap_or(u32::MAX));
            let owner = addresses.first().and_then(|&(owner, _)| accounts.at_mut(owner));
            if let Some(account) = owner {
                account.owned = start..end;
            }
        }
        let owned = owned.into_iter().map(|(_, spelling)| spelling).collect();
        self.addresses.index(owned, mentions, |owner, role| {
            if let Some(account) = accounts.at_mut(owner) {
                account.standing.role = account.standing.role.max(Some(role));
            }
        });
        (accounts, self.addresses, self.unreadable)
    }
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

fn read_standing(
    organization: Slot<'_, '_, '_>,
    status: Slot<'_, '_, '_>,
    faults: &mut Faults,
) -> Standing {
    let organization = organization.optional().and_then(|m| m.id(OrganizationId::parse, faults));
    let status = status.optional().and_then(|m| m.choice(STATUS, STATUSES, faults));
    Standing::listed(status.unwrap_or(Status::Active), organization)
}

/// Carried, never interpreted: only its type is looked at.
fn read_display_name(slot: Slot<'_, '_, '_>, faults: &mut Faults) {
    if let Some(member) = slot.optional() {
        member.text(faults);
    }
}
