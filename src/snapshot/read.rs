use super::access::Access;
use super::join::join;
use super::limit::Limit;
use super::policy::Policy;
use super::quick;
use super::select::select;
use super::{Caller, CallerId, Directory, DocumentRecord, Snapshot};
use crate::envelope;
use crate::fault::{Fault, Inconsistency, ShapeFault, SnapshotFault};
use crate::id::{BotId, DocumentId, OrganizationId, UserId};
use crate::json::{Tape, Value, safe_integer};
use crate::limits::MAX_SNAPSHOT_BYTES;
use crate::problem::Problem;
use crate::request::ShareRequest;
use crate::role::CallerRole;
use crate::shape::{Document, Faults, Located, Path, Schema, Slot, Strangers, symbol};
use crate::status::DocumentState;

static MEMBERS: Schema<9> = Schema::new([
    "version",
    "revision",
    "document",
    "caller",
    "entries",
    "entries_complete",
    "directory",
    "policy",
    "limits",
]);
static DOCUMENT: Schema<4> = Schema::new(["id", "owner", "org_id", "state"]);
static CALLER: Schema<4> = Schema::new(["user_id", "bot_id", "role", "can_share"]);
const STATE: &[&str] = &["active", "locked", "trashed"];
const STATES: &[DocumentState] =
    &[DocumentState::Active, DocumentState::Locked, DocumentState::Trashed];
const VERSION: u64 = 1;

impl Snapshot {
    /// Reads a snapshot: JSON text in UTF-8, at most 64 MiB.
    ///
    /// # Errors
    /// `snapshot_version_unsupported`, or every `snapshot_invalid` at once: text that is not strict
    /// JSON, another shape than section 5 of the contract gives, a policy address or domain that
    /// cannot be read, members that contradict each other.
    pub fn parse(text: &[u8]) -> Result<Self, Problem> {
        match quick::read(text).map(|(frame, access)| frame.filled(access)) {
            Some(Joined { snapshot, listed_twice: false }) => Ok(snapshot),
            Some(Joined { listed_twice: true, .. }) | None => Self::parse_with_care(text),
        }
    }

    /// Reads of a snapshot what one request asks for: quicker than [`parse`](Self::parse), for a snapshot that is
    /// used once. The request's evaluation is the same; no other one is, and neither are warnings.
    ///
    /// # Errors
    /// Those of [`parse`](Self::parse).
    pub fn parse_for(text: &[u8], request: &ShareRequest<'_>) -> Result<Self, Problem> {
        match quick::read(text) {
            Some((frame, access)) if !access.lists_twice() => {
                let access = select(access, request, frame.caller.id);
                Ok(frame.filled(access).snapshot)
            }
            Some(_) | None => Self::parse_with_care(text),
        }
    }

    /// Every snapshot is read rightly this way; [`quick`] only saves time.
    pub(super) fn parse_with_care(text: &[u8]) -> Result<Self, Problem> {
        let tape = envelope::open(text, MAX_SNAPSHOT_BYTES)
            .map_err(|fault| Problem::one("", SnapshotFault::Envelope(fault)))?;
        let mut access = Access::default();
        let frame = Frame::read(&tape, &mut access)?;
        Ok(frame.filled(access).snapshot)
    }
}

/// A snapshot without its long lists.
pub(super) struct Frame {
    revision: Option<String>,
    document: DocumentRecord,
    caller: Caller,
    entries_complete: bool,
    directory: Directory,
    policy: Policy,
    limits: Vec<Limit>,
}

/// A snapshot, and what only its making tells.
struct Joined {
    snapshot: Snapshot,
    /// The directory lists a user or bot more than once.
    listed_twice: bool,
}

impl Frame {
    /// Reads a parsed text; its entries and its directory go into `access`.
    pub(super) fn read<'t>(tape: &Tape<'t>, access: &mut Access<'t>) -> Result<Self, Problem> {
        check_version(tape)?;
        let mut faults = Faults::new(Document::Snapshot);
        let root = Located { value: tape.root(), path: Path::Root };
        let frame = read(&root, access, &mut faults);
        faults.accept(frame)
    }

    fn filled(self, access: Access<'_>) -> Joined {
        let lists = join(access, &self.policy, self.document.organization);
        let snapshot = Snapshot {
            revision: self.revision,
            document: self.document,
            caller: self.caller,
            entries_complete: self.entries_complete,
            directory: self.directory,
            policy: self.policy,
            limits: self.limits,
            accounts: lists.accounts,
            addresses: lists.addresses,
            unreadable_addresses: lists.unreadable,
        };
        Joined { snapshot, listed_twice: lists.listed_twice }
    }
}

/// A newer snapshot is refused as such, whatever else it holds.
fn check_version(tape: &Tape<'_>) -> Result<(), Problem> {
    let version = tape.root().member(const { symbol("version") });
    match version.and_then(Value::number).and_then(safe_integer) {
        None | Some(VERSION) => Ok(()),
        Some(_) => Err(Problem::one("/version", Fault::SnapshotVersionUnsupported)),
    }
}

fn read<'t>(
    root: &Located<'_, 't, '_>,
    access: &mut Access<'t>,
    faults: &mut Faults,
) -> Option<Frame> {
    let slots = root.members(&MEMBERS, Strangers::Refuse, faults)?;
    let [version, revision, document, caller, entries, complete, directory, policy, limits] = slots;
    version.optional().and_then(|member| member.integer(faults));
    let revision = revision.optional().and_then(|member| member.text(faults));
    let document = document.required(faults).and_then(|member| read_document(&member, faults));
    let owner = document.as_ref().and_then(|&(_, owner)| owner);
    let caller = caller.required(faults).and_then(|member| read_caller(&member, owner, faults));
    if let Some(entries) = entries.required(faults) {
        access.read_entries(&entries, faults);
    }
    let complete = complete.optional().and_then(|member| member.boolean(faults));
    let directory = directory
        .optional()
        .map_or(Directory::Absent, |member| access.read_directory(&member, faults));
    let policy =
        policy.optional().map_or_else(Policy::default, |member| Policy::read(&member, faults));
    let limits = limits.optional().map(|member| read_limits(&member, faults));
    Some(Frame {
        revision: revision.map(String::from),
        document: document?.0?,
        caller: caller?,
        entries_complete: complete.unwrap_or(true),
        directory,
        policy,
        limits: limits.unwrap_or_default(),
    })
}

/// The document and, even when something else about it is wrong, its owner.
fn read_document(
    member: &Located<'_, '_, '_>,
    faults: &mut Faults,
) -> Option<(Option<DocumentRecord>, Option<UserId>)> {
    let [id, owner, organization, state] = member.members(&DOCUMENT, Strangers::Refuse, faults)?;
    let id = id.required(faults).and_then(|member| member.id(DocumentId::parse, faults));
    let owner = owner.required(faults).and_then(|member| member.id(UserId::parse, faults));
    let organization = organization.optional().and_then(|m| m.id(OrganizationId::parse, faults));
    let state = state.optional().and_then(|member| member.choice(STATE, STATES, faults));
    let state = state.unwrap_or(DocumentState::Active);
    let record = id.zip(owner);
    let record = record.map(|(id, owner)| DocumentRecord { id, owner, organization, state });
    Some((record, owner))
}

fn read_caller(
    member: &Located<'_, '_, '_>,
    owner: Option<UserId>,
    faults: &mut Faults,
) -> Option<Caller> {
    let [user_id, bot_id, role, can_share] = member.members(&CALLER, Strangers::Refuse, faults)?;
    let [user_id, bot_id] = [user_id, bot_id].map(Slot::optional);
    let found = [user_id, bot_id].iter().flatten().count();
    let user = user_id.and_then(|member| member.id(UserId::parse, faults));
    let bot = bot_id.and_then(|member| member.id(BotId::parse, faults));
    let role_path = role.path();
    let role = read_caller_role(role, faults);
    let can_share = can_share.optional().and_then(|member| member.boolean(faults));
    if found != 1 {
        let found = u8::try_from(found).unwrap_or(u8::MAX);
        faults.shape(&member.path, ShapeFault::IdentifierNotExactlyOne { found });
        return None;
    }
    let id = user.map(CallerId::User).or(bot.map(CallerId::Bot))?;
    let (role, owner) = (role?, owner?);
    if (id == CallerId::User(owner)) != (role == Some(CallerRole::Owner)) {
        faults.snapshot(&role_path, SnapshotFault::Inconsistent(Inconsistency::OwnerRole));
    }
    Some(Caller { id, role, can_share: can_share.unwrap_or(true) })
}

/// The one required member that may be null: no access.
fn read_caller_role(role: Slot<'_, '_, '_>, faults: &mut Faults) -> Option<Option<CallerRole>> {
    match role.as_written() {
        Some(member) if member.value.is_null() => Some(None),
        Some(member) => member.choice(CallerRole::NAMES, CallerRole::ALL, faults).map(Some),
        None => {
            role.required(faults);
            None
        }
    }
}

fn read_limits(member: &Located<'_, '_, '_>, faults: &mut Faults) -> Vec<Limit> {
    member.is_array(faults);
    member.items().filter_map(|item| Limit::read(&item, faults)).collect()
}
