use super::accounts::Account;
use super::buckets::Buckets;
use super::policy::{Lists, Policy};
use crate::email::EmailAddress;
use crate::order::sorted;
use crate::role::Role;
use std::cmp::Ordering;
use std::sync::OnceLock;

/// An address in the book: where its canonical form stands, and its `@` in it. At most 254 octets.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelling {
    start: u32,
    length: u8,
    at: u8,
    /// The policy's lists that its domain is on.
    pub(crate) lists: Lists,
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
    hash: u64,
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

    /// The spelling, with the lists that its domain is on.
    pub(super) fn listed(&self, spelling: Spelling, policy: &Policy) -> Spelling {
        Spelling { lists: policy.lists(self.domain(spelling)), ..spelling }
    }

    /// The canonical form of a spelling.
    #[inline]
    pub(crate) fn text(&self, spelling: Spelling) -> &str {
        let start = spelling.start as usize;
        self.text.get(start..start + usize::from(spelling.length)).unwrap_or_default()
    }

    /// Its domain, in A-labels.
    #[inline]
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
    #[inline]
    pub(crate) fn of(&self, account: &Account) -> &[Spelling] {
        let owned = account.owned.start as usize..account.owned.end as usize;
        self.owned.get(owned).unwrap_or_default()
    }

    pub(crate) fn find(&self, address: &EmailAddress<'_>) -> Option<&Record> {
        let key = address.as_str();
        let hash = hash(key);
        let order = |record: &Record| self.order(record.hash, record.spelling, hash, key);
        let bucket = self.records.get(self.buckets.range(hash))?;
        bucket.get(bucket.binary_search_by(order).ok()?)
    }

    fn order(&self, hash: u64, spelling: Spelling, other_hash: u64, other: &str) -> Ordering {
        hash.cmp(&other_hash).then_with(|| compare(self.text(spelling), other))
    }

    /// Sorts what is known of each address; gives `each_owner` every role that an entry with the
    /// address alone means for an account.
    pub(super) fn index(
        &mut self,
        owned: Vec<Spelling>,
        mentions: Vec<Mention>,
        mut each_owner: impl FnMut(u32, Role),
    ) {
        self.owned = owned;
        let hashed: Vec<(u64, Mention)> = mentions
            .into_iter()
            .map(|mention| (hash(self.text(mention.spelling)), mention))
            .collect();
        // Within one address the mentions keep the order directory, entries.
        let hashed = sorted(&hashed, |(hash, mention), (other_hash, other)| {
            self.order(*hash, mention.spelling, *other_hash, self.text(other.spelling))
        });
        let same = |a: &(u64, Mention), b: &(u64, Mention)| {
            self.order(a.0, a.1.spelling, b.0, self.text(b.1.spelling)) == Ordering::Equal
        };
        let mut records = Vec::with_capacity(hashed.len());
        for mentions in hashed.chunk_by(same) {
            let Some(record) = record(mentions) else { continue };
            if let Some(role) = record.role {
                for (_, mention) in mentions {
                    mention.owner.into_iter().for_each(|owner| each_owner(owner, role));
                }
            }
            records.push(record);
        }
        self.buckets = Buckets::new(records.iter().map(|record| record.hash));
        self.records = records;
    }
}

/// Sums up the mentions of one address.
fn record(mentions: &[(u64, Mention)]) -> Option<Record> {
    let (hash, first) = mentions.first()?;
    let owned = mentions.iter().find(|(_, mention)| mention.owner.is_some());
    let mut owners = mentions.iter().filter_map(|(_, mention)| mention.owner);
    let owner = match owners.next() {
        None => Owner::Nobody,
        Some(owner) if owners.all(|other| other == owner) => Owner::One(owner),
        Some(_) => Owner::Several,
    };
    let spelling = owned.map_or(first.spelling, |(_, mention)| mention.spelling);
    let role = mentions.iter().filter_map(|(_, mention)| mention.role).max();
    Some(Record { hash: *hash, spelling, owner, role })
}

/// A hash of the key, eight bytes at a time: one bit set in each makes A-Z count as a-z.
///
/// (It makes `@` count as a grave accent too, which only a comparison has to notice.)
#[inline]
pub(crate) fn hash(address: &str) -> u64 {
    let (words, rest) = address.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let length = address.len() as u64;
    words
        .iter()
        .chain([&last])
        .fold(length, |hash, word| {
            let word = u64::from_le_bytes(*word) | 0x2020_2020_2020_2020;
            let hash = (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            hash ^ (hash >> 32)
        })
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Compares by key.
fn compare(a: &str, b: &str) -> Ordering {
    let lower = |text: &'_ str| text.as_bytes().to_ascii_lowercase();
    if a.eq_ignore_ascii_case(b) { Ordering::Equal } else { lower(a).cmp(&lower(b)) }
}
