use super::resolve::Resolved;
use crate::outcome::{Class, Failure};
use crate::snapshot::{AppliesTo, Limit};
use crate::truth::{Facts, Truth};

/// The limits that a request may reach, and what its rows so far have used of them.
///
/// Of one that has room for all of them nobody needs to know whom it counts.
pub(super) struct Capacity<'a> {
    limits: Vec<Counter<'a>>,
}

struct Counter<'a> {
    limit: &'a Limit,
    used: u64,
}

impl<'a> Capacity<'a> {
    pub(super) fn new(limits: &'a [Limit], total: u64) -> Self {
        let scarce = |limit: &&Limit| limit.max.saturating_sub(limit.used) < total;
        let counter = |limit: &'a Limit| Counter { limit, used: limit.used };
        Self { limits: limits.iter().filter(scarce).map(counter).collect() }
    }

    /// What must be known to say which limits count the row.
    pub(super) fn missing(&self, who: &Resolved<'_>, external: Truth) -> Facts {
        self.limits
            .iter()
            .map(|counter| counter.counts(who, external).missing())
            .fold(Facts::default(), Facts::with)
    }

    /// The first limit that counts the row and is full.
    pub(super) fn full(&self, who: &Resolved<'_>, external: Truth) -> Option<Failure<'a>> {
        let full = self.limits.iter().find(|counter| {
            counter.used >= counter.limit.max && counter.counts(who, external) == Truth::True
        })?;
        let Limit { name, max, .. } = full.limit;
        Some(Failure::LimitReached { limit: name, max: *max, used: full.used })
    }

    /// Takes one from each limit that counts the row.
    pub(super) fn consume(&mut self, who: &Resolved<'_>, external: Truth) {
        for counter in &mut self.limits {
            if counter.counts(who, external) == Truth::True {
                counter.used = counter.used.saturating_add(1);
            }
        }
    }
}

impl Counter<'_> {
    fn counts(&self, who: &Resolved<'_>, external: Truth) -> Truth {
        match self.limit.applies_to {
            AppliesTo::All => Truth::True,
            AppliesTo::External => who.is_in(Class::External, external),
            AppliesTo::Invite => who.is_in(Class::Invite, external),
            AppliesTo::Bot => who.is_in(Class::Bot, external),
        }
    }
}
