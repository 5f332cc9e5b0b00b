use super::access::{Access, read_directory, read_entries};
use super::join::join;
use super::ledger::Ledger;
use super::limit::Limit;
use super::lines::Register;
use super::policy::Policy;
use super::quick::Progress;
use super::select::{Quoted, select};
use super::{Accounts, Caller, CallerId, Directory, DocumentRecord, Snapshot};
use crate::envelope;
use crate::fault::{Fault, Inconsistency, ShapeFault, SnapshotFault};
use crate::id::{BotId, DocumentId, OrganizationId, UserId};
use crate::json::{Tape, Value, safe_integer};
use crate::limits::MAX_SNAPSHOT_BYTES;
use crate::problem::Problem;
use crate::request::ShareRequest;
use crate::role::CallerRole;
use crate::shape::{Document, Faults, Located, Object, Path, Schema, symbol};
use crate::status::{DocumentState, Status};

static MEMBERS: Schema = Schema::new(&[
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
static DOCUMENT: Schema = Schema::new(&["id", "owner", "org_id", "state"]);
static CALLER: Schema = Schema::new(&["user_id", "bot_id", "role", "can_share"]);
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
        let mut partly = Partly::of_text(text.len());
        let is_read = text.len() <= MAX_SNAPSHOT_BYTES && partly.read(text, true) == text.len();
        match is_read.then(|| partly.finish()).flatten() {
            Some(snapshot) => Ok(snapshot),
            None => Self::parse_with_care(text),
        }
    }

    /// Reads of a snapshot what one request asks for: quicker than [`parse`](Self::parse), for a snapshot that is
    /// used once. The request's evaluation is the same; no other one is, and neither are warnings.
    ///
    /// # Errors
    /// Those of [`parse`](Self::parse).
    pub fn parse_for(text: &[u8], request: &ShareRequest<'_>) -> Result<Self, Problem> {
        let (mut progress, mut register) = (Progress::default(), Register::default());
        let mut addresses = Quoted::default();
        let access = Access { register: &mut register, addresses: &mut addresses };
        let is_read =
            text.len() <= MAX_SNAPSHOT_BYTES && progress.read(text, true, access) == text.len();
        match is_read.then(|| progress.frame()).flatten() {
            Some(frame) if !register.lists_twice() => {
                let ledger = select(register, addresses, request, frame.caller.id);
                Ok(frame.filled(ledger).snapshot)
            }
            Some(_) | None => Self::parse_with_care(text),
        }
    }

    /// Every snapshot is read rightly this way; the quick one only saves time.
    pub(super) fn parse_with_care(text: &[u8]) -> Result<Self, Problem> {
        let tape = envelope::open(text, MAX_SNAPSHOT_BYTES)
            .map_err(|fault| Problem::one("", SnapshotFault::Envelope(fault)))?;
        let mut ledger = Ledger::default();
        let frame = Frame::read(&tape, &mut ledger.access())?;
        Ok(frame.filled(ledger).snapshot)
    }
}

/// A snapshot of which the text comes in pieces.
#[derive(Default)]
pub(crate) struct Partly {
    progress: Progress,
    ledger: Ledger,
}

impl Partly {
    /// Of a text of so many bytes.
    pub(crate) fn of_text(bytes: usize) -> Self {
        let mut partly = Self::default();
        partly.ledger.reserve(bytes);
        partly
    }

    /// Reads on, and tells how many bytes have been read; the next piece begins with those that have not. When none
    /// have been, the text has to be read as a whole.
    pub(crate) fn read(&mut self, piece: &[u8], is_last: bool) -> usize {
        self.progress.read(piece, is_last, self.ledger.access())
    }

    /// The snapshot; none for one that has to be read as a whole.
    pub(crate) fn finish(self) -> Option<Snapshot> {
        let joined = self.progress.frame()?.filled(self.ledger);
        (!joined.listed_twice).then_some(joined.snapshot)
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
    pub(super) fn read<'t>(tape: &Tape<'t>, access: &mut Access<'_, 't>) -> Result<Self, Problem> {
        check_version(tape)?;
        let mut faults = Faults::new(Document::Snapshot);
        let root = Located { value: Some(tape.root()), path: Path::Root };
        let frame = read(&root, access, &mut faults);
        faults.accept(frame)
    }

    fn filled(self, ledger: Ledger) -> Joined {
        let lists = join(ledger, &self.policy, self.document.organization);
        let snapshot = Snapshot {
            revision: self.revision,
            document: self.document,
            caller: self.caller,
            caller_is_inactive: self.directory != Directory::Absent
                && is_inactive(self.caller.id, &lists.accounts),
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
    access: &mut Access<'_, 't>,
    faults: &mut Faults,
) -> Option<Frame> {
    let root = root.object(&MEMBERS, faults)?;
    root.member("version").integer(faults);
    let revision = root.member("revision").text(faults);
    let document = read_document(root.member("document").required(faults), faults);
    let owner = document.as_ref().and_then(|&(_, owner)| owner);
    let caller = read_caller(root.member("caller").required(faults), owner, faults);
    read_entries(root.member("entries").required(faults), access, faults);
    let complete = root.member("entries_complete").boolean(faults);
    let directory = read_directory(&root.member("directory"), access, faults);
    let policy = Policy::read(&root.member("policy"), faults);
    let limits = read_limits(&root.member("limits"), faults);
    Some(Frame {
        revision: revision.map(String::from),
        document: document?.0?,
        caller: caller?,
        entries_complete: complete.unwrap_or(true),
        directory,
        policy,
        limits,
    })
}

/// The document and, even when something else about it is wrong, its owner.
fn read_document(
    member: &Located<'_, '_, '_>,
    faults: &mut Faults,
) -> Option<(Option<DocumentRecord>, Option<UserId>)> {
    let document = member.object(&DOCUMENT, faults)?;
    let id = document.member("id").required(faults).id(DocumentId::parse, faults);
    let owner = document.member("owner").required(faults).id(UserId::parse, faults);
    let organization = document.member("org_id").id(OrganizationId::parse, faults);
    let state = document.member("state").choice(STATE, STATES, faults);
    let state = state.unwrap_or(DocumentState::Active);
    let record = id.zip(owner);
    let record = record.map(|(id, owner)| DocumentRecord { id, owner, organization, state });
    Some((record, owner))
}

fn is_inactive(caller: CallerId, accounts: &Accounts) -> bool {
    let status = match caller {
        CallerId::User(id) => accounts.user(id).map(|account| account.standing.status()),
        CallerId::Bot(id) => accounts.bot(id).map(|bot| bot.standing.status()),
    };
    status.is_some_and(|status| status != Status::Active)
}

fn read_caller(
    member: &Located<'_, '_, '_>,
    owner: Option<UserId>,
    faults: &mut Faults,
) -> Option<Caller> {
    let caller = member.object(&CALLER, faults)?;
    let user = caller.member("user_id").id(UserId::parse, faults);
    let bot = caller.member("bot_id").id(BotId::parse, faults);
    let role = read_caller_role(&caller, faults);
    let can_share = caller.member("can_share").boolean(faults);
    let found = caller.count(&["user_id", "bot_id"]);
    if found != 1 {
        faults.shape(&member.path, ShapeFault::IdentifierNotExactlyOne { found });
        return None;
    }
    let id = user.map(CallerId::User).or(bot.map(CallerId::Bot))?;
    let (role, owner) = (role?, owner?);
    if (id == CallerId::User(owner)) != (role == Some(CallerRole::Owner)) {
        let fault = SnapshotFault::Inconsistent(Inconsistency::OwnerRole);
        faults.snapshot(&caller.member("role").path, fault);
    }
    Some(Caller { id, role, can_share: can_share.unwrap_or(true) })
}

/// The one required member that may be null: no access.
fn read_caller_role(
    caller: &Object<'_, '_, '_>,
    faults: &mut Faults,
) -> Option<Option<CallerRole>> {
    if caller.is_null("role") {
        return Some(None);
    }
    let role = caller.member("role");
    role.required(faults).choice(CallerRole::NAMES, CallerRole::ALL, faults).map(Some)
}

fn read_limits(list: &Located<'_, '_, '_>, faults: &mut Faults) -> Vec<Limit> {
    list.items(faults).filter_map(|item| Limit::read(&item, faults)).collect()
}
