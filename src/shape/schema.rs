//! The names of members that the contract knows, and which of them an object may have.

use crate::json::{Names, Symbol};

/// Every member of a request or snapshot.
pub(crate) static NAMES: Names = Names::new(ALL);

const ALL: &[&str] = &[
    "recipients",
    "should_send_notification",
    "custom_message",
    "role",
    "user_id",
    "email",
    "bot_id",
    "version",
    "revision",
    "document",
    "caller",
    "entries",
    "entries_complete",
    "directory",
    "policy",
    "limits",
    "id",
    "owner",
    "org_id",
    "state",
    "can_share",
    "display_name",
    "complete",
    "users",
    "bots",
    "emails",
    "status",
    "sharing_enabled",
    "min_role_to_share",
    "admin_grant",
    "recipient_kinds",
    "invites",
    "external_sharing",
    "internal_domains",
    "allowed_domains",
    "blocked_domains",
    "max_role",
    "blocked_recipients",
    "external",
    "invite",
    "bot",
    "name",
    "max",
    "used",
    "applies_to",
];

/// The members of one kind of object, in the order of the contract.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(super) names: &'static [&'static str],
    /// By symbol: the member's place; none for the members of other objects.
    places: [u8; ALL.len()],
    /// Members that the contract does not name are passed over, not refused.
    pub(super) is_open: bool,
}

const NOWHERE: u8 = u8::MAX;
/// How many members an object can have.
pub(super) const MAX_MEMBERS: usize = 11;

impl Schema {
    /// For the compiler, which stops at a name that is not among the known ones.
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounds included")]
    pub(crate) const fn new(names: &'static [&'static str]) -> Self {
        assert!(names.len() <= MAX_MEMBERS, "an object has room for so many");
        let mut places = [NOWHERE; ALL.len()];
        let mut place = 0;
        while place < names.len() {
            places[symbol(names[place]).place()] = place as u8;
            place += 1;
        }
        Self { names, places, is_open: false }
    }

    pub(crate) const fn open(self) -> Self {
        Self { is_open: true, ..self }
    }

    /// Where among an object's members this one is; beyond them all, if it is another object's.
    pub(super) fn place(&self, name: Symbol) -> usize {
        usize::from(self.places.get(name.place()).copied().unwrap_or(NOWHERE))
    }
}

/// The symbol of a known name, found by the compiler.
pub(crate) const fn symbol(name: &str) -> Symbol {
    Names::of(ALL, name)
}
