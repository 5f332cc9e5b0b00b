//! What `entries` and `directory` say, line by line.

use super::Directory;
use super::lines::{Line, Register, Said};
use crate::fault::{Inconsistency, ShapeFault, SnapshotFault};
use crate::id::{BotId, OrganizationId, UserId};
use crate::json::{Symbol, Value};
use crate::order::order;
use crate::role::Role;
use crate::shape::{Faults, Located, Object, Schema, symbol};
use crate::status::Status;
use std::borrow::Cow;

static ENTRY: Schema = Schema::new(&["user_id", "bot_id", "email", "role", "display_name"]).open();
static DIRECTORY: Schema = Schema::new(&["complete", "users", "bots"]);
static USER: Schema = Schema::new(&["user_id", "emails", "org_id", "status", "display_name"]);
static BOT: Schema = Schema::new(&["bot_id", "org_id", "status", "display_name"]);

/// Takes addresses. Whether one can be read is not asked before.
pub(super) trait Take<'t> {
    /// Those that a line about a user gives, which is at this place. Whether one of them can be read.
    fn given(&mut self, line: usize, emails: &mut Vec<Cow<'t, str>>) -> bool;
    /// That of an entry which names an address alone.
    fn alone(&mut self, email: Cow<'t, str>, role: Role);
}

/// Where all that is read goes.
pub(super) struct Access<'a, 't> {
    pub(super) register: &'a mut Register,
    pub(super) addresses: &'a mut dyn Take<'t>,
}

impl<'t> Access<'_, 't> {
    pub(super) fn user(
        &mut self,
        id: UserId,
        said: Said,
        organization: Option<OrganizationId>,
        emails: &mut Vec<Cow<'t, str>>,
    ) {
        let Register { users, organizations, .. } = &mut *self.register;
        let has_address = !emails.is_empty() && self.addresses.given(users.len(), emails);
        let organization = organizations.place(organization);
        users.push(Line::new(id.into(), said, organization, has_address));
    }

    pub(super) fn bot(&mut self, id: BotId, said: Said, organization: Option<OrganizationId>) {
        let Register { bots, organizations, .. } = &mut *self.register;
        let organization = organizations.place(organization);
        bots.push(Line::new(id.into(), said, organization, false));
    }
}

/// Whom an entry names: `bot` alone, or one of the others or both.
#[derive(Default)]
pub(super) struct Named<'t> {
    pub(super) user: Option<UserId>,
    pub(super) bot: Option<BotId>,
    pub(super) email: Option<Cow<'t, str>>,
}

impl<'t> Named<'t> {
    #[inline(always)]
    pub(super) fn add_to(
        self,
        access: &mut Access<'_, 't>,
        role: Role,
        emails: &mut Vec<Cow<'t, str>>,
    ) {
        if let Some(id) = self.user {
            emails.clear();
            emails.extend(self.email);
            access.user(id, Said::Entered(role), None, emails);
        } else if let Some(id) = self.bot {
            access.bot(id, Said::Entered(role), None);
        } else if let Some(email) = self.email {
            access.addresses.alone(email, role);
        }
    }
}

pub(super) fn read_entries<'t>(
    list: &Located<'_, 't, '_>,
    access: &mut Access<'_, 't>,
    faults: &mut Faults,
) {
    for item in list.items(faults) {
        read_entry(&item, access, faults);
    }
}

fn read_entry<'t>(item: &Located<'_, 't, '_>, access: &mut Access<'_, 't>, faults: &mut Faults) {
    let Some(entry) = item.object(&ENTRY, faults) else { return };
    let named = Named {
        user: entry.member("user_id").id(UserId::parse, faults),
        bot: entry.member("bot_id").id(BotId::parse, faults),
        email: entry.member("email").text(faults),
    };
    let role = entry.member("role").required(faults).choice(Role::NAMES, Role::ALL, faults);
    read_display_name(&entry, faults);
    let found = entry.count(&["user_id", "bot_id", "email"]);
    if found == 0 {
        faults.shape(&item.path, ShapeFault::IdentifierNotExactlyOne { found });
    }
    if found > 1 && entry.count(&["bot_id"]) > 0 {
        let fault = SnapshotFault::Inconsistent(Inconsistency::EntryOfBotAndAnother);
        faults.snapshot(&item.path, fault);
    }
    if let Some(role) = role {
        named.add_to(access, role, &mut Vec::new());
    }
}

pub(super) fn read_directory<'t>(
    member: &Located<'_, 't, '_>,
    access: &mut Access<'_, 't>,
    faults: &mut Faults,
) -> Directory {
    let Some(directory) = member.object(&DIRECTORY, faults) else { return Directory::Absent };
    let complete = directory.member("complete").boolean(faults).unwrap_or(true);
    let users = directory.member("users");
    let twice = listed_twice(&users, const { symbol("user_id") }, |id| UserId::parse(id).is_ok());
    for (item, twice) in users.items(faults).zip(twice) {
        read_user(&item, twice, access, faults);
    }
    let bots = directory.member("bots");
    let twice = listed_twice(&bots, const { symbol("bot_id") }, |id| BotId::parse(id).is_ok());
    for (item, twice) in bots.items(faults).zip(twice) {
        read_bot(&item, twice, access, faults);
    }
    if complete { Directory::Complete } else { Directory::Partial }
}

fn read_user<'t>(
    item: &Located<'_, 't, '_>,
    twice: bool,
    access: &mut Access<'_, 't>,
    faults: &mut Faults,
) {
    let Some(user) = item.object(&USER, faults) else { return };
    let user_id = user.member("user_id");
    let id = user_id.required(faults).id(UserId::parse, faults);
    let mut emails = Vec::new();
    for email in user.member("emails").items(faults) {
        emails.extend(email.text(faults));
    }
    let (said, organization) = read_standing(&user, faults);
    // Without an id nobody owns them; the faults say why.
    let Some(id) = id else { return };
    if twice {
        report_twice(&user_id, faults);
    }
    access.user(id, said, organization, &mut emails);
}

fn read_bot<'t>(
    item: &Located<'_, 't, '_>,
    twice: bool,
    access: &mut Access<'_, 't>,
    faults: &mut Faults,
) {
    let Some(bot) = item.object(&BOT, faults) else { return };
    let bot_id = bot.member("bot_id");
    let id = bot_id.required(faults).id(BotId::parse, faults);
    let (said, organization) = read_standing(&bot, faults);
    let Some(id) = id else { return };
    if twice {
        report_twice(&bot_id, faults);
    }
    access.bot(id, said, organization);
}

/// What users and bots have in common.
#[inline(never)]
fn read_standing(
    listing: &Object<'_, '_, '_>,
    faults: &mut Faults,
) -> (Said, Option<OrganizationId>) {
    let organization = listing.member("org_id").id(OrganizationId::parse, faults);
    let status = listing.member("status").choice(Status::NAMES, Status::ALL, faults);
    read_display_name(listing, faults);
    (Said::Listed(status.unwrap_or(Status::Active)), organization)
}

fn report_twice(id: &Located<'_, '_, '_>, faults: &mut Faults) {
    faults.snapshot(&id.path, SnapshotFault::Inconsistent(Inconsistency::ListedTwice));
}

/// For each item of a list, whether an earlier one has the same id.
#[inline(never)]
fn listed_twice(list: &Located<'_, '_, '_>, member: Symbol, is_id: fn(&str) -> bool) -> Vec<bool> {
    let items = || list.value.map(Value::items).unwrap_or_default();
    // Only what has an id is kept: a list of 30 million zeros is no reason to run out of memory.
    let mut ids = Vec::new();
    for (at, item) in (0_u32..).zip(items()) {
        let id = item.member(member).and_then(Value::text);
        ids.extend(id.filter(|id| is_id(id)).map(|id| (id, at)));
    }
    let mut twice = vec![false; items().count()];
    let order = order(ids.len(), &|one, other| ids.get(one).cmp(&ids.get(other)));
    let in_order: Vec<_> = order.into_iter().filter_map(|place| ids.get(place)).collect();
    for (before, (id, at)) in in_order.iter().zip(in_order.iter().skip(1)) {
        if let Some(again) = twice.get_mut(*at as usize) {
            *again = before.0 == *id;
        }
    }
    twice
}

/// Carried, never interpreted: only its type is looked at.
fn read_display_name(object: &Object<'_, '_, '_>, faults: &mut Faults) {
    object.member("display_name").text(faults);
}
