use super::accounts::Account;
use super::buckets::Buckets;
use super::lists::Lists;
use super::scatter::by_hash;
use crate::email::EmailAddress;
use crate::order::sorted;
use crate::role::Role;
use crate::word::{same, words};
use std::cmp::Ordering;
use std::sync::OnceLock;

/// An address in the book: where its canonical form stands, and its `@` in it. At most 254 octets.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spelling {
    start: u32,
    length: u8,
    at: u8,
    /// The policy's lists that it is on.
    pub(crate) lists: Lists,
}

impl Spelling {
    pub(super) const fn with(self, lists: Lists) -> Self {
        Self { lists, ..self }
    }
}

/// Who owns an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Nobody,
    /// One account, by its place among the users.
    One(u32),
    /// Several accounts: nobody can say which is meant.
    Several,
}

/// All that is known of one address, whatever its spellings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record {
    pub(super) hash: u64,
    /// As its one owner spells it.
    pub(crate) spelling: Spelling,
    pub(crate) owner: Owner,
    /// The highest role of the entries that name the address alone.
    pub(crate) role: Option<Role>,
}

/// Every address of the snapshot.
///
/// Records are ordered by hash, then by key.
#[derive(Debug, Default)]
pub(crate) struct Addresses {
    text: String,
    owned: Vec<Spelling>,
    records: Vec<Record>,
    buckets: Buckets,
    /// One address of each domain, in the order of domains: made when hints are first asked for.
    by_domain: OnceLock<Vec<Spelling>>,
}

/// A fact about an address: somebody owns it, or an entry names it alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) spelling: Spelling,
    pub(super) owner: Option<u32>,
    pub(super) role: Option<Role>,
}

impl Addresses {
    pub(super) fn write(&mut self, address: &EmailAddress<'_>) -> Spelling {
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let length = u8::try_from(address.as_str().len()).unwrap_or(u8::MAX);
        let at = u8::try_from(address.local().len()).unwrap_or(u8::MAX);
        self.text.push_str(address.as_str());
        Spelling { start, length, at, lists: Lists::default() }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.records.len()
    }

    /// The canonical form of a spelling.
    #[inline(always)]
    pub(crate) fn text(&self, spelling: Spelling) -> &str {
        let start = spelling.start as usize;
        self.text.get(start..start + usize::from(spelling.length)).unwrap_or_default()
    }

    /// Its domain, in A-labels.
    #[inline(always)]
    pub(crate) fn domain(&self, spelling: Spelling) -> &str {
        self.text(spelling).get(usize::from(spelling.at) + 1..).unwrap_or_default()
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
            let all: Vec<Spelling> = self.records.iter().map(|record| record.spelling).collect();
            let mut each = sorted(&all, |a, b| self.domain(*a).cmp(self.domain(*b)));
            each.dedup_by(|a, b| self.domain(*a) == self.domain(*b));
            each
        })
    }

    /// The addresses of an account, in the order directory, entries.
    #[inline(always)]
    pub(crate) fn of(&self, account: &Account) -> &[Spelling] {
        let owned = account.owned.start as usize..account.owned.end as usize;
        self.owned.get(owned).unwrap_or_default()
    }

    /// The records among which that of an address with this [`hash`] must be.
    #[inline(always)]
    pub(super) fn near(&self, hash: u64) -> &[Record] {
        self.records.get(self.buckets.range(hash)).unwrap_or_default()
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
            && same(self.text(record.spelling).as_bytes(), address.as_bytes())
        {
            return first;
        }
        let order = |record: &Record| self.order(record.hash, record.spelling, hash, address);
        near.get(near.binary_search_by(order).ok()?)
    }

    #[inline(always)]
    fn order(&self, hash: u64, spelling: Spelling, other_hash: u64, other: &str) -> Ordering {
        hash.cmp(&other_hash).then_with(|| compare(self.text(spelling), other))
    }

    /// Sorts what is known of each address; gives `each_owner` every role that an entry with the
    /// address alone means for an account.
    pub(super) fn index(&mut self, mentions: &[Mention], mut each_owner: impl FnMut(u32, Role)) {
        let text = |at: usize| mentions.get(at).map_or("", |mention| self.text(mention.spelling));
        let hashes: Vec<u64> = (0..mentions.len()).map(|at| hash(text(at))).collect();
        // Within one address the mentions keep the order directory, entries.
        let order = by_hash(&hashes, &|one, other| compare(text(one), text(other)));
        let place = |at: &u32| *at as usize;
        let same = |one: &u32, other: &u32| {
            hashes.get(place(one)) == hashes.get(place(other))
                && compare(text(place(one)), text(place(other))) == Ordering::Equal
        };
        let mut records = Vec::with_capacity(mentions.len());
        for group in order.chunk_by(same) {
            let Some(&hash) = group.first().and_then(|at| hashes.get(place(at))) else { continue };
            let mentions = || group.iter().filter_map(|at| mentions.get(place(at)));
            let Some(record) = record(hash, mentions()) else { continue };
            if let Some(role) = record.role {
                mentions()
                    .filter_map(|mention| mention.owner)
                    .for_each(|owner| each_owner(owner, role));
            }
            records.push(record);
        }
        let hashes: Vec<u64> = records.iter().map(|record| record.hash).collect();
        self.buckets = Buckets::new(&hashes);
        self.records = records;
    }

    /// Keeps the addresses of all accounts, one after the other.
    pub(super) fn keep(&mut self, owned: Vec<Spelling>) {
        self.owned = owned;
    }
}

/// Sums up the mentions of one address.
fn record<'m>(hash: u64, mentions: impl Iterator<Item = &'m Mention>) -> Option<Record> {
    let mut record: Option<Record> = None;
    for &Mention { spelling, owner, role } in mentions {
        let record = record.get_or_insert(Record { hash, spelling, owner: Owner::Nobody, role });
        record.role = record.role.max(role);
        match (record.owner, owner) {
            (_, None) => {}
            (Owner::Nobody, Some(owner)) => {
                (record.owner, record.spelling) = (Owner::One(owner), spelling);
            }
            (Owner::One(one), Some(other)) if one == other => {}
            (Owner::One(_) | Owner::Several, Some(_)) => record.owner = Owner::Several,
        }
    }
    record
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
fn compare(a: &str, b: &str) -> Ordering {
    if same(a.as_bytes(), b.as_bytes()) {
        return Ordering::Equal;
    }
    let lower = |byte: u8| byte.to_ascii_lowercase();
    a.bytes().map(lower).cmp(b.bytes().map(lower))
}
