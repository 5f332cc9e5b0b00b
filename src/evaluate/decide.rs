use super::authority::Authority;
use super::capacity::Capacity;
use super::evaluation::{Codes, Evaluation, RowResult};
use super::principal::Principal;
use super::resolve::Resolved;
use super::rules::{Case, RULES};
use crate::kind::RecipientKind;
use crate::outcome::{Code, Failure, Outcome};
use crate::request::{Identifier, Recipient, ShareRequest};
use crate::role::Role;
use crate::snapshot::Snapshot;
use crate::truth::{Facts, Truth};

/// Decides every row, in request order. Total: whatever is unknown or wrong is an outcome.
pub(super) fn decide<'a>(
    request: &'a ShareRequest<'a>,
    snapshot: &'a Snapshot,
    authority: Authority,
) -> Evaluation<'a> {
    let total = request.recipients().len();
    let mut batch = Batch {
        snapshot,
        authority,
        notify: request.should_send_notification(),
        capacity: Capacity::new(&snapshot.limits, total as u64),
        succeeded: Vec::with_capacity(total),
    };
    let rows = (0..).zip(request.recipients());
    let results = rows.map(|(index, row)| batch.row(index, row)).collect();
    Evaluation::new(snapshot.revision(), results)
}

/// What the rows so far have done.
struct Batch<'a> {
    snapshot: &'a Snapshot,
    authority: Authority,
    notify: bool,
    capacity: Capacity<'a>,
    succeeded: Vec<Success<'a>>,
}

/// A row that succeeded, with a hash of whom it names: equal principals have equal ones.
struct Success<'a> {
    hash: u64,
    principal: Principal<'a>,
    index: u32,
    role: Role,
}

impl<'a> Batch<'a> {
    fn row(&mut self, index: u32, recipient: &'a Recipient<'a>) -> RowResult<'a> {
        let who = match recipient.identifier() {
            Identifier::User(id) => Resolved::user(self.snapshot, *id),
            Identifier::Bot(id) => Resolved::bot(self.snapshot, *id),
            Identifier::Email { address: Ok(address), .. } => {
                Resolved::email(self.snapshot, address)
            }
            Identifier::Email { address: Err(detail), .. } => {
                let outcome = Outcome::Failed(Failure::InvalidEmail { detail: *detail });
                return RowResult::unresolved(index, recipient, outcome);
            }
        };
        let role = recipient.role();
        let external = who.external();
        let (principal, hash) = (who.principal, who.principal.hash());
        let earlier = self.earlier(principal, hash);
        let case = Case { who, role, authority: self.authority, external, earlier };
        let (outcome, also) = self.judge(&case);
        let success = outcome.is_success();
        if success {
            self.capacity.consume(&case.who, external);
            self.succeeded.push(Success { hash, principal, index, role });
        }
        let told = success && case.who.kind() != RecipientKind::Bot;
        RowResult {
            index,
            recipient,
            also,
            principal: Some(principal),
            address: if told { case.who.mailbox(external) } else { None },
            current_role: case.who.entry,
            external: external.known(),
            notify: told && self.notify,
            outcome,
        }
    }

    fn earlier(&self, principal: Principal<'_>, hash: u64) -> Option<(u32, Role)> {
        let is_same = |other: &&Success<'_>| other.hash == hash && other.principal == principal;
        self.succeeded.iter().find(is_same).map(|earlier| (earlier.index, earlier.role))
    }

    /// The first rule that holds, and the others that do; else room, knowledge, success.
    fn judge(&self, case: &Case<'a>) -> (Outcome<'a>, Codes) {
        let mut first = None;
        let mut also = Codes::default();
        let mut missing = Facts::default();
        for rule in RULES {
            match case.holds(rule) {
                Truth::True if first.is_none() => first = case.failure(rule),
                Truth::True => also.push(rule),
                Truth::False => {}
                Truth::Unknown(facts) => missing = missing.with(facts),
            }
        }
        if let Some(failure) = first {
            return (Outcome::Failed(failure), also);
        }
        (self.admit(case, missing), also)
    }

    /// Rules 16 and 17, and success.
    fn admit(&self, case: &Case<'a>, missing: Facts) -> Outcome<'a> {
        let missing = missing
            .with(case.who.has_account.missing())
            .with(self.capacity.missing(&case.who, case.external));
        if !missing.is_empty() {
            return Outcome::Failed(Failure::Indeterminate { missing });
        }
        if let Some(full) = self.capacity.full(&case.who, case.external) {
            return Outcome::Failed(full);
        }
        match case.who.has_account {
            Truth::False => Outcome::Invited,
            Truth::True | Truth::Unknown(_) => Outcome::Granted,
        }
    }
}

/// [`Codes`] has a bit for each rule.
const _: () = assert!((Code::AlreadyHasAccess as u8) < 16);
