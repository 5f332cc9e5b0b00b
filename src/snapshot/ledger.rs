use super::access::{Access, Take};
use super::blocks::Blocks;
use super::book::{Book, Spelling};
use super::lines::Register;
use crate::email::{EmailAddress, Recent};
use crate::role::Role;
use std::borrow::Cow;

/// In a text of the usual form a line takes no more bytes.
const BYTES_OF_LINE: usize = 224;

/// What `entries` and `directory` say, in little memory: nothing of the text is needed any more.
#[derive(Default)]
pub(super) struct Ledger {
    pub(super) register: Register,
    pub(super) written: Written,
}

impl Ledger {
    /// Makes room for what a text of so many bytes says: lines that stand in one place leave a place that is large.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.register.users.reserve(bytes / BYTES_OF_LINE);
        self.written.given.reserve(bytes / BYTES_OF_LINE);
    }

    /// Where what is read goes.
    pub(super) fn access<'t>(&mut self) -> Access<'_, 't> {
        Access { register: &mut self.register, addresses: &mut self.written }
    }
}

/// Addresses that can be read.
#[derive(Default)]
pub(super) struct Written {
    pub(super) book: Book,
    /// Those that lines about users give, in the order of lines; the last of each line is marked.
    pub(super) given: Blocks<Spelling>,
    /// Those of entries that name an address alone.
    pub(super) alone: Blocks<(Role, Spelling)>,
    /// How many addresses cannot be read.
    pub(super) unreadable: u32,
    recent: Recent,
}

impl Written {
    /// Writes an address down. One that cannot be read is counted and passed over.
    #[inline]
    fn write(&mut self, email: &str) -> Option<Spelling> {
        let address = EmailAddress::parse_among(email, &mut self.recent);
        if address.is_err() {
            self.unreadable = self.unreadable.saturating_add(1);
        }
        address.ok().map(|address| self.book.write(&address))
    }
}

impl<'t> Take<'t> for Written {
    fn given(&mut self, _line: usize, emails: &mut Vec<Cow<'t, str>>) -> bool {
        let mut has_address = false;
        for email in emails {
            if let Some(spelling) = self.write(email) {
                self.given.push(spelling);
                has_address = true;
            }
        }
        if let Some(last) = self.given.last_mut().filter(|_| has_address) {
            last.is_last = true;
        }
        has_address
    }

    fn alone(&mut self, email: Cow<'t, str>, role: Role) {
        if let Some(spelling) = self.write(&email) {
            self.alone.push((role, spelling));
        }
    }
}
