//! What `entries` and `directory` say, as written.

use super::Directory;
use super::accounts::{Line, Standing, lists_twice};
use super::organizations::Organizations;
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

    pub(super) fn read_entries(&mut self, list: &Located<'_, 't, '_>, faults: &mut Faults) {
        for item in list.items(faults) {
            self.read_entry(&item, faults);
        }
    }

    fn read_entry(&mut self, item: &Located<'_, 't, '_>, faults: &mut Faults) {
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
            self.add_entry(named, role);
        }
    }

    pub(super) fn read_directory(
        &mut self,
        member: &Located<'_, 't, '_>,
        faults: &mut Faults,
    ) -> Directory {
        let Some(directory) = member.object(&DIRECTORY, faults) else { return Directory::Absent };
        let complete = directory.member("complete").boolean(faults).unwrap_or(true);
        let users = directory.member("users");
        let twice =
            listed_twice(&users, const { symbol("user_id") }, |id| UserId::parse(id).is_ok());
        for (item, twice) in users.items(faults).zip(twice) {
            self.read_user(&item, twice, faults);
        }
        let bots = directory.member("bots");
        let twice = listed_twice(&bots, const { symbol("bot_id") }, |id| BotId::parse(id).is_ok());
        for (item, twice) in bots.items(faults).zip(twice) {
            self.read_bot(&item, twice, faults);
        }
        if complete { Directory::Complete } else { Directory::Partial }
    }

    fn read_user(&mut self, item: &Located<'_, 't, '_>, twice: bool, faults: &mut Faults) {
        let Some(user) = item.object(&USER, faults) else { return };
        let user_id = user.member("user_id");
        let id = user_id.required(faults).id(UserId::parse, faults);
        let before = self.listed.len();
        for email in user.member("emails").items(faults) {
            email.text(faults).into_iter().for_each(|email| self.add_email(email));
        }
        let (standing, organization) = self.read_standing(&user, faults);
        let Some(id) = id else {
            // Nobody owns them; the faults say why.
            return self.listed.truncate(before);
        };
        if twice {
            report_twice(&user_id, faults);
        }
        self.users.push(Line { id, standing, organization });
    }

    fn read_bot(&mut self, item: &Located<'_, 't, '_>, twice: bool, faults: &mut Faults) {
        let Some(bot) = item.object(&BOT, faults) else { return };
        let bot_id = bot.member("bot_id");
        let id = bot_id.required(faults).id(BotId::parse, faults);
        let (standing, organization) = self.read_standing(&bot, faults);
        let Some(id) = id else { return };
        if twice {
            report_twice(&bot_id, faults);
        }
        self.bots.push(Line { id, standing, organization });
    }

    /// What users and bots have in common.
    #[inline(never)]
    fn read_standing(
        &mut self,
        listing: &Object<'_, '_, '_>,
        faults: &mut Faults,
    ) -> (Standing, Option<u32>) {
        let organization = listing.member("org_id").id(OrganizationId::parse, faults);
        let organization = organization.map(|id| self.organizations.place(id));
        let status = listing.member("status").choice(Status::NAMES, Status::ALL, faults);
        read_display_name(listing, faults);
        (Standing::listed(status.unwrap_or(Status::Active)), organization)
    }
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
