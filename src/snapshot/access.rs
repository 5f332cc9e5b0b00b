//! What `entries` and `directory` say, as written.

use super::Directory;
use super::accounts::{Line, Standing, lists_twice};
use super::organizations::Organizations;
use crate::fault::{Inconsistency, ShapeFault, SnapshotFault};
use crate::id::{BotId, OrganizationId, UserId};
use crate::json::Symbol;
use crate::order::sorted;
use crate::role::Role;
use crate::shape::{Faults, Located, Schema, Slot, Strangers, symbol};
use crate::status::Status;
use std::borrow::Cow;

static ENTRY: Schema<5> = Schema::new(["user_id", "bot_id", "email", "role", "display_name"]);
static DIRECTORY: Schema<3> = Schema::new(["complete", "users", "bots"]);
static USER: Schema<5> = Schema::new(["user_id", "emails", "org_id", "status", "display_name"]);
static BOT: Schema<4> = Schema::new(["bot_id", "org_id", "status", "display_name"]);

/// What has been read so far. Whether an address can be read is not asked yet.
#[derive(Default)]
pub(super) struct Access<'t> {
    pub(super) users: Vec<Line<UserId>>,
    pub(super) bots: Vec<Line<BotId>>,
    /// The addresses that the directory lists, each with the place among `users` of who owns it.
    pub(super) listed: Vec<(u32, Cow<'t, str>)>,
    /// The same of entries that name an account and an address together.
    pub(super) taught: Vec<(u32, Cow<'t, str>)>,
    /// Of entries that name an address alone.
    pub(super) alone: Vec<(Role, Cow<'t, str>)>,
    pub(super) organizations: Organizations,
}

/// Whom an entry names: `bot` alone, or one of the others or both.
#[derive(Default)]
pub(super) struct Named<'t> {
    pub(super) user: Option<UserId>,
    pub(super) bot: Option<BotId>,
    pub(super) email: Option<Cow<'t, str>>,
}

impl<'t> Access<'t> {
    pub(super) fn add_entry(&mut self, named: Named<'t>, role: Role) {
        let standing = Standing::entry(role);
        if let Some(id) = named.user {
            self.taught.extend(named.email.map(|email| (self.users.len() as u32, email)));
            self.users.push(Line { id, standing, organization: None });
        } else if let Some(id) = named.bot {
            self.bots.push(Line { id, standing, organization: None });
        } else {
            self.alone.extend(named.email.map(|email| (role, email)));
        }
    }

    /// The directory lists a user or bot more than once.
    pub(super) fn lists_twice(&self) -> bool {
        lists_twice(&self.users) || lists_twice(&self.bots)
    }

    /// An address of the user that is added next.
    pub(super) fn add_email(&mut self, email: Cow<'t, str>) {
        self.listed.push((self.users.len() as u32, email));
    }

    pub(super) fn read_entries(&mut self, member: &Located<'_, 't, '_>, faults: &mut Faults) {
        member.is_array(faults);
        for item in member.items() {
            self.read_entry(&item, faults);
        }
    }

    fn read_entry(&mut self, item: &Located<'_, 't, '_>, faults: &mut Faults) {
        let Some(slots) = item.members(&ENTRY, Strangers::Ignore, faults) else { return };
        let [user_id, bot_id, email, role, name] = slots;
        let [user_id, bot_id, email] = [user_id, bot_id, email].map(Slot::optional);
        let found = [user_id, bot_id, email].iter().flatten().count();
        let named = Named {
            user: user_id.and_then(|member| member.id(UserId::parse, faults)),
            bot: bot_id.and_then(|member| member.id(BotId::parse, faults)),
            email: email.and_then(|member| member.text(faults)),
        };
        let role = role.required(faults).and_then(|m| m.choice(Role::NAMES, Role::ALL, faults));
        read_display_name(name, faults);
        if found == 0 {
            faults.shape(&item.path, ShapeFault::IdentifierNotExactlyOne { found: 0 });
        }
        if bot_id.is_some() && found > 1 {
            let fault = SnapshotFault::Inconsistent(Inconsistency::EntryOfBotAndAnother);
            faults.snapshot(&item.path, fault);
        }
        if let Some(role) = role {
            self.add_entry(named, role);
        }
    }

    pub(super) fn read_directory(
        &mut self,
        member: &Located<'_, 't, '_>,
        faults: &mut Faults,
    ) -> Directory {
        let Some(slots) = member.members(&DIRECTORY, Strangers::Refuse, faults) else {
            return Directory::Absent;
        };
        let [complete, users, bots] = slots.map(Slot::optional);
        let complete = complete.and_then(|member| member.boolean(faults)).unwrap_or(true);
        if let Some(users) = users {
            users.is_array(faults);
            let twice = listed_twice(&users, const { symbol("user_id") }, UserId::parse);
            for (item, twice) in users.items().zip(twice) {
                self.read_user(&item, twice, faults);
            }
        }
        if let Some(bots) = bots {
            bots.is_array(faults);
            let twice = listed_twice(&bots, const { symbol("bot_id") }, BotId::parse);
            for (item, twice) in bots.items().zip(twice) {
                self.read_bot(&item, twice, faults);
            }
        }
        if complete { Directory::Complete } else { Directory::Partial }
    }

    fn read_user(&mut self, item: &Located<'_, 't, '_>, twice: bool, faults: &mut Faults) {
        let Some(slots) = item.members(&USER, Strangers::Refuse, faults) else { return };
        let [user_id, emails, organization, status, name] = slots;
        let user_id = user_id.required(faults);
        let id = user_id.and_then(|member| member.id(UserId::parse, faults));
        let before = self.listed.len();
        if let Some(emails) = emails.optional() {
            emails.is_array(faults);
            for email in emails.items() {
                email.text(faults).into_iter().for_each(|email| self.add_email(email));
            }
        }
        let (standing, organization) = self.read_standing(organization, status, faults);
        read_display_name(name, faults);
        let (Some(member), Some(id)) = (user_id, id) else {
            // Nobody owns them; the faults say why.
            return self.listed.truncate(before);
        };
        if twice {
            let fault = SnapshotFault::Inconsistent(Inconsistency::ListedTwice);
            faults.snapshot(&member.path, fault);
        }
        self.users.push(Line { id, standing, organization });
    }

    fn read_bot(&mut self, item: &Located<'_, 't, '_>, twice: bool, faults: &mut Faults) {
        let Some(slots) = item.members(&BOT, Strangers::Refuse, faults) else { return };
        let [bot_id, organization, status, name] = slots;
        let bot_id = bot_id.required(faults);
        let id = bot_id.and_then(|member| member.id(BotId::parse, faults));
        let (standing, organization) = self.read_standing(organization, status, faults);
        read_display_name(name, faults);
        let (Some(member), Some(id)) = (bot_id, id) else { return };
        if twice {
            let fault = SnapshotFault::Inconsistent(Inconsistency::ListedTwice);
            faults.snapshot(&member.path, fault);
        }
        self.bots.push(Line { id, standing, organization });
    }

    fn read_standing(
        &mut self,
        organization: Slot<'_, '_, '_>,
        status: Slot<'_, '_, '_>,
        faults: &mut Faults,
    ) -> (Standing, Option<u32>) {
        let organization =
            organization.optional().and_then(|m| m.id(OrganizationId::parse, faults));
        let organization = organization.map(|id| self.organizations.place(id));
        let status = status.optional().and_then(|m| m.choice(Status::NAMES, Status::ALL, faults));
        (Standing::listed(status.unwrap_or(Status::Active)), organization)
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

/// Carried, never interpreted: only its type is looked at.
fn read_display_name(slot: Slot<'_, '_, '_>, faults: &mut Faults) {
    if let Some(member) = slot.optional() {
        member.text(faults);
    }
}
