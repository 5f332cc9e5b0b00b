use super::addresses::hash;
use super::book::{Book, Spelling};
use super::lists::Lists;
use super::policy::Policy;

/// Domains that are remembered.
const RECENT: usize = 64;

/// Finds the lists that each address is on. Most domains come often, and are looked up once.
pub(super) struct Listing<'p> {
    policy: &'p Policy,
    recent: Vec<Option<(Spelling, Lists)>>,
}

impl<'p> Listing<'p> {
    pub(super) fn new(policy: &'p Policy) -> Self {
        Self { policy, recent: vec![None; RECENT] }
    }

    /// The spelling, with the lists that it is on.
    pub(super) fn listed(&mut self, book: &Book, spelling: Spelling) -> Spelling {
        let domains = self.of_domain(book, spelling);
        let lists = domains.with(self.policy.recipient_lists(book.text(spelling)));
        Spelling { lists, ..spelling }
    }

    fn of_domain(&mut self, book: &Book, spelling: Spelling) -> Lists {
        let domain = book.domain(spelling);
        let slot = self.recent.get_mut((hash(domain) >> 58) as usize);
        match slot {
            Some(Some((known, lists))) if book.domain(*known) == domain => *lists,
            Some(slot) => {
                let lists = self.policy.domain_lists(domain);
                *slot = Some((spelling, lists));
                lists
            }
            None => self.policy.domain_lists(domain),
        }
    }
}
