use super::domains::Domains;
use super::lists::{List, Lists};
use crate::email::{DomainPattern, EmailAddress};
use crate::fault::{ShapeFault, SnapshotFault};
use crate::id::{BotId, UserId};
use crate::kind::RecipientKind;
use crate::order::sorted;
use crate::role::{CallerRole, Role};
use crate::shape::{Faults, Located, Schema, Slot, Strangers};

static MEMBERS: Schema<11> = Schema::new([
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
static MAX_ROLE: Schema<3> = Schema::new(["external", "invite", "bot"]);

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

/// What may be shared with recipients outside the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExternalSharing {
    Allowed,
    ExistingAccounts,
    Disabled,
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
    users: Vec<UserId>,
    bots: Vec<BotId>,
    addresses: Vec<String>,
}

impl Default for Policy {
    fn default() -> Self {
        let admin = Role::Admin;
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
            max_role: MaxRole { external: admin, invite: admin, bot: admin },
            blocked: Blocked::default(),
        }
    }
}

impl Policy {
    pub(super) fn read(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Self {
        let default = Self::default();
        let Some(slots) = member.members(&MEMBERS, Strangers::Refuse, faults) else {
            return default;
        };
        let [
            sharing,
            min_role,
            admin,
            kinds,
            invites,
            external,
            internal,
            allowed,
            blocked,
            max,
            who,
        ] = slots.map(Slot::optional);
        let admins = &[AdminGrant::Owner, AdminGrant::Admin];
        let sharings = &[
            ExternalSharing::Allowed,
            ExternalSharing::ExistingAccounts,
            ExternalSharing::Disabled,
        ];
        Self {
            sharing_enabled: sharing
                .and_then(|member| member.boolean(faults))
                .unwrap_or(default.sharing_enabled),
            min_role_to_share: min_role
                .and_then(|member| member.choice(CallerRole::NAMES, CallerRole::ALL, faults))
                .unwrap_or(default.min_role_to_share),
            admin_grant: admin
                .and_then(|member| member.choice(&["owner", "admin"], admins, faults))
                .unwrap_or(default.admin_grant),
            recipient_kinds: kinds
                .map_or(default.recipient_kinds, |member| read_kinds(&member, faults)),
            invites: invites.and_then(|member| member.boolean(faults)).unwrap_or(default.invites),
            external_sharing: external
                .and_then(|member| {
                    member.choice(&["allowed", "existing_accounts", "disabled"], sharings, faults)
                })
                .unwrap_or(default.external_sharing),
            internal_domains: read_domains(internal, faults),
            allowed_domains: read_domains(allowed, faults),
            blocked_domains: read_domains(blocked, faults),
            max_role: max.map_or(default.max_role, |member| MaxRole::read(&member, faults)),
            blocked: who.map(|member| Blocked::read(&member, faults)).unwrap_or_default(),
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

fn read_kinds(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Kinds {
    let all = &[RecipientKind::User, RecipientKind::Email, RecipientKind::Bot];
    member.is_array(faults);
    let kinds =
        member.items().filter_map(|item| item.choice(&["user", "email", "bot"], all, faults));
    kinds.fold(Kinds(0), Kinds::with)
}

fn read_domains(member: Option<Located<'_, '_, '_>>, faults: &mut Faults) -> Domains {
    let Some(member) = member else { return Domains::default() };
    member.is_array(faults);
    let mut patterns = Vec::new();
    for item in member.items() {
        let Some(text) = item.text(faults) else { continue };
        match DomainPattern::parse(&text) {
            Ok(pattern) => patterns.push(pattern),
            Err(reason) => faults.snapshot(&item.path, SnapshotFault::InvalidDomain(reason)),
        }
    }
    Domains::new(&patterns)
}

impl MaxRole {
    fn read(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Self {
        let Some(slots) = member.members(&MAX_ROLE, Strangers::Refuse, faults) else {
            return Policy::default().max_role;
        };
        let [external, invite, bot] = slots.map(|slot| {
            slot.optional()
                .and_then(|member| member.choice(Role::NAMES, Role::ALL, faults))
                .unwrap_or(Role::Admin)
        });
        Self { external, invite, bot }
    }
}

impl Blocked {
    fn read(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Self {
        let mut blocked = Self::default();
        member.is_array(faults);
        for item in member.items() {
            if let Some(text) = item.text(faults) {
                blocked.add(&text, &item, faults);
            }
        }
        Self {
            users: sorted(&blocked.users, Ord::cmp),
            bots: sorted(&blocked.bots, Ord::cmp),
            addresses: sorted(&blocked.addresses, Ord::cmp),
        }
    }

    fn add(&mut self, text: &str, item: &Located<'_, '_, '_>, faults: &mut Faults) {
        let invalid = |expected_prefix| ShapeFault::InvalidIdFormat { expected_prefix };
        if text.starts_with(UserId::PREFIX) && !text.contains('@') {
            match UserId::parse(text) {
                Ok(id) => self.users.push(id),
                Err(error) => faults.shape(&item.path, invalid(error.expected_prefix)),
            }
        } else if text.starts_with(BotId::PREFIX) && !text.contains('@') {
            match BotId::parse(text) {
                Ok(id) => self.bots.push(id),
                Err(error) => faults.shape(&item.path, invalid(error.expected_prefix)),
            }
        } else {
            match EmailAddress::parse(text) {
                Ok(address) => self.addresses.push(address.key().into_owned()),
                Err(reason) => faults.snapshot(&item.path, SnapshotFault::InvalidEmail(reason)),
            }
        }
    }

    pub(crate) fn user(&self, id: UserId) -> bool {
        self.users.binary_search(&id).is_ok()
    }

    pub(crate) fn bot(&self, id: BotId) -> bool {
        self.bots.binary_search(&id).is_ok()
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

    pub(crate) const fn holds_users(&self) -> bool {
        !self.users.is_empty()
    }

    pub(crate) const fn holds_addresses(&self) -> bool {
        !self.addresses.is_empty()
    }
}
