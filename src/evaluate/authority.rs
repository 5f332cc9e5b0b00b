use crate::fault::{Fault, Refusal};
use crate::id::DocumentId;
use crate::problem::Problem;
use crate::role::{CallerRole, Role};
use crate::snapshot::{AdminGrant, Snapshot};
use crate::status::DocumentState;

/// What the caller of the engine asks for beside the request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'o> {
    /// The document that the request is for; compared with the snapshot's.
    pub document_id: Option<&'o str>,
    /// The revision that the snapshot must have.
    pub expected_revision: Option<&'o str>,
    /// Whether to put hints beside the results.
    pub warnings: bool,
}

/// A caller that may share, and how far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Authority {
    pub(super) role: CallerRole,
    admin_grant: AdminGrant,
}

/// The phases snapshot and authority of section 3: the first that applies.
pub(super) fn check(snapshot: &Snapshot, options: &Options<'_>) -> Result<Authority, Problem> {
    let id = Ok(snapshot.document.id);
    if options.document_id.is_some_and(|asked| DocumentId::parse(asked) != id) {
        return Err(Problem::one("/document/id", Fault::SnapshotMismatch));
    }
    let revision = snapshot.revision();
    if options.expected_revision.is_some_and(|expected| revision != Some(expected)) {
        return Err(Problem::one("/revision", Fault::SnapshotStale));
    }
    let refuse = |refusal| Err(Problem::one("", Fault::SharingNotAllowed(refusal)));
    let Some(role) = snapshot.caller.role else { return refuse(Refusal::NoRole) };
    if snapshot.caller_is_inactive {
        return refuse(Refusal::CallerInactive);
    }
    match snapshot.document.state {
        DocumentState::Active => {}
        state @ (DocumentState::Locked | DocumentState::Trashed) => {
            return Err(Problem::one("", Fault::DocumentUnavailable(state)));
        }
    }
    if !snapshot.policy.sharing_enabled {
        return refuse(Refusal::OrganizationDisabled);
    }
    if !snapshot.caller.can_share {
        return refuse(Refusal::CapabilityDenied);
    }
    if role < snapshot.policy.min_role_to_share {
        return refuse(Refusal::BelowMinimumRole);
    }
    Ok(Authority { role, admin_grant: snapshot.policy.admin_grant })
}

impl Authority {
    /// True when only the owner may grant `admin`, and the caller is somebody else.
    const fn admin_is_reserved(self) -> bool {
        matches!((self.role, self.admin_grant), (CallerRole::Granted(_), AdminGrant::Owner))
    }

    /// The highest role that the caller may grant.
    pub(super) const fn ceiling(self) -> Role {
        match self.role {
            CallerRole::Owner => Role::Admin,
            CallerRole::Granted(Role::Admin) if self.admin_is_reserved() => Role::Collaborator,
            CallerRole::Granted(role) => role,
        }
    }

    pub(super) const fn reserves(self, role: Role) -> bool {
        matches!((role, self.admin_grant), (Role::Admin, AdminGrant::Owner))
    }
}
