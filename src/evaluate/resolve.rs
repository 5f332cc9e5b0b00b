use super::known::Known;
use super::principal::Principal;
use crate::email::EmailAddress;
use crate::id::{BotId, OrganizationId, UserId};
use crate::kind::RecipientKind;
use crate::outcome::Class;
use crate::role::Role;
use crate::snapshot::{Account, Bot, CallerId, Directory, Owner, Snapshot, Standing};
use crate::truth::{Fact, Truth};

/// A row's recipient, and what the snapshot knows of it (contract, section 6).
pub(super) struct Resolved<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) principal: Principal<'a>,
    /// The row's own e-mail.
    typed: Option<Known<'a>>,
    account: Option<&'a Account>,
    bot: Option<&'a Bot>,
    /// The address as its account spells it.
    spelling: Option<&'a str>,
    /// The highest role of an entry for the principal.
    pub(super) entry: Option<Role>,
    pub(super) ambiguous: bool,
    /// The directory, an entry, the caller or the owner names the id.
    pub(super) named: bool,
    pub(super) has_account: Truth,
}

impl<'a> Resolved<'a> {
    pub(super) fn user(snapshot: &'a Snapshot, id: UserId) -> Self {
        let account = snapshot.accounts.user(id);
        let involved = snapshot.document.owner == id || snapshot.caller.id == CallerId::User(id);
        let named = account.is_some() || involved;
        let entry = account.and_then(|account| account.standing.role);
        let has_account = known_id(snapshot, named);
        Self { account, entry, named, has_account, ..Self::new(snapshot, Principal::User(id)) }
    }

    pub(super) fn bot(snapshot: &'a Snapshot, id: BotId) -> Self {
        let bot = snapshot.accounts.bot(id);
        let named = bot.is_some() || snapshot.caller.id == CallerId::Bot(id);
        let entry = bot.and_then(|bot| bot.standing.role);
        let has_account = known_id(snapshot, named);
        Self { bot, entry, named, has_account, ..Self::new(snapshot, Principal::Bot(id)) }
    }

    pub(super) fn email(snapshot: &'a Snapshot, address: &'a EmailAddress<'a>) -> Self {
        let record = snapshot.addresses.find(address);
        let owner = record.map_or(Owner::Nobody, |record| record.owner);
        let pending = record.and_then(|record| record.role);
        let lists = match record {
            Some(record) => record.spelling.lists,
            None => snapshot.policy.lists(address.domain()),
        };
        let resolved = Self {
            typed: Some(Known::Typed(address, lists)),
            entry: pending,
            ..Self::new(snapshot, Principal::Email(address))
        };
        match owner {
            Owner::One(place) => {
                let account = snapshot.accounts.at(place);
                Self {
                    principal: account.map_or(resolved.principal, |a| Principal::User(a.id)),
                    account,
                    spelling: record.map(|record| snapshot.addresses.text(record.spelling)),
                    entry: account.and_then(|account| account.standing.role),
                    ..resolved
                }
            }
            Owner::Several => Self { ambiguous: true, ..resolved },
            Owner::Nobody => {
                let unknown = match snapshot.directory {
                    Directory::Absent => snapshot.policy.blocked.holds_users(),
                    Directory::Partial => pending.is_none(),
                    Directory::Complete => false,
                };
                let has_account =
                    if unknown { Truth::unknown(Fact::Account) } else { Truth::False };
                Self { has_account, ..resolved }
            }
        }
    }

    const fn new(snapshot: &'a Snapshot, principal: Principal<'a>) -> Self {
        Self {
            snapshot,
            principal,
            typed: None,
            account: None,
            bot: None,
            spelling: None,
            entry: None,
            ambiguous: false,
            named: true,
            has_account: Truth::True,
        }
    }

    /// What the row sends.
    #[inline]
    pub(super) const fn kind(&self) -> RecipientKind {
        match (self.typed, self.principal) {
            (Some(_), _) | (None, Principal::Email(_)) => RecipientKind::Email,
            (None, Principal::User(_)) => RecipientKind::User,
            (None, Principal::Bot(_)) => RecipientKind::Bot,
        }
    }

    /// The row's address, then the account's.
    #[inline]
    pub(super) fn addresses(&self) -> impl Iterator<Item = Known<'a>> {
        let book = &self.snapshot.addresses;
        let owned = self.account.map(|account| book.of(account)).unwrap_or_default();
        self.typed.into_iter().chain(owned.iter().map(|spelling| Known::Owned(book, *spelling)))
    }

    /// True for a user id whose address nobody tells. (Bots have none.)
    #[inline]
    pub(super) fn lacks_address(&self) -> bool {
        self.kind() == RecipientKind::User && self.addresses().next().is_none()
    }

    /// Outside the document's organisation.
    #[inline]
    pub(super) fn external(&self) -> Truth {
        let organization = self.organization().zip(self.snapshot.document.organization);
        if let Some((recipient, document)) = organization {
            return Truth::from(recipient != document);
        }
        let internal = &self.snapshot.policy.internal_domains;
        if internal.is_empty() || self.addresses().next().is_none() {
            return Truth::unknown(Fact::Organization);
        }
        Truth::from(!self.addresses().any(|known| known.lists().internal))
    }

    #[inline]
    fn organization(&self) -> Option<OrganizationId> {
        self.standing().and_then(|standing| standing.organization)
    }

    /// What the directory and the entries say of the account or bot.
    #[inline]
    pub(super) fn standing(&self) -> Option<&'a Standing> {
        let account = self.account.map(|account| &account.standing);
        account.or_else(|| self.bot.map(|bot| &bot.standing))
    }

    /// Whether an entry names the principal.
    #[inline]
    pub(super) fn has_entry(&self) -> Truth {
        if self.entry.is_none() && !self.snapshot.entries_complete {
            return Truth::unknown(Fact::Entries);
        }
        Truth::from(self.entry.is_some())
    }

    #[inline]
    pub(super) fn is_in(&self, class: Class, external: Truth) -> Truth {
        match class {
            Class::External => external,
            Class::Invite if self.kind() == RecipientKind::Email => self.has_account.not(),
            Class::Invite => Truth::False,
            Class::Bot => Truth::from(self.kind() == RecipientKind::Bot),
        }
    }

    /// Where a recipient that gets access is told of it (contract, section 7, notification).
    pub(super) fn mailbox(&self, external: Truth) -> Option<&'a str> {
        if let Some(typed) = self.typed {
            return Some(self.spelling.unwrap_or_else(|| typed.address()));
        }
        let everywhere = self.snapshot.policy.allowed_domains.is_empty();
        let exempt = everywhere || external == Truth::False;
        self.addresses()
            .find(|known| !known.lists().blocked && (exempt || known.lists().allowed))
            .map(Known::address)
    }
}

/// An id has an account, unless an incomplete directory leaves it open.
#[inline]
fn known_id(snapshot: &Snapshot, named: bool) -> Truth {
    if snapshot.directory == Directory::Partial && !named {
        return Truth::unknown(Fact::Account);
    }
    Truth::True
}
