use crate::email::EmailAddress;
use crate::snapshot::{Addresses, Lists, Spelling};

/// A known address of a recipient: its text is looked up only where a rule asks for it.
#[derive(Clone, Copy)]
pub(super) enum Known<'a> {
    /// The row's own.
    Typed(&'a EmailAddress<'a>, Lists),
    /// One of its account's.
    Owned(&'a Addresses, Spelling),
}

impl<'a> Known<'a> {
    /// In canonical form.
    pub(super) fn address(self) -> &'a str {
        match self {
            Self::Typed(address, _) => address.as_str(),
            Self::Owned(book, spelling) => book.text(spelling),
        }
    }

    /// In A-labels.
    pub(super) fn domain(self) -> &'a str {
        match self {
            Self::Typed(address, _) => address.domain(),
            Self::Owned(book, spelling) => book.domain(spelling),
        }
    }

    /// The policy's lists that the domain is on.
    #[inline]
    pub(super) const fn lists(self) -> Lists {
        match self {
            Self::Typed(_, lists) => lists,
            Self::Owned(_, spelling) => spelling.lists,
        }
    }
}
