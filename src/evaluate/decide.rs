use super::authority::Authority;
use super::capacity::Capacity;
use super::evaluation::{Codes, Evaluation, RowResult};
use super::resolve::Resolved;
use super::rules::Case;
use super::succeeded::Succeeded;
use crate::kind::RecipientKind;
use crate::outcome::{Failure, Outcome};
use crate::request::{Recipient, ShareRequest};
use crate::snapshot::{Found, Snapshot};
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
        succeeded: Succeeded::with_capacity(total),
    };
    let found = snapshot.look_up(request.recipients());
    let rows = (0..).zip(request.recipients()).zip(found);
    let results = rows.map(|((index, row), found)| batch.row(index, row, found)).collect();
    Evaluation::new(snapshot.revision(), results)
}

/// What the rows so far have done.
struct Batch<'a> {
    snapshot: &'a Snapshot,
    authority: Authority,
    notify: bool,
    capacity: Capacity<'a>,
    succeeded: Succeeded<'a>,
}

impl<'a> Batch<'a> {
    fn row(
        &mut self,
        index: u32,
        recipient: &'a Recipient<'a>,
        found: Found<'a, 'a>,
    ) -> RowResult<'a> {
        let snapshot = self.snapshot;
        let who = match found {
            Found::User { id, hash, account } => Resolved::user(snapshot, id, hash, account),
            Found::Bot { id, hash, bot } => Resolved::bot(snapshot, id, hash, bot),
            Found::Email { address, hash, record, owner } => {
                Resolved::email(snapshot, address, hash, record, owner)
            }
            Found::Unreadable(detail) => {
                let outcome = Outcome::Failed(Failure::InvalidEmail { detail });
                return RowResult::unresolved(index, recipient, outcome);
            }
        };
        let role = recipient.role();
        let external = who.external();
        let (principal, hash) = (who.principal, who.hash);
        let earlier = self.succeeded.find(principal, hash);
        let case = Case { who, role, authority: self.authority, external, earlier };
        let (outcome, also) = self.judge(&case);
        let success = outcome.is_success();
        if success {
            self.capacity.consume(&case.who, external);
            self.succeeded.push(principal, hash, index, role);
        }
        let told = success && case.who.kind != RecipientKind::Bot;
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

    /// The first rule that holds, and the others that do; else room, knowledge, success.
    #[inline(never)]
    fn judge(&self, case: &Case<'a>) -> (Outcome<'a>, Codes) {
        let verdict = case.verdict();
        match verdict.holds.first().and_then(|first| case.failure(first)) {
            Some(failure) => (Outcome::Failed(failure), verdict.holds.without_first()),
            None => (self.admit(case, verdict.missing), Codes::default()),
        }
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
