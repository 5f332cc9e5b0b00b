//! What one request asks of a snapshot that is used for it alone.

use super::CallerId;
use super::access::Access;
use super::accounts::Line;
use super::addresses::hash;
use crate::email::EmailAddress;
use crate::id::Spread;
use crate::order::sorted;
use crate::request::{Identifier, ShareRequest};
use std::borrow::Cow;

/// Keeps the accounts, bots and addresses on which the outcome of a row can depend. Others may stay.
///
/// These are: whom the request names, the caller, every account that owns an address which it names; and, as an entry
/// with an address alone counts for its owners, all other addresses of those.
pub(super) fn select<'t>(
    access: Access<'t>,
    request: &ShareRequest<'_>,
    caller: CallerId,
) -> Access<'t> {
    let mut asked = Asked::new(request, caller);
    let Access { users, bots, listed, taught, alone, organizations } = access;
    let owners = listed.iter().chain(&taught).filter(|(_, email)| asked.addresses.hold(email));
    let owners = owners.filter_map(|(user, _)| users.get(*user as usize));
    asked.users.extend(owners.map(|line| line.id.spread()).collect());

    let mut kept = Access { organizations, ..Access::default() };
    let places: Vec<Option<u32>> =
        users.iter().map(|line| keep(line, &asked.users, &mut kept.users)).collect();
    for line in &bots {
        keep(line, &asked.bots, &mut kept.bots);
    }
    kept.listed = moved(listed, &places);
    kept.taught = moved(taught, &places);
    let theirs =
        kept.listed.iter().chain(&kept.taught).filter_map(|(_, email)| canonical_hash(email));
    asked.addresses.extend(theirs.collect());
    kept.alone = alone.into_iter().filter(|(_, email)| asked.addresses.hold(email)).collect();
    kept
}

/// Hashes of what is asked for. Another id or address may have the same one: then it stays, too.
struct Asked {
    users: Hashes,
    bots: Hashes,
    addresses: Hashes,
}

impl Asked {
    fn new(request: &ShareRequest<'_>, caller: CallerId) -> Self {
        let (mut users, mut bots, mut addresses) = (Vec::new(), Vec::new(), Vec::new());
        match caller {
            CallerId::User(id) => users.push(id.spread()),
            CallerId::Bot(id) => bots.push(id.spread()),
        }
        for row in request.recipients() {
            match row.identifier() {
                Identifier::User(id) => users.push(id.spread()),
                Identifier::Bot(id) => bots.push(id.spread()),
                Identifier::Email { address: Ok(address), .. } => {
                    addresses.push(hash(address.as_str()))
                }
                Identifier::Email { address: Err(_), .. } => {}
            }
        }
        let [users, bots, addresses] = [users, bots, addresses].map(Hashes::new);
        Self { users, bots, addresses }
    }
}

/// A set of hashes, with a coarse one in front of it that most searches do not pass.
struct Hashes {
    sorted: Vec<u64>,
    coarse: Vec<u64>,
}

/// The leading bits of a hash that the coarse set looks at.
const BITS: u32 = 12;

impl Hashes {
    fn new(hashes: Vec<u64>) -> Self {
        let mut coarse = vec![0; (1 << BITS) / 64];
        for hash in &hashes {
            if let Some(word) = coarse.get_mut((hash >> (64 - BITS + 6)) as usize) {
                *word |= 1_u64.wrapping_shl((hash >> (64 - BITS)) as u32);
            }
        }
        Self { sorted: sorted(&hashes, Ord::cmp), coarse }
    }

    fn extend(&mut self, mut others: Vec<u64>) {
        others.append(&mut self.sorted);
        *self = Self::new(others);
    }

    #[inline]
    fn contain(&self, hash: u64) -> bool {
        let word = self.coarse.get((hash >> (64 - BITS + 6)) as usize).copied().unwrap_or_default();
        let is_near = word.wrapping_shr((hash >> (64 - BITS)) as u32) & 1 == 1;
        is_near && self.sorted.binary_search(&hash).is_ok()
    }

    /// Whether an address, as written, may be one of these.
    #[inline]
    fn hold(&self, email: &str) -> bool {
        if is_canonical_but_for_case(email) {
            return self.contain(hash(email));
        }
        canonical_hash(email).is_some_and(|hash| self.contain(hash))
    }
}

/// Such an address, if it can be read at all, is canonical in lower case: its hash is known without reading it.
#[inline]
fn is_canonical_but_for_case(email: &str) -> bool {
    let is_sign = |byte: Option<&u8>| byte.is_some_and(|&byte| byte > b' ');
    let bytes = email.as_bytes();
    email.is_ascii() && is_sign(bytes.first()) && is_sign(bytes.last())
}

fn canonical_hash(email: &str) -> Option<u64> {
    EmailAddress::parse(email).ok().map(|address| hash(address.as_str()))
}

/// Keeps a line that is asked for. Tells its new place.
fn keep<I: Spread>(line: &Line<I>, asked: &Hashes, kept: &mut Vec<Line<I>>) -> Option<u32> {
    asked.contain(line.id.spread()).then(|| {
        kept.push(*line);
        (kept.len() - 1) as u32
    })
}

/// The addresses of those who stay.
fn moved<'t>(owned: Vec<(u32, Cow<'t, str>)>, places: &[Option<u32>]) -> Vec<(u32, Cow<'t, str>)> {
    let place = |user: u32| places.get(user as usize).copied().flatten();
    owned.into_iter().filter_map(|(user, email)| Some((place(user)?, email))).collect()
}
