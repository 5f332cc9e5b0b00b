use super::access::{Access, Joined, Reading};
use super::limit::Limit;
use super::policy::Policy;
use super::{Caller, CallerId, Directory, DocumentRecord, Snapshot};
use crate::envelope;
use crate::fault::{Fault, Inconsistency, ShapeFault, SnapshotFault};
use crate::id::{BotId, DocumentId, OrganizationId, UserId};
use crate::json::{Tape, Value, safe_integer};
use crate::limits::MAX_SNAPSHOT_BYTES;
use crate::problem::Problem;
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
        let tape = envelope::open(text, MAX_SNAPSHOT_BYTES)
            .map_err(|fault| Problem::one("", SnapshotFault::Envelope(fault)))?;
        check_version(&tape)?;
        Self::read(&tape)
    }

    /// Quickly; what has a fault is read once more, to name them all.
    fn read(tape: &Tape<'_>) -> Result<Self, Problem> {
        match read_as(tape, Reading::Quick) {
            Ok((snapshot, false)) => Ok(snapshot),
            Ok((_, true)) | Err(_) => {
                read_as(tape, Reading::Thorough).map(|(snapshot, _)| snapshot)
            }
        }
    }
}

/// A newer snapshot is refused as such, whatever else it holds.
fn check_version(tape: &Tape<'_>) -> Result<(), Problem> {
    let version = tape.root().member(symbol("version"));
    match version.and_then(Value::number).and_then(safe_integer) {
        None | Some(VERSION) => Ok(()),
        Some(_) => Err(Problem::one("/version", Fault::SnapshotVersionUnsupported)),
    }
}

/// The snapshot, and whether its directory lists an id twice.
fn read_as(tape: &Tape<'_>, reading: Reading) -> Result<(Snapshot, bool), Problem> {
    let mut faults = Faults::new(Document::Snapshot);
    let root = Located { value: tape.root(), path: Path::Root };
    let snapshot = read(&root, reading, &mut faults);
    faults.accept(snapshot)
}

fn read(
    root: &Located<'_, '_, '_>,
    reading: Reading,
    faults: &mut Faults,
) -> Option<(Snapshot, bool)> {
    let slots = root.members(&MEMBERS, Strangers::Refuse, faults)?;
    let [version, revision, document, caller, entries, complete, directory, policy, limits] = slots;
    version.optional().and_then(|member| member.integer(faults));
    let revision = revision.optional().and_then(|member| member.text(faults));
    let document = document.required(faults).and_then(|member| read_document(&member, faults));
    let owner = document.as_ref().and_then(|&(_, owner)| owner);
    let caller = caller.required(faults).and_then(|member| read_caller(&member, owner, faults));
    let record = document.as_ref().and_then(|(record, _)| record.as_ref());
    let organization = record.and_then(|record| record.organization);
    let mut access = Access::new(reading, organization);
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
    let Joined { accounts, addresses, unreadable, listed_twice } = access.join(&policy);
    let snapshot = Snapshot {
        revision: revision.map(String::from),
        document: document?.0?,
        caller: caller?,
        entries_complete: complete.unwrap_or(true),
        directory,
        policy,
        limits: limits.unwrap_or_default(),
        accounts,
        addresses,
        unreadable_addresses: unreadable,
    };
    Some((snapshot, listed_twice))
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
