use super::resolve::Resolved;
use crate::outcome::{Class, Failure};
use crate::snapshot::{AppliesTo, Limit};
use crate::truth::{Facts, Truth};

/// The snapshot's limits, and what the rows so far have used of them.
pub(super) struct Capacity<'a> {
    limits: Vec<Counter<'a>>,
}

struct Counter<'a> {
    limit: &'a Limit,
    used: u64,
    /// Holds the whole request: nobody needs to know whom it counts.
    has_room_for_all: bool,
}

impl<'a> Capacity<'a> {
    pub(super) fn new(limits: &'a [Limit], total: u64) -> Self {
        let counter = |limit: &'a Limit| {
            let has_room_for_all = limit.max.saturating_sub(limit.used) >= total;
            Counter { limit, used: limit.used, has_room_for_all }
        };
        Self { limits: limits.iter().map(counter).collect() }
    }

    /// What must be known to say which limits count the row.
    pub(super) fn missing(&self, who: &Resolved<'_>, external: Truth) -> Facts {
        self.limits
            .iter()
            .filter(|counter| !counter.has_room_for_all)
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
