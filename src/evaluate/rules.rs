//! The conditions of section 7, one function each, in the order of the table.

use super::authority::Authority;
use super::evaluation::Codes;
use super::known::Known;
use super::resolve::Resolved;
use crate::kind::RecipientKind;
use crate::outcome::{CeilingRule, Class, Code, Comparison, Failure};
use crate::role::{CallerRole, Role};
use crate::snapshot::{CallerId, Directory, ExternalSharing, List};
use crate::status::Status;
use crate::truth::{Fact, Facts, Truth};

/// A row as the rules see it.
pub(super) struct Case<'a, 'w> {
    pub(super) who: &'w Resolved<'a>,
    pub(super) role: Role,
    pub(super) authority: Authority,
    pub(super) external: Truth,
    /// The earlier row that succeeded for the same recipient, and its role.
    pub(super) earlier: Option<(u32, Role)>,
}

/// Rules 2 to 15: those that do not depend on what other rows use up.
pub(super) const RULES: [Code; 14] = [
    Code::DuplicateRecipient,
    Code::RecipientIsCaller,
    Code::RecipientIsOwner,
    Code::RoleExceedsCeiling,
    Code::RecipientKindNotAllowed,
    Code::ExternalSharingDisabled,
    Code::DomainBlocked,
    Code::DomainNotAllowed,
    Code::RoleNotAllowedForRecipient,
    Code::RecipientNotFound,
    Code::RecipientAmbiguous,
    Code::RecipientInactive,
    Code::RecipientBlocked,
    Code::AlreadyHasAccess,
];

const CLASSES: [Class; 3] = [Class::External, Class::Invite, Class::Bot];

/// What the rules say of a row.
#[derive(Default)]
pub(super) struct Verdict {
    /// Those whose condition is true.
    pub(super) holds: Codes,
    /// What those rest on that are unknown.
    pub(super) missing: Facts,
}

impl Verdict {
    /// Without a branch: which rules hold is not for a processor to guess.
    #[inline]
    const fn rule(self, code: Code, condition: Truth) -> Self {
        Self {
            holds: self.holds.with(code, matches!(condition, Truth::True)),
            missing: self.missing.with(condition.missing()),
        }
    }
}

impl<'a> Case<'a, '_> {
    /// Every rule's condition.
    #[inline]
    pub(super) fn verdict(&self) -> Verdict {
        Verdict::default()
            .rule(Code::DuplicateRecipient, Truth::from(self.earlier.is_some()))
            .rule(Code::RecipientIsCaller, self.recipient_is_caller())
            .rule(Code::RecipientIsOwner, self.recipient_is_owner())
            .rule(Code::RoleExceedsCeiling, self.role_exceeds_ceiling())
            .rule(Code::RecipientKindNotAllowed, self.recipient_kind_not_allowed())
            .rule(Code::ExternalSharingDisabled, self.external_sharing_disabled())
            .rule(Code::DomainBlocked, self.domain_blocked())
            .rule(Code::DomainNotAllowed, self.domain_not_allowed())
            .rule(Code::RoleNotAllowedForRecipient, self.role_not_allowed_for_recipient())
            .rule(Code::RecipientNotFound, self.recipient_not_found())
            .rule(Code::RecipientAmbiguous, Truth::from(self.who.ambiguous))
            .rule(Code::RecipientInactive, self.recipient_inactive())
            .rule(Code::RecipientBlocked, self.recipient_blocked())
            .rule(Code::AlreadyHasAccess, self.who.has_entry())
    }

    /// The failure, with params, of a rule that holds.
    pub(super) fn failure(&self, rule: Code) -> Option<Failure<'a>> {
        match rule {
            Code::DuplicateRecipient => self.earlier.map(|(duplicate_of, role)| {
                Failure::DuplicateRecipient { duplicate_of, same_role: role == self.role }
            }),
            Code::RecipientIsCaller => Some(Failure::RecipientIsCaller),
            Code::RecipientIsOwner => Some(Failure::RecipientIsOwner),
            Code::RoleExceedsCeiling => Some(self.ceiling()),
            Code::RecipientKindNotAllowed => {
                Some(Failure::RecipientKindNotAllowed { kind: self.who.kind })
            }
            Code::ExternalSharingDisabled => Some(Failure::ExternalSharingDisabled),
            Code::DomainBlocked => {
                self.blocked_domain().map(|domain| Failure::DomainBlocked { domain })
            }
            Code::DomainNotAllowed => {
                let domain = self.who.addresses().next()?.domain();
                Some(Failure::DomainNotAllowed { domain })
            }
            Code::RoleNotAllowedForRecipient => {
                let (class, max_role) = self.binding_class()?;
                Some(Failure::RoleNotAllowedForRecipient { class, max_role })
            }
            Code::RecipientNotFound => Some(Failure::RecipientNotFound),
            Code::RecipientAmbiguous => Some(Failure::RecipientAmbiguous),
            Code::RecipientInactive => {
                self.status().map(|status| Failure::RecipientInactive { status })
            }
            Code::RecipientBlocked => Some(Failure::RecipientBlocked),
            Code::AlreadyHasAccess => self.who.entry.map(|current_role| {
                let comparison = compare(current_role, self.role);
                Failure::AlreadyHasAccess { current_role, comparison }
            }),
            Code::InvalidEmail | Code::LimitReached | Code::Indeterminate => None,
            Code::Granted | Code::Invited => None,
        }
    }

    fn recipient_is_caller(&self) -> Truth {
        Truth::from(match (self.who.principal, self.who.snapshot.caller.id) {
            (super::Principal::User(id), CallerId::User(caller)) => id == caller,
            (super::Principal::Bot(id), CallerId::Bot(caller)) => id == caller,
            (_, CallerId::User(_) | CallerId::Bot(_)) => false,
        })
    }

    fn recipient_is_owner(&self) -> Truth {
        let owner = super::Principal::User(self.who.snapshot.document.owner);
        Truth::from(self.who.principal == owner)
    }

    fn role_exceeds_ceiling(&self) -> Truth {
        Truth::from(match self.authority.role {
            CallerRole::Owner => false,
            CallerRole::Granted(own) => self.authority.reserves(self.role) || self.role > own,
        })
    }

    fn ceiling(&self) -> Failure<'a> {
        let reserved = self.authority.reserves(self.role);
        Failure::RoleExceedsCeiling {
            requested_role: self.role,
            max_role: self.authority.ceiling(),
            rule: if reserved { CeilingRule::OwnerOnly } else { CeilingRule::OwnRole },
        }
    }

    fn recipient_kind_not_allowed(&self) -> Truth {
        Truth::from(!self.who.snapshot.policy.allows_kind(self.who.kind))
    }

    fn external_sharing_disabled(&self) -> Truth {
        match self.who.snapshot.policy.external_sharing {
            ExternalSharing::Allowed => Truth::False,
            ExternalSharing::Disabled => self.external,
            ExternalSharing::ExistingAccounts => self.external.and(self.who.has_account.not()),
        }
    }

    fn domain_blocked(&self) -> Truth {
        if !self.who.snapshot.policy.blocked_domains.is_empty() && self.who.lacks_address() {
            return Truth::unknown(Fact::Address);
        }
        Truth::from(self.who.lists.on(List::BlockedDomains))
    }

    fn blocked_domain(&self) -> Option<&'a str> {
        let blocked = self.who.addresses().find(|known| known.lists().on(List::BlockedDomains));
        blocked.map(Known::domain)
    }

    fn domain_not_allowed(&self) -> Truth {
        if self.who.snapshot.policy.allowed_domains.is_empty()
            || self.who.kind == RecipientKind::Bot
            || self.external == Truth::False
        {
            return Truth::False;
        }
        if self.who.lacks_address() {
            return Truth::unknown(Fact::Address);
        }
        Truth::from(!self.who.lists.on(List::AllowedDomains))
    }

    fn role_not_allowed_for_recipient(&self) -> Truth {
        let binds = |class| {
            let exceeds = Truth::from(self.role > self.max_role(class));
            exceeds.and(self.who.is_in(class, self.external))
        };
        CLASSES.into_iter().map(binds).fold(Truth::False, Truth::or)
    }

    /// The class with the lowest ceiling that the row is known to exceed; the first of equals.
    fn binding_class(&self) -> Option<(Class, Role)> {
        CLASSES
            .into_iter()
            .filter(|&class| self.who.is_in(class, self.external) == Truth::True)
            .map(|class| (class, self.max_role(class)))
            .filter(|&(_, max_role)| self.role > max_role)
            .min_by_key(|&(_, max_role)| max_role)
    }

    #[inline]
    const fn max_role(&self, class: Class) -> Role {
        let max_role = &self.who.snapshot.policy.max_role;
        match class {
            Class::External => max_role.external,
            Class::Invite => max_role.invite,
            Class::Bot => max_role.bot,
        }
    }

    fn recipient_not_found(&self) -> Truth {
        let snapshot = self.who.snapshot;
        match self.who.kind {
            RecipientKind::User | RecipientKind::Bot => {
                let unlisted = snapshot.directory == Directory::Complete && !self.who.named;
                Truth::from(unlisted).and(self.who.has_entry().not())
            }
            RecipientKind::Email if snapshot.policy.invites => Truth::False,
            RecipientKind::Email => self.who.has_account.not().and(self.who.has_entry().not()),
        }
    }

    fn recipient_inactive(&self) -> Truth {
        match self.status() {
            Some(status) => Truth::from(status != Status::Active),
            None => self.unknown_account(),
        }
    }

    /// How the account or bot stands; active when nobody says otherwise.
    #[inline]
    fn status(&self) -> Option<Status> {
        self.who.standing.map(|standing| standing.status())
    }

    fn recipient_blocked(&self) -> Truth {
        let blocked = &self.who.snapshot.policy.blocked;
        let (by_id, an_id_could) = match self.who.principal {
            super::Principal::User(id) => (blocked.user(id), false),
            super::Principal::Bot(id) => (blocked.bot(id), false),
            super::Principal::Email(_) => (false, blocked.holds_users()),
        };
        if by_id || self.who.lists.on(List::BlockedRecipients) {
            return Truth::True;
        }
        let account = Truth::from(an_id_could).and(self.unknown_account());
        let address = Truth::from(blocked.holds_addresses() && self.who.lacks_address());
        account.or(address.and(Truth::unknown(Fact::Address)))
    }

    /// Unknown while the account is; else false.
    #[inline]
    fn unknown_account(&self) -> Truth {
        match self.who.has_account {
            Truth::Unknown(facts) => Truth::Unknown(facts),
            Truth::False | Truth::True => Truth::False,
        }
    }
}

fn compare(current: Role, requested: Role) -> Comparison {
    match current.cmp(&requested) {
        std::cmp::Ordering::Less => Comparison::Lower,
        std::cmp::Ordering::Equal => Comparison::Same,
        std::cmp::Ordering::Greater => Comparison::Higher,
    }
}
