//! What one request asks of a snapshot that is used for it alone.

use super::CallerId;
use super::access::Take;
use super::addresses::hash;
use super::ledger::Ledger;
use super::lines::Register;
use crate::id::Spread;
use crate::request::{Identifier, ShareRequest};
use crate::role::Role;
use std::borrow::Cow;

/// Addresses as they stand in the text: of most of them nothing will be asked.
#[derive(Default)]
pub(super) struct Quoted<'t> {
    /// Those that lines about users give, each with the place of the line.
    given: Vec<(u32, Cow<'t, str>)>,
    /// Those of entries that name an address alone.
    alone: Vec<(Role, Cow<'t, str>)>,
}

impl<'t> Take<'t> for Quoted<'t> {
    fn given(&mut self, line: usize, emails: &mut Vec<Cow<'t, str>>) -> bool {
        for email in emails.drain(..) {
            self.given.push((line as u32, email));
        }
        // It is not known yet.
        false
    }

    fn alone(&mut self, email: Cow<'t, str>, role: Role) {
        self.alone.push((role, email));
    }
}

/// Keeps the accounts, bots and addresses on which the outcome of a row can depend. Others may stay.
///
/// These are: whom the request names, the caller, every account that owns an address which it names; and, as an entry
/// with an address alone counts for its owners, all other addresses of those.
pub(super) fn select(
    register: Register,
    addresses: Quoted<'_>,
    request: &ShareRequest<'_>,
    caller: CallerId,
) -> Ledger {
    let mut asked = Asked::by(request, caller);
    let Register { users, bots, organizations } = register;
    for (user, email) in &addresses.given {
        if let (true, Some(owner)) = (asked.may_mean(email), users.get(*user as usize)) {
            asked.users.add(owner.id.spread());
        }
    }
    let mut kept = Ledger::default();
    let Ledger { register, written } = &mut kept;
    let (mut given, mut emails) = (addresses.given.into_iter().peekable(), Vec::new());
    for (place, line) in users.iter().enumerate() {
        emails.clear();
        while let Some((_, email)) = given.next_if(|(user, _)| *user as usize == place) {
            emails.push(email);
        }
        if asked.users.may_hold(line.id.spread()) {
            register.users.push(line.with_address(written.given(place, &mut emails)));
        }
    }
    for bot in bots.iter().filter(|bot| asked.bots.may_hold(bot.id.spread())) {
        register.bots.push(*bot);
    }
    for spelling in written.given.iter() {
        asked.address(written.book.text(*spelling), written.book.local(*spelling));
    }
    for (role, email) in addresses.alone {
        if asked.may_mean(&email) {
            written.alone(email, role);
        }
    }
    register.organizations = organizations;
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
                Identifier::Email { address: Ok(address), .. } => {
                    asked.address(address.as_str(), address.local());
                }
                Identifier::Email { address: Err(_), .. } => {}
            }
        }
        asked
    }

    fn address(&mut self, address: &str, local: &str) {
        self.addresses.add(hash(address));
        self.locals.add(hash(local));
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
