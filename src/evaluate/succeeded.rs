use super::principal::Principal;
use crate::limits::MAX_RECIPIENTS;
use crate::role::Role;

const SLOTS: usize = 256;
const EMPTY: u8 = u8::MAX;

/// The rows that have succeeded so far, found by whom they name.
pub(super) struct Succeeded<'a> {
    rows: Vec<Success<'a>>,
    /// By the leading part of a hash, or behind it: a row. More than half of them stay empty, so a search ends.
    slots: [u8; SLOTS],
}

struct Success<'a> {
    principal: Principal<'a>,
    index: u32,
    role: Role,
}

const _: () = assert!(2 * MAX_RECIPIENTS < SLOTS);

impl<'a> Succeeded<'a> {
    pub(super) fn with_capacity(rows: usize) -> Self {
        Self { rows: Vec::with_capacity(rows), slots: [EMPTY; SLOTS] }
    }

    /// The row that names this principal, of which `hash` is a hash, and its role.
    #[inline]
    pub(super) fn find(&self, principal: Principal<'a>, hash: u64) -> Option<(u32, Role)> {
        let mut slot = first_slot(hash);
        while let Some(row) = self.slots.get(slot).and_then(|&row| self.rows.get(usize::from(row)))
        {
            if row.principal == principal {
                return Some((row.index, row.role));
            }
            slot = next_slot(slot);
        }
        None
    }

    #[inline]
    pub(super) fn push(&mut self, principal: Principal<'a>, hash: u64, index: u32, role: Role) {
        let mut slot = first_slot(hash);
        while self.slots.get(slot).is_some_and(|&row| row != EMPTY) {
            slot = next_slot(slot);
        }
        if let Some(free) = self.slots.get_mut(slot) {
            *free = self.rows.len() as u8;
        }
        self.rows.push(Success { principal, index, role });
    }
}

const fn first_slot(hash: u64) -> usize {
    (hash >> 56) as usize
}

const fn next_slot(slot: usize) -> usize {
    (slot + 1) % SLOTS
}
