use super::known::Known;
use super::principal::Principal;
use crate::email::EmailAddress;
use crate::id::{BotId, Spread, UserId};
use crate::kind::RecipientKind;
use crate::outcome::Class;
use crate::role::Role;
use crate::snapshot::{
    Account, Bot, CallerId, Directory, Home, List, Lists, Owner, Record, Snapshot, Spelling,
    Standing,
};
use crate::truth::{Fact, Truth};

/// A row's recipient, and what the snapshot knows of it (contract, section 6).
pub(super) struct Resolved<'a> {
    pub(super) snapshot: &'a Snapshot,
    /// What the row sends.
    pub(super) kind: RecipientKind,
    pub(super) principal: Principal<'a>,
    /// Equal for equal principals.
    pub(super) hash: u64,
    /// The row's own e-mail, and the lists that it is on.
    typed: Option<(&'a EmailAddress<'a>, Lists)>,
    account: Option<&'a Account>,
    /// What the directory and the entries say of the account or bot.
    pub(super) standing: Option<Standing>,
    /// The address as its account spells it.
    spelling: Option<Spelling>,
    /// Those that one of its known addresses is on.
    pub(super) lists: Lists,
    /// The highest role of an entry for the principal.
    pub(super) entry: Option<Role>,
    pub(super) ambiguous: bool,
    /// The directory, an entry, the caller or the owner names the id.
    pub(super) named: bool,
    pub(super) has_account: Truth,
}

impl<'a> Resolved<'a> {
    #[inline]
    pub(super) fn user(
        snapshot: &'a Snapshot,
        id: UserId,
        hash: u64,
        account: Option<&'a Account>,
    ) -> Self {
        let involved = snapshot.document.owner == id || snapshot.caller.id == CallerId::User(id);
        let named = account.is_some() || involved;
        Self {
            snapshot,
            kind: RecipientKind::User,
            principal: Principal::User(id),
            hash,
            typed: None,
            account,
            standing: account.map(|account| account.standing),
            spelling: None,
            lists: account.map(|account| account.lists).unwrap_or_default(),
            entry: account.and_then(|account| account.standing.role),
            ambiguous: false,
            named,
            has_account: known_id(snapshot, named),
        }
    }

    #[inline]
    pub(super) fn bot(snapshot: &'a Snapshot, id: BotId, hash: u64, bot: Option<&'a Bot>) -> Self {
        let named = bot.is_some() || snapshot.caller.id == CallerId::Bot(id);
        Self {
            snapshot,
            kind: RecipientKind::Bot,
            principal: Principal::Bot(id),
            hash,
            typed: None,
            account: None,
            standing: bot.map(|bot| bot.standing),
            spelling: None,
            lists: Lists::default(),
            entry: bot.and_then(|bot| bot.standing.role),
            ambiguous: false,
            named,
            has_account: known_id(snapshot, named),
        }
    }

    #[inline]
    pub(super) fn email(
        snapshot: &'a Snapshot,
        address: &'a EmailAddress<'a>,
        hash: u64,
        record: Option<&'a Record>,
        owner: Option<(&'a Account, Standing)>,
    ) -> Self {
        let typed = match record {
            Some(record) => record.lists,
            None => snapshot.policy.lists(address.as_str(), address.domain()),
        };
        let resolved = |principal, hash, account: Option<&'a Account>, has_account| Self {
            snapshot,
            kind: RecipientKind::Email,
            principal,
            hash,
            typed: Some((address, typed)),
            account,
            standing: owner.map(|(_, standing)| standing),
            spelling: record.filter(|_| account.is_some()).map(Record::spelling),
            lists: account.map_or(typed, |account| typed.with(account.lists)),
            entry: match owner {
                Some((_, standing)) => standing.role,
                None => record.and_then(|record| record.role),
            },
            ambiguous: record.is_some_and(|record| record.owner() == Owner::Several),
            named: true,
            has_account,
        };
        // An address that an account owns means the account.
        if let Some((account, _)) = owner {
            let principal = Principal::User(account.id);
            return resolved(principal, account.id.spread(), Some(account), Truth::True);
        }
        let has_account = match record.map_or(Owner::Nobody, Record::owner) {
            Owner::One(_) | Owner::Several => Truth::True,
            Owner::Nobody => invitee_has_account(snapshot, record.and_then(|record| record.role)),
        };
        resolved(Principal::Email(address), hash, None, has_account)
    }

    /// The row's address, then the account's.
    #[inline]
    pub(super) fn addresses(&self) -> impl Iterator<Item = Known<'a>> {
        let book = &self.snapshot.addresses;
        let owned = book.of(self.account);
        let typed = self.typed.map(|(address, lists)| Known::Typed(address, lists));
        typed.into_iter().chain(owned.map(|spelling| Known::Owned(book, *spelling)))
    }

    /// Whether an address of it is known.
    #[inline]
    fn has_address(&self) -> bool {
        self.typed.is_some() || self.account.is_some_and(Account::has_address)
    }

    /// True for a user id whose address nobody tells. (Bots have none.)
    #[inline]
    pub(super) fn lacks_address(&self) -> bool {
        self.kind == RecipientKind::User && !self.has_address()
    }

    /// Outside the document's organisation.
    #[inline]
    pub(super) fn external(&self) -> Truth {
        match self.standing.map_or(Home::Unknown, |standing| standing.home) {
            Home::Own => Truth::False,
            Home::Other => Truth::True,
            Home::Unknown => {
                let internal = &self.snapshot.policy.internal_domains;
                if internal.is_empty() || !self.has_address() {
                    return Truth::unknown(Fact::Organization);
                }
                Truth::from(!self.lists.on(List::InternalDomains))
            }
        }
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
            Class::Invite if self.kind == RecipientKind::Email => self.has_account.not(),
            Class::Invite => Truth::False,
            Class::Bot => Truth::from(self.kind == RecipientKind::Bot),
        }
    }

    /// Where a recipient that gets access is told of it (contract, section 7, notification).
    pub(super) fn mailbox(&self, external: Truth) -> Option<&'a str> {
        if let Some((typed, _)) = self.typed {
            let book = &self.snapshot.addresses;
            return Some(self.spelling.map_or(typed.as_str(), |spelling| book.text(spelling)));
        }
        let everywhere = self.snapshot.policy.allowed_domains.is_empty();
        let exempt = everywhere || external == Truth::False;
        self.addresses()
            .find(|known| {
                let lists = known.lists();
                !lists.on(List::BlockedDomains) && (exempt || lists.on(List::AllowedDomains))
            })
            .map(Known::address)
    }
}

/// An address that no account owns has none, unless that is left open.
#[inline]
fn invitee_has_account(snapshot: &Snapshot, pending: Option<Role>) -> Truth {
    let unknown = match snapshot.directory {
        Directory::Absent => snapshot.policy.blocked.holds_users(),
        Directory::Partial => pending.is_none(),
        Directory::Complete => false,
    };
    if unknown { Truth::unknown(Fact::Account) } else { Truth::False }
}

/// An id has an account, unless an incomplete directory leaves it open.
#[inline]
fn known_id(snapshot: &Snapshot, named: bool) -> Truth {
    if snapshot.directory == Directory::Partial && !named {
        return Truth::unknown(Fact::Account);
    }
    Truth::True
}
