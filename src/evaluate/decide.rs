use super::authority::Authority;
use super::capacity::Capacity;
use super::evaluation::{Codes, RowResult};
use super::resolve::Resolved;
use super::rules::Case;
use super::succeeded::Succeeded;
use crate::kind::RecipientKind;
use crate::outcome::{Failure, Outcome};
use crate::request::{Recipient, ShareRequest};
use crate::snapshot::{Found, Snapshot};
use crate::truth::{Facts, Truth};

/// A row that has been decided.
pub(super) struct Decided<'a, 'd> {
    index: u32,
    pub(super) recipient: &'a Recipient<'a>,
    pub(super) outcome: Outcome<'a>,
    /// None for an address that cannot be read.
    case: Option<&'d Case<'a, 'd>>,
    also: Codes,
    /// Whether the request wants recipients to be told.
    notify: bool,
}

/// Decides every row, in request order, and tells each. Total: whatever is unknown or wrong is an outcome.
pub(super) fn decide<'a>(
    request: &'a ShareRequest<'a>,
    snapshot: &'a Snapshot,
    authority: Authority,
    tell: &mut dyn FnMut(Decided<'a, '_>),
) {
    let rows = request.recipients();
    let total = rows.len();
    let before_last = total.saturating_sub(1);
    let mut batch = Batch {
        snapshot,
        authority,
        notify: request.should_send_notification(),
        capacity: Capacity::new(&snapshot.limits, total as u64),
        before_last: before_last as u32,
        succeeded: Succeeded::with_capacity(before_last),
    };
    let mut together = snapshot.look_up_together(rows).into_iter();
    for (index, row) in (0..).zip(rows) {
        let found = together.next().unwrap_or_else(|| snapshot.look_up(row));
        batch.row(index, row, found, tell);
    }
}

/// What the rows so far have done.
struct Batch<'a> {
    snapshot: &'a Snapshot,
    authority: Authority,
    notify: bool,
    capacity: Capacity<'a>,
    /// How many rows have another one behind them, which may name the same recipient.
    before_last: u32,
    succeeded: Succeeded<'a>,
}

impl<'a> Batch<'a> {
    fn row(
        &mut self,
        index: u32,
        recipient: &'a Recipient<'a>,
        found: Found<'a, 'a>,
        tell: &mut dyn FnMut(Decided<'a, '_>),
    ) {
        let (snapshot, notify) = (self.snapshot, self.notify);
        let who = match found {
            Found::User { id, hash, account } => Resolved::user(snapshot, id, hash, account),
            Found::Bot { id, hash, bot } => Resolved::bot(snapshot, id, hash, bot),
            Found::Email { address, hash, record, owner } => {
                Resolved::email(snapshot, address, hash, record, owner)
            }
            Found::Unreadable(detail) => {
                let outcome = Outcome::Failed(Failure::InvalidEmail { detail });
                let also = Codes::default();
                return tell(Decided { index, recipient, outcome, case: None, also, notify });
            }
        };
        let role = recipient.role();
        let external = who.external();
        let earlier = self.succeeded.find(who.principal, who.hash);
        let case = Case { who: &who, role, authority: self.authority, external, earlier };
        let (outcome, also) = self.judge(&case);
        if outcome.is_success() {
            self.capacity.consume(&who, external);
            if index < self.before_last {
                self.succeeded.push(who.principal, who.hash, index, role);
            }
        }
        tell(Decided { index, recipient, outcome, case: Some(&case), also, notify });
    }

    /// The first rule that holds, and the others that do; else room, knowledge, success.
    #[inline(never)]
    fn judge(&self, case: &Case<'a, '_>) -> (Outcome<'a>, Codes) {
        let verdict = case.verdict();
        match verdict.holds.first().and_then(|first| case.failure(first)) {
            Some(failure) => (Outcome::Failed(failure), verdict.holds.without_first()),
            None => (self.admit(case, verdict.missing), Codes::default()),
        }
    }

    /// Rules 16 and 17, and success.
    fn admit(&self, case: &Case<'a, '_>, missing: Facts) -> Outcome<'a> {
        let missing = missing
            .with(case.who.has_account.missing())
            .with(self.capacity.missing(case.who, case.external));
        if !missing.is_empty() {
            return Outcome::Failed(Failure::Indeterminate { missing });
        }
        if let Some(full) = self.capacity.full(case.who, case.external) {
            return Outcome::Failed(full);
        }
        match case.who.has_account {
            Truth::False => Outcome::Invited,
            Truth::True | Truth::Unknown(_) => Outcome::Granted,
        }
    }
}

impl<'a> Decided<'a, '_> {
    /// All that readers entitled to the snapshot are told.
    pub(super) fn result(self) -> RowResult<'a> {
        let Self { index, recipient, outcome, case, also, notify } = self;
        let success = outcome.is_success();
        let told = case.filter(|case| success && case.who.kind != RecipientKind::Bot);
        RowResult {
            index,
            recipient,
            also,
            principal: case.map(|case| case.who.principal),
            address: told.and_then(|case| case.who.mailbox(case.external)),
            current_role: case.and_then(|case| case.who.entry),
            external: case.and_then(|case| case.external.known()),
            notify: told.is_some() && notify,
            outcome,
        }
    }
}
