use super::domain;
use super::fault::EmailFault;
use super::plain;
use crate::limits::MAX_DOMAIN_OCTETS;
use crate::word::same;
use std::borrow::Cow;

/// So many unusual domains are remembered.
const SIZE: usize = 4;

/// What the last domains of a text came to: in one request or snapshot the same ones come again, and to tell what an
/// international one is takes as long as a hundred others.
#[derive(Default)]
pub(crate) struct Recent {
    plain: [Plain; PLAIN],
    domains: Vec<(String, Result<String, EmailFault>)>,
    oldest: usize,
}

impl Recent {
    /// Whether a domain is plain.
    #[inline]
    pub(super) fn is_plain(&mut self, domain: &str) -> bool {
        if self.remembers(domain) {
            return true;
        }
        let is_plain = plain::is_domain(domain.as_bytes());
        if let (Some(slot), true) = (self.plain.get_mut(place(domain)), is_plain) {
            slot.keep(domain);
        }
        is_plain
    }

    #[inline(always)]
    fn remembers(&self, domain: &str) -> bool {
        self.plain.get(place(domain)).is_some_and(|known| known.is(domain))
    }

    /// The lower-case A-label form of a domain that is plain but for its case.
    fn plain_but_for_case<'t>(&mut self, domain: &'t str) -> Option<Cow<'t, str>> {
        if domain.len() > MAX_DOMAIN_OCTETS || !domain.is_ascii() {
            return None;
        }
        if self.is_plain(domain) {
            return Some(Cow::Borrowed(domain));
        }
        // UTS #46 maps A-Z so; for a domain that is plain then, it does nothing else.
        let lower = domain.to_ascii_lowercase();
        self.is_plain(&lower).then_some(Cow::Owned(lower))
    }

    /// The lower-case A-label form of a domain.
    pub(super) fn a_labels<'t>(&mut self, domain: &'t str) -> Result<Cow<'t, str>, EmailFault> {
        if let Some(ascii) = self.plain_but_for_case(domain) {
            return Ok(ascii);
        }
        if let Some((_, verdict)) = self.domains.iter().find(|(known, _)| known == domain) {
            return verdict.clone().map(Cow::Owned);
        }
        let verdict = domain::to_ascii(domain);
        self.keep(domain.to_owned(), verdict.clone().map(Cow::into_owned));
        verdict
    }

    fn keep(&mut self, domain: String, verdict: Result<String, EmailFault>) {
        match self.domains.get_mut(self.oldest) {
            Some(slot) => *slot = (domain, verdict),
            None => self.domains.push((domain, verdict)),
        }
        self.oldest = (self.oldest + 1) % SIZE;
    }
}

/// So many plain ones are remembered, each in one place, by its length and first letter.
const PLAIN: usize = 8;

#[inline(always)]
fn place(domain: &str) -> usize {
    domain.bytes().next().map_or(0, |first| (domain.len() + usize::from(first)) % PLAIN)
}

/// Longer ones are not remembered.
const BYTES: usize = 32;

/// A plain domain; none with a length of 0.
#[derive(Default, Clone, Copy)]
struct Plain {
    bytes: [u8; BYTES],
    length: u8,
}

impl Plain {
    fn keep(&mut self, domain: &str) {
        if let Some(bytes) = self.bytes.get_mut(..domain.len()) {
            bytes.copy_from_slice(domain.as_bytes());
            self.length = bytes.len() as u8;
        }
    }

    #[inline(always)]
    fn is(&self, domain: &str) -> bool {
        let known = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        !known.is_empty() && same(known, domain.as_bytes())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Recent;
    use crate::email::domain::to_ascii;
    use crate::email::plain::is_domain;
    use proptest::prelude::*;

    fn domain() -> impl Strategy<Value = String> {
        let known =
            ["BÜCHER.example", "a.com", "b.com", "xn--a.com", "", "x", "☃.com", "bücher.example"];
        prop_oneof![
            prop::sample::select(known.to_vec()).prop_map(str::to_owned),
            "[aAbB-]{1,3}([.][aA1-]{1,3}){0,2}",
            "[a-z]{60}[.]([a-z]{63}[.]){2}[a-zA-Z]{59,63}",
        ]
    }

    proptest! {
        #[test]
        fn what_is_remembered_is_what_is_found(domains in prop::collection::vec(domain(), 1..30)) {
            let mut recent = Recent::default();
            for domain in domains.iter().chain(&domains) {
                prop_assert_eq!(recent.is_plain(domain), is_domain(domain.as_bytes()));
                prop_assert_eq!(recent.a_labels(domain), to_ascii(domain));
            }
            prop_assert!(recent.domains.len() <= super::SIZE);
        }
    }
}
