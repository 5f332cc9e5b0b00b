//! Hints beside an evaluation (contract, section 10): read from it when it is done, so that they cannot
//! change it.

mod mailbox;
mod rows;
mod similar;

use super::evaluation::{Evaluation, RowResult};
use super::principal::Principal;
use crate::outcome::Outcome;
use crate::request::ShareRequest;
use crate::snapshot::{AppliesTo, Limit, Snapshot};
use crate::warning::{Hint, Warning};

/// The hints of each row, in request order, then those of the request.
pub(super) fn warn<'a>(
    request: &'a ShareRequest<'a>,
    snapshot: &'a Snapshot,
    evaluation: &Evaluation<'a>,
) -> Vec<Hint<'a>> {
    let mut hints = Hints(Vec::new());
    rows::warn(evaluation.results(), snapshot, &mut hints);
    let text = request.custom_message().unwrap_or_default();
    if !text.is_empty() && !request.should_send_notification() {
        hints.push(None, Warning::MessageIgnored);
    }
    if text.chars().any(is_control) {
        hints.push(None, Warning::MessageControlCharacter);
    }
    for limit in &snapshot.limits {
        if let Some(warning) = nearly_reached(limit, evaluation) {
            hints.push(None, warning);
        }
    }
    hints.0
}

/// What is collected.
struct Hints<'a>(Vec<Hint<'a>>);

impl<'a> Hints<'a> {
    #[inline(never)]
    fn push(&mut self, index: Option<u32>, warning: Warning<'a>) {
        self.0.push(Hint { index, warning });
    }
}

/// C0, DEL or C1, without tabs and line breaks.
const fn is_control(character: char) -> bool {
    matches!(character, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\x7F'..='\u{9F}')
}

/// A limit that this request uses, and of which a tenth or less remains then.
fn nearly_reached<'a>(limit: &'a Limit, evaluation: &Evaluation<'_>) -> Option<Warning<'a>> {
    let counted = evaluation.results().iter().filter(|row| counts(limit, row)).count() as u64;
    let (max, used) = (limit.max, limit.used.saturating_add(counted));
    let nearly = counted > 0 && max.saturating_sub(used) <= max / 10;
    nearly.then_some(Warning::LimitNearlyReached { limit: &limit.name, max, used })
}

/// Whether a row has taken one from the limit.
fn counts(limit: &Limit, row: &RowResult<'_>) -> bool {
    let class = match limit.applies_to {
        AppliesTo::All => true,
        AppliesTo::External => row.external() == Some(true),
        AppliesTo::Invite => *row.outcome() == Outcome::Invited,
        AppliesTo::Bot => matches!(row.principal(), Some(Principal::Bot(_))),
    };
    class && row.outcome().is_success()
}
