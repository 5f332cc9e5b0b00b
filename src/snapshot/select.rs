//! What one request asks of a snapshot that is used for it alone.

use super::CallerId;
use super::access::Access;
use super::accounts::Line;
use super::addresses::hash;
use crate::email::EmailAddress;
use crate::id::Spread;
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
    let mut asked = Asked::by(request, caller);
    let Access { users, bots, listed, taught, alone, organizations } = access;
    for (user, email) in listed.iter().chain(&taught) {
        if let (true, Some(owner)) = (asked.may_mean(email), users.get(*user as usize)) {
            asked.users.add(owner.id.spread());
        }
    }
    let mut kept = Access { organizations, ..Access::default() };
    let places: Vec<Option<u32>> =
        users.iter().map(|line| keep(line, &asked.users, &mut kept.users)).collect();
    for line in &bots {
        keep(line, &asked.bots, &mut kept.bots);
    }
    kept.listed = moved(listed, &places);
    kept.taught = moved(taught, &places);
    for (_, email) in kept.listed.iter().chain(&kept.taught) {
        EmailAddress::parse(email).into_iter().for_each(|address| asked.address(&address));
    }
    kept.alone = alone.into_iter().filter(|(_, email)| asked.may_mean(email)).collect();
    kept
}

/// What is asked for.
#[derive(Default)]
struct Asked {
    users: Hashes,
    bots: Hashes,
    addresses: Hashes,
    /// The parts of the addresses before the `@`.
    locals: Hashes,
}

impl Asked {
    fn by(request: &ShareRequest<'_>, caller: CallerId) -> Self {
        let mut asked = Self::default();
        match caller {
            CallerId::User(id) => asked.users.add(id.spread()),
            CallerId::Bot(id) => asked.bots.add(id.spread()),
        }
        for row in request.recipients() {
            match row.identifier() {
                Identifier::User(id) => asked.users.add(id.spread()),
                Identifier::Bot(id) => asked.bots.add(id.spread()),
                Identifier::Email { address: Ok(address), .. } => asked.address(address),
                Identifier::Email { address: Err(_), .. } => {}
            }
        }
        asked
    }

    fn address(&mut self, address: &EmailAddress<'_>) {
        self.addresses.add(hash(address.as_str()));
        self.locals.add(hash(address.local()));
    }

    /// False for an address, as written, that is none of these.
    #[inline]
    fn may_mean(&self, email: &str) -> bool {
        if is_canonical_but_for_case(email) {
            return self.addresses.may_hold(hash(email));
        }
        // What stands before the `@` is never rewritten.
        let local = email.trim_ascii().split('@').next().unwrap_or_default();
        self.locals.may_hold(hash(local))
    }
}

/// Such an address, if it can be read at all, is canonical in lower case.
#[inline]
fn is_canonical_but_for_case(email: &str) -> bool {
    let is_sign = |byte: Option<&u8>| byte.is_some_and(|&byte| byte > b' ');
    let bytes = email.as_bytes();
    email.is_ascii() && is_sign(bytes.first()) && is_sign(bytes.last())
}

/// A set of hashes that may hold more than was added: one bit stands for all that begin alike.
struct Hashes(Vec<u64>);

const BITS: u32 = 16;

impl Default for Hashes {
    fn default() -> Self {
        Self(vec![0; (1 << BITS) / 64])
    }
}

impl Hashes {
    fn add(&mut self, hash: u64) {
        let (word, bit) = place(hash);
        self.0.get_mut(word).into_iter().for_each(|word| *word |= bit);
    }

    #[inline]
    fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = place(hash);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

const fn place(hash: u64) -> (usize, u64) {
    let leading = hash >> (u64::BITS - BITS);
    ((leading >> 6) as usize, 1 << (leading & 63))
}

/// Keeps a line that is asked for. Tells its new place.
fn keep<I: Spread>(line: &Line<I>, asked: &Hashes, kept: &mut Vec<Line<I>>) -> Option<u32> {
    asked.may_hold(line.id.spread()).then(|| {
        kept.push(*line);
        (kept.len() - 1) as u32
    })
}

/// The addresses of those who stay.
fn moved<'t>(owned: Vec<(u32, Cow<'t, str>)>, places: &[Option<u32>]) -> Vec<(u32, Cow<'t, str>)> {
    let place = |user: u32| places.get(user as usize).copied().flatten();
    owned.into_iter().filter_map(|(user, email)| Some((place(user)?, email))).collect()
}
