use super::domain;
use super::fault::EmailFault;
use std::borrow::Cow;

/// So many domains are remembered.
const SIZE: usize = 4;

/// What the last unusual domains of a text came to: in one request or snapshot the same ones come again, and to tell
/// what an international one is takes as long as a hundred others.
#[derive(Default)]
pub(crate) struct Recent<'t> {
    domains: Vec<(&'t str, Result<Cow<'t, str>, EmailFault>)>,
    oldest: usize,
}

impl<'t> Recent<'t> {
    /// The lower-case A-label form of a domain.
    pub(super) fn a_labels(&mut self, domain: &'t str) -> Result<Cow<'t, str>, EmailFault> {
        if let Some(ascii) = domain::plain_to_ascii(domain) {
            return Ok(ascii);
        }
        if let Some((_, verdict)) = self.domains.iter().find(|(known, _)| *known == domain) {
            return verdict.clone();
        }
        let verdict = domain::unusual_to_ascii(domain);
        self.keep(domain, verdict.clone());
        verdict
    }

    fn keep(&mut self, domain: &'t str, verdict: Result<Cow<'t, str>, EmailFault>) {
        match self.domains.get_mut(self.oldest) {
            Some(slot) => *slot = (domain, verdict),
            None => self.domains.push((domain, verdict)),
        }
        self.oldest = (self.oldest + 1) % SIZE;
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Recent;
    use crate::email::domain::to_ascii;

    #[test]
    fn what_is_remembered_is_what_was_found() {
        let domains = ["BÜCHER.example", "a.com", "xn--a.com", "", "x", "☃.com", "bücher.example"];
        let mut recent = Recent::default();
        for domain in domains.iter().chain(domains.iter().rev()).chain(&domains) {
            assert_eq!(recent.a_labels(domain), to_ascii(domain), "{domain}");
            assert_eq!(recent.a_labels(domain), to_ascii(domain), "{domain}, again");
        }
        assert_eq!(recent.domains.len(), super::SIZE);
    }
}
