//! Member names that are known in advance: found in one look, and compared as numbers from then on.

use crate::word::{cut, word};

/// How many names a list can hold: a set of them is the bits of one `u64`.
const MAX_NAMES: usize = 64;
const SLOTS: usize = 256;
const NOBODY: u8 = u8::MAX;

/// A known name, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Symbol(u8);

impl Symbol {
    pub(crate) const fn place(self) -> usize {
        self.0 as usize
    }

    /// Its bit in a set of names.
    #[inline(always)]
    pub(super) const fn bit(self) -> u64 {
        1_u64.wrapping_shl(self.0 as u32)
    }

    #[inline(always)]
    pub(super) const fn number(self) -> u32 {
        self.0 as u32
    }

    #[inline(always)]
    pub(super) const fn numbered(number: u32) -> Self {
        Self(number as u8)
    }
}

/// A closed list of names, with a table in which each has a slot of its own.
#[derive(Debug)]
pub(crate) struct Names {
    all: &'static [&'static str],
    /// By place: the first eight bytes.
    heads: [u64; MAX_NAMES],
    slots: [u8; SLOTS],
    seed: u64,
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounds included")]
impl Names {
    /// Tries seeds until no two names share a slot: the compiler does it, or gives up.
    pub(crate) const fn new(all: &'static [&'static str]) -> Self {
        assert!(all.len() <= MAX_NAMES, "a set of names is 64 bits");
        let mut heads = [0; MAX_NAMES];
        let mut place = 0;
        while place < all.len() {
            let name = all[place].as_bytes();
            heads[place] = cut(word(name, 0), name.len());
            place += 1;
        }
        let mut seed: u64 = 0x9E37_79B9_7F4A_7C15;
        loop {
            if let Some(slots) = arranged(all, &heads, seed) {
                return Self { all, heads, slots, seed };
            }
            seed = seed.wrapping_add(0x5851_F42D_4C95_7F2E);
        }
    }

    /// The symbol of a name that is in the list.
    pub(crate) const fn of(all: &[&str], name: &str) -> Symbol {
        let mut place = 0;
        while !same(all[place].as_bytes(), name.as_bytes()) {
            place += 1;
        }
        Symbol(place as u8)
    }
}

impl Names {
    pub(crate) fn name(&self, symbol: Symbol) -> &'static str {
        self.all.get(symbol.place()).copied().unwrap_or_default()
    }

    /// The symbol of the name that stands there in a text, if the list has it.
    #[inline(always)]
    pub(super) fn find(&self, text: &[u8], start: usize, end: usize) -> Option<Symbol> {
        let length = end.wrapping_sub(start);
        let head = cut(word(text, start), length);
        let place = *self.slots.get(slot(head, length, self.seed))?;
        let known = self.all.get(usize::from(place))?.as_bytes();
        let same_head = self.heads.get(usize::from(place)) == Some(&head);
        let same = same_head && known.len() == length;
        (same && (length <= 8 || text.get(start..end) == Some(known))).then_some(Symbol(place))
    }
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounds included")]
const fn arranged(all: &[&str], heads: &[u64; MAX_NAMES], seed: u64) -> Option<[u8; SLOTS]> {
    let mut slots = [NOBODY; SLOTS];
    let mut place = 0;
    while place < all.len() {
        let slot = slot(heads[place], all[place].len(), seed);
        if slots[slot] != NOBODY {
            return None;
        }
        slots[slot] = place as u8;
        place += 1;
    }
    Some(slots)
}

#[inline(always)]
const fn slot(head: u64, length: usize, seed: u64) -> usize {
    ((head ^ length as u64).wrapping_mul(seed) >> 56) as usize
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounds included")]
const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}
