use super::accounts::{Account, NONE};
use super::addresses::{Mentions, compare, hash};
use super::blocks::Blocks;
use super::book::{Book, Spelling};
use super::buckets::kept;
use super::lines::Line;
use super::listing::Listing;
use crate::status::Status;
use std::cmp::Ordering;

/// An address that an account has among so many first ones is not written down again.
const FIRST: usize = 4;

/// In the place of an account's next address: it is deleted, and owns none.
const DEAD: u32 = u32::MAX;

/// Gives each account its addresses, one account after the other, each in the order directory, entries. `places` tells
/// each line's account; there is room for `more` behind them.
///
/// Lines and texts are walked over as they stand: to fetch the lines of one account after the other takes twice as
/// long in a large snapshot, which does not fit into the processor's memory.
pub(super) fn assign(
    users: &Blocks<Line>,
    places: &[u32],
    given: &Blocks<Spelling>,
    more: usize,
    book: &Book,
    listing: &mut Listing<'_>,
    accounts: &[Account],
) -> Shelves {
    let mut shelves = Shelves::new(accounts, given.len() + more);
    for turn in [Turn::Count, Turn::Directory, Turn::Entries] {
        let (mut at, mut places) = (0, places.iter());
        for part in users.parts() {
            for (line, place) in part.iter().zip(&mut places) {
                while line.has_address
                    && let Some(&spelling) = given.get(at)
                {
                    at += 1;
                    match turn {
                        Turn::Count => shelves.count(*place),
                        Turn::Directory | Turn::Entries => {
                            if line.is_listed() == (turn == Turn::Directory) {
                                shelves.put(*place, spelling, book, listing);
                            }
                        }
                    }
                    if spelling.is_last {
                        break;
                    }
                }
            }
        }
        if turn == Turn::Count {
            shelves.begin();
        }
    }
    shelves
}

/// What is done with the addresses, one after the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Count,
    Directory,
    Entries,
}

/// Where the addresses of an account begin, and where its next one is to stand.
#[derive(Clone, Copy, Default)]
struct Shelf {
    start: u32,
    next: u32,
}

/// The addresses of all accounts, in the making.
pub(super) struct Shelves {
    shelves: Vec<Shelf>,
    mentions: Mentions,
}

impl Shelves {
    /// With room for so many addresses.
    fn new(accounts: &[Account], room: usize) -> Self {
        let dead = |account: &Account| account.standing.status() == Status::Deleted;
        let shelf = |account| Shelf { start: if dead(account) { DEAD } else { 0 }, next: 0 };
        let mentions = Mentions {
            spellings: vec![Spelling::default(); room],
            hashes: vec![0; room],
            owners: Vec::new(),
            alone: Blocks::default(),
        };
        Self { shelves: accounts.iter().map(shelf).collect(), mentions }
    }

    #[inline]
    fn count(&mut self, place: u32) {
        if let Some(shelf) = self.shelves.get_mut(place as usize) {
            shelf.next = shelf.next.saturating_add(1);
        }
    }

    /// All are counted: one shelf is to stand behind the other.
    fn begin(&mut self) {
        let mut start: u32 = 0;
        for shelf in self.shelves.iter_mut().filter(|shelf| shelf.start != DEAD) {
            let count = std::mem::replace(&mut shelf.next, start);
            shelf.start = start;
            start = start.saturating_add(count);
        }
    }

    #[inline(never)]
    fn put(&mut self, place: u32, spelling: Spelling, book: &Book, listing: &mut Listing<'_>) {
        let shelf = self.shelves.get_mut(place as usize).filter(|shelf| shelf.start != DEAD);
        let Some(shelf) = shelf else { return };
        let Mentions { spellings, hashes, .. } = &mut self.mentions;
        let (start, end) = (shelf.start as usize, shelf.next as usize);
        let text = book.text(spelling);
        let hash = kept(hash(text));
        let first = hashes.get(start..end.min(start + FIRST)).unwrap_or_default();
        let mut known = first.iter().zip(spellings.get(start..).unwrap_or_default());
        let is_same = |known: &Spelling| compare(book.text(*known), text) == Ordering::Equal;
        if known.any(|(known_hash, known)| *known_hash == hash && is_same(known)) {
            return;
        }
        if let Some((slot, hash_slot)) = spellings.get_mut(end).zip(hashes.get_mut(end)) {
            (*slot, *hash_slot) = (listing.listed(book, spelling), hash);
            shelf.next = shelf.next.saturating_add(1);
        }
    }

    /// Moves them together where some were not written down again; `owners` has the memory for what else is told.
    pub(super) fn close_up(self, mut owners: Vec<u32>, accounts: &mut [Account]) -> Mentions {
        let Self { shelves, mut mentions } = self;
        let Mentions { spellings, hashes, .. } = &mut mentions;
        owners.clear();
        for ((place, account), shelf) in (0_u32..).zip(accounts).zip(shelves) {
            let from = if shelf.start == DEAD { 0..0 } else { shelf.start..shelf.next };
            account.owned = if from.is_empty() { NONE } else { owners.len() as u32 };
            for at in from {
                let (at, to) = (at as usize, owners.len());
                let (Some(&spelling), Some(&hash)) = (spellings.get(at), hashes.get(at)) else {
                    continue;
                };
                account.lists = account.lists.with(spelling.lists);
                if let Some((slot, hash_slot)) = spellings.get_mut(to).zip(hashes.get_mut(to)) {
                    *slot = Spelling { is_last: at + 1 == shelf.next as usize, ..spelling };
                    *hash_slot = hash;
                }
                owners.push(place);
            }
        }
        spellings.truncate(owners.len());
        hashes.truncate(owners.len());
        Mentions { owners, ..mentions }
    }
}
