use super::accounts::Account;
use super::blocks::Blocks;
use super::book::{Book, Spelling};
use super::buckets::{Buckets, kept};
use super::lists::Lists;
use super::scatter::by_hash;
use crate::order::sorted;
use crate::role::Role;
use crate::word::{same, words};
use std::cmp::Ordering;
use std::fmt;
use std::sync::OnceLock;

/// Who owns an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Nobody,
    /// One account, by its place among the users.
    One(u32),
    /// Several accounts: nobody can say which is meant.
    Several,
}

/// All that is known of one address, whatever its spellings. There are hundreds of thousands of them: 16 bytes each.
#[derive(Clone, Copy)]
pub(crate) struct Record {
    pub(super) hash: u32,
    /// As its one owner spells it.
    start: u32,
    /// One account, by its place among the users; or one of the two below.
    owner: u32,
    length: u8,
    at: u8,
    /// The policy's lists that it is on.
    pub(crate) lists: Lists,
    /// The highest role of the entries that name the address alone.
    pub(crate) role: Option<Role>,
}

const _: () = assert!(size_of::<Record>() == 16);

const NOBODY: u32 = u32::MAX;
const SEVERAL: u32 = u32::MAX - 1;

impl Record {
    fn new(hash: u32, Spelling { start, length, at, lists, .. }: Spelling) -> Self {
        Self { hash, start, owner: NOBODY, length, at, lists, role: None }
    }

    /// As its one owner spells it.
    #[inline(always)]
    pub(crate) fn spelling(&self) -> Spelling {
        let Self { start, length, at, lists, .. } = *self;
        Spelling { start, length, at, lists, is_last: true }
    }

    #[inline(always)]
    pub(crate) const fn owner(&self) -> Owner {
        match self.owner {
            NOBODY => Owner::Nobody,
            SEVERAL => Owner::Several,
            place => Owner::One(place),
        }
    }

    /// Adds another mention of the address.
    fn add(&mut self, Mention { spelling, owner, role }: Mention) {
        self.role = self.role.max(role);
        match (self.owner(), owner) {
            (_, None) => {}
            (Owner::Nobody, Some(owner)) => {
                *self = Self { owner, role: self.role, ..Self::new(self.hash, spelling) };
            }
            (Owner::One(one), Some(other)) if one == other => {}
            (Owner::One(_) | Owner::Several, Some(_)) => self.owner = SEVERAL,
        }
    }
}

/// Every address of the snapshot.
///
/// Records are ordered by hash, then by key.
#[derive(Default)]
pub(crate) struct Addresses {
    book: Book,
    /// Those of each account, one account after the other.
    owned: Vec<Spelling>,
    records: Vec<Record>,
    buckets: Buckets,
    /// One address of each domain, in the order of domains: made when hints are first asked for.
    by_domain: OnceLock<Vec<Spelling>>,
}

/// A fact about an address: somebody owns it, or an entry names it alone.
#[derive(Clone, Copy)]
struct Mention {
    spelling: Spelling,
    owner: Option<u32>,
    role: Option<Role>,
}

/// All facts about addresses.
pub(super) struct Mentions {
    /// The addresses of all accounts, one account after the other; behind them, those that entries name alone.
    pub(super) spellings: Vec<Spelling>,
    pub(super) hashes: Vec<u32>,
    /// Of each address that has one: its account, by its place.
    pub(super) owners: Vec<u32>,
    pub(super) alone: Blocks<(Role, Spelling)>,
}

impl Mentions {
    fn get(&self, at: usize) -> Mention {
        let spelling = self.spellings.get(at).copied().unwrap_or_default();
        let owner = self.owners.get(at).copied();
        let alone = at.checked_sub(self.owners.len()).and_then(|at| self.alone.get(at));
        Mention { spelling, owner, role: alone.map(|(role, _)| *role) }
    }
}

impl Addresses {
    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.records.len()
    }

    /// The canonical form of a spelling.
    #[inline(always)]
    pub(crate) fn text(&self, spelling: Spelling) -> &str {
        self.book.text(spelling)
    }

    /// Its domain, in A-labels.
    #[inline(always)]
    pub(crate) fn domain(&self, spelling: Spelling) -> &str {
        self.book.domain(spelling)
    }

    /// Every domain that an address has, each once, in order.
    pub(crate) fn domains(&self) -> impl Iterator<Item = &str> {
        self.by_domain().iter().map(|spelling| self.domain(*spelling))
    }

    /// Whether an address has this domain.
    pub(crate) fn know_domain(&self, domain: &str) -> bool {
        let order = |spelling: &Spelling| self.domain(*spelling).cmp(domain);
        self.by_domain().binary_search_by(order).is_ok()
    }

    fn by_domain(&self) -> &[Spelling] {
        self.by_domain.get_or_init(|| {
            let all: Vec<Spelling> = self.records.iter().map(Record::spelling).collect();
            let mut each = sorted(&all, |a, b| self.domain(*a).cmp(self.domain(*b)));
            each.dedup_by(|a, b| self.domain(*a) == self.domain(*b));
            each
        })
    }

    /// The addresses of an account, in the order directory, entries.
    #[inline(always)]
    pub(crate) fn of(&self, account: Option<&Account>) -> impl Iterator<Item = &Spelling> {
        let owned = account.and_then(|account| self.owned.get(account.owned as usize..));
        let mut owned = owned.unwrap_or_default().iter();
        let mut more = true;
        std::iter::from_fn(move || {
            let next = owned.next().filter(|_| more)?;
            more = !next.is_last;
            Some(next)
        })
    }

    /// The records among which that of an address with this [`hash`] must be.
    #[inline(always)]
    pub(super) fn near(&self, hash: u64) -> &[Record] {
        self.records.get(self.buckets.range(kept(hash))).unwrap_or_default()
    }

    /// What is known of an address, given with its hash and the records near it; and whether the first of these has
    /// the same hash.
    #[inline(always)]
    pub(super) fn find<'s>(
        &self,
        address: &str,
        hash: u64,
        near: &'s [Record],
        is_first: bool,
    ) -> Option<&'s Record> {
        let first = near.first().filter(|_| is_first);
        if let Some(record) = first
            && same(self.text(record.spelling()).as_bytes(), address.as_bytes())
        {
            return first;
        }
        let order = |record: &Record| {
            record
                .hash
                .cmp(&kept(hash))
                .then_with(|| compare(self.text(record.spelling()), address))
        };
        near.get(near.binary_search_by(order).ok()?)
    }

    /// Sorts what is known of each address; gives `each_owner` every role that an entry with the
    /// address alone means for an account.
    pub(super) fn index(
        book: Book,
        mentions: Mentions,
        mut each_owner: impl FnMut(u32, Role),
    ) -> Self {
        // First of all, while there is a large place: that of the lines.
        let mut records = Vec::with_capacity(mentions.spellings.len());
        let spelling = |at: usize| mentions.spellings.get(at).copied().unwrap_or_default();
        let compare = |one: usize, other: usize| {
            compare(book.text(spelling(one)), book.text(spelling(other)))
        };
        let hash = |at: usize| mentions.hashes.get(at).copied().unwrap_or_default();
        // Within one address the mentions keep the order accounts, entries.
        let order = by_hash(&mentions.hashes, &compare);
        let same = |one: &u32, other: &u32| {
            let (one, other) = (*one as usize, *other as usize);
            hash(one) == hash(other) && compare(one, other) == Ordering::Equal
        };
        for group in order.chunk_by(same) {
            let Some(first) = group.first().map(|at| *at as usize) else { continue };
            let mut record = Record::new(hash(first), spelling(first));
            for at in group {
                record.add(mentions.get(*at as usize));
            }
            if let Some(role) = record.role {
                for owner in group.iter().filter_map(|at| mentions.owners.get(*at as usize)) {
                    each_owner(*owner, role);
                }
            }
            records.push(record);
        }
        records.shrink_to_fit();
        let Mentions { spellings: mut owned, owners, hashes, .. } = mentions;
        drop((order, hashes));
        owned.truncate(owners.len());
        owned.shrink_to_fit();
        let hashes: Vec<u32> = records.iter().map(|record| record.hash).collect();
        let buckets = Buckets::new(&hashes);
        Self { book, owned, records, buckets, by_domain: OnceLock::new() }
    }
}

/// As what they say, wherever they stand.
impl fmt::Debug for Addresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spelled = |spelling: Spelling| (self.text(spelling), spelling.at, spelling.lists);
        let known = |record: &Record| {
            (spelled(record.spelling()), record.hash, record.owner(), record.role)
        };
        f.debug_struct("Addresses")
            .field(
                "owned",
                &self.owned.iter().map(|&one| (spelled(one), one.is_last)).collect::<Vec<_>>(),
            )
            .field("records", &self.records.iter().map(known).collect::<Vec<_>>())
            .field("buckets", &self.buckets)
            .finish_non_exhaustive()
    }
}

/// A hash of the key, eight bytes at a time: one bit set in each makes A-Z count as a-z.
///
/// (It makes `@` count as a grave accent too, which only a comparison has to notice.)
#[inline(always)]
pub(crate) fn hash(address: &str) -> u64 {
    let (words, last) = words(address.as_bytes());
    let hash = words
        .iter()
        .fold(address.len() as u64, |hash, word| mixed(hash, u64::from_le_bytes(*word)));
    mixed(hash, last).wrapping_mul(SPREAD)
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

#[inline(always)]
const fn mixed(hash: u64, word: u64) -> u64 {
    let hash = (hash ^ (word | 0x2020_2020_2020_2020)).wrapping_mul(SPREAD);
    hash ^ (hash >> 32)
}

/// Compares by key.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    if same(a.as_bytes(), b.as_bytes()) {
        return Ordering::Equal;
    }
    let lower = |byte: u8| byte.to_ascii_lowercase();
    a.bytes().map(lower).cmp(b.bytes().map(lower))
}
