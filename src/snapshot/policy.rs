use super::CallerId;
use super::domains::Domains;
use super::lists::{List, Lists};
use crate::email::{DomainPattern, EmailAddress};
use crate::fault::SnapshotFault;
use crate::id::{BotId, UserId};
use crate::kind::RecipientKind;
use crate::order::sorted;
use crate::role::{CallerRole, Role};
use crate::shape::{Faults, Located, Schema};

static MEMBERS: Schema = Schema::new(&[
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
]);
static MAX_ROLE: Schema = Schema::new(&["external", "invite", "bot"]);

/// The rules of an organisation. The default is the published API's behaviour.
#[derive(Debug)]
pub(crate) struct Policy {
    pub(crate) sharing_enabled: bool,
    pub(crate) min_role_to_share: CallerRole,
    pub(crate) admin_grant: AdminGrant,
    recipient_kinds: Kinds,
    pub(crate) invites: bool,
    pub(crate) external_sharing: ExternalSharing,
    pub(crate) internal_domains: Domains,
    pub(crate) allowed_domains: Domains,
    pub(crate) blocked_domains: Domains,
    pub(crate) max_role: MaxRole,
    pub(crate) blocked: Blocked,
}

/// Who may grant `admin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AdminGrant {
    Owner,
    Admin,
}

impl AdminGrant {
    const NAMES: &'static [&'static str] = &["owner", "admin"];
    const ALL: &'static [Self] = &[Self::Owner, Self::Admin];
}

/// What may be shared with recipients outside the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExternalSharing {
    Allowed,
    ExistingAccounts,
    Disabled,
}

impl ExternalSharing {
    const NAMES: &'static [&'static str] = &["allowed", "existing_accounts", "disabled"];
    const ALL: &'static [Self] = &[Self::Allowed, Self::ExistingAccounts, Self::Disabled];
}

/// The highest role for a class of recipients.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MaxRole {
    pub(crate) external: Role,
    pub(crate) invite: Role,
    pub(crate) bot: Role,
}

/// The kinds of recipients that are allowed.
#[derive(Debug, Clone, Copy)]
struct Kinds(u8);

impl Kinds {
    const fn all() -> Self {
        Self(0).with(RecipientKind::User).with(RecipientKind::Email).with(RecipientKind::Bot)
    }

    const fn with(self, kind: RecipientKind) -> Self {
        Self(self.0 | 1 << kind as u8)
    }

    const fn hold(self, kind: RecipientKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }
}

/// Recipients that nothing may be shared with; each list sorted.
#[derive(Debug, Default)]
pub(crate) struct Blocked {
    /// Users before bots.
    accounts: Vec<CallerId>,
    addresses: Vec<String>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            sharing_enabled: true,
            min_role_to_share: CallerRole::Granted(Role::Viewer),
            admin_grant: AdminGrant::Owner,
            recipient_kinds: Kinds::all(),
            invites: true,
            external_sharing: ExternalSharing::Allowed,
            internal_domains: Domains::default(),
            allowed_domains: Domains::default(),
            blocked_domains: Domains::default(),
            max_role: MaxRole::NONE,
            blocked: Blocked::default(),
        }
    }
}

impl Policy {
    pub(super) fn read(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Self {
        let default = Self::default();
        let Some(policy) = member.object(&MEMBERS, faults) else { return default };
        Self {
            sharing_enabled: policy
                .member("sharing_enabled")
                .boolean(faults)
                .unwrap_or(default.sharing_enabled),
            min_role_to_share: policy
                .member("min_role_to_share")
                .choice(CallerRole::NAMES, CallerRole::ALL, faults)
                .unwrap_or(default.min_role_to_share),
            admin_grant: policy
                .member("admin_grant")
                .choice(AdminGrant::NAMES, AdminGrant::ALL, faults)
                .unwrap_or(default.admin_grant),
            recipient_kinds: read_kinds(&policy.member("recipient_kinds"), faults),
            invites: policy.member("invites").boolean(faults).unwrap_or(default.invites),
            external_sharing: policy
                .member("external_sharing")
                .choice(ExternalSharing::NAMES, ExternalSharing::ALL, faults)
                .unwrap_or(default.external_sharing),
            internal_domains: read_domains(&policy.member("internal_domains"), faults),
            allowed_domains: read_domains(&policy.member("allowed_domains"), faults),
            blocked_domains: read_domains(&policy.member("blocked_domains"), faults),
            max_role: MaxRole::read(&policy.member("max_role"), faults),
            blocked: Blocked::read(&policy.member("blocked_recipients"), faults),
        }
    }

    /// The lists that a domain, in lower-case A-labels, is on.
    pub(crate) fn domain_lists(&self, domain: &str) -> Lists {
        List::InternalDomains
            .when(self.internal_domains.matches(domain))
            .with(List::AllowedDomains.when(self.allowed_domains.matches(domain)))
            .with(List::BlockedDomains.when(self.blocked_domains.matches(domain)))
    }

    /// The lists that an address, in any spelling, is on.
    pub(crate) fn lists(&self, address: &str, domain: &str) -> Lists {
        self.domain_lists(domain).with(self.recipient_lists(address))
    }

    pub(super) fn recipient_lists(&self, address: &str) -> Lists {
        List::BlockedRecipients.when(self.blocked.address(address))
    }

    pub(crate) fn allows_kind(&self, kind: RecipientKind) -> bool {
        self.recipient_kinds.hold(kind)
    }
}

fn read_kinds(list: &Located<'_, '_, '_>, faults: &mut Faults) -> Kinds {
    if list.value.is_none() {
        return Kinds::all();
    }
    let all = &[RecipientKind::User, RecipientKind::Email, RecipientKind::Bot];
    let items = list.items(faults);
    let kinds = items.filter_map(|item| item.choice(&["user", "email", "bot"], all, faults));
    kinds.fold(Kinds(0), Kinds::with)
}

#[inline(never)]
fn read_domains(list: &Located<'_, '_, '_>, faults: &mut Faults) -> Domains {
    let mut patterns = Vec::new();
    for item in list.items(faults) {
        let Some(text) = item.text(faults) else { continue };
        match DomainPattern::parse(&text) {
            Ok(pattern) => patterns.push(pattern.as_str().to_owned()),
            Err(reason) => faults.snapshot(&item.path, SnapshotFault::InvalidDomain(reason)),
        }
    }
    Domains::new(&patterns)
}

impl MaxRole {
    const NONE: Self = Self { external: Role::Admin, invite: Role::Admin, bot: Role::Admin };

    fn read(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Self {
        let Some(classes) = member.object(&MAX_ROLE, faults) else { return Self::NONE };
        let [external, invite, bot] = ["external", "invite", "bot"].map(|class| {
            let role = classes.member(class).choice(Role::NAMES, Role::ALL, faults);
            role.unwrap_or(Role::Admin)
        });
        Self { external, invite, bot }
    }
}

impl Blocked {
    fn read(list: &Located<'_, '_, '_>, faults: &mut Faults) -> Self {
        let mut blocked = Self::default();
        for item in list.items(faults) {
            if let Some(text) = item.text(faults) {
                blocked.add(&text, &item, faults);
            }
        }
        Self {
            accounts: sorted(&blocked.accounts, Ord::cmp),
            addresses: sorted(&blocked.addresses, Ord::cmp),
        }
    }

    fn add(&mut self, text: &str, item: &Located<'_, '_, '_>, faults: &mut Faults) {
        let id = if text.contains('@') {
            None
        } else if text.starts_with(UserId::PREFIX) {
            Some(UserId::parse(text).map(CallerId::User))
        } else if text.starts_with(BotId::PREFIX) {
            Some(BotId::parse(text).map(CallerId::Bot))
        } else {
            None
        };
        match id {
            Some(Ok(id)) => self.accounts.push(id),
            Some(Err(invalid)) => item.invalid_id(invalid, faults),
            None => match EmailAddress::parse(text) {
                Ok(address) => self.addresses.push(address.key().into_owned()),
                Err(reason) => faults.snapshot(&item.path, SnapshotFault::InvalidEmail(reason)),
            },
        }
    }

    pub(crate) fn user(&self, id: UserId) -> bool {
        self.accounts.binary_search(&CallerId::User(id)).is_ok()
    }

    pub(crate) fn bot(&self, id: BotId) -> bool {
        self.accounts.binary_search(&CallerId::Bot(id)).is_ok()
    }

    /// By its key.
    fn address(&self, address: &str) -> bool {
        if self.addresses.is_empty() {
            return false;
        }
        let lower = |byte: u8| byte.to_ascii_lowercase();
        let order = |key: &String| key.bytes().cmp(address.bytes().map(lower));
        self.addresses.binary_search_by(order).is_ok()
    }

    pub(crate) fn holds_users(&self) -> bool {
        matches!(self.accounts.first(), Some(CallerId::User(_)))
    }

    pub(crate) const fn holds_addresses(&self) -> bool {
        !self.addresses.is_empty()
    }
}
