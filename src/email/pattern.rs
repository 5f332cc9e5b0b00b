use super::domain;
use super::fault::EmailFault;

/// A domain in a policy: `example.com` is that domain alone, `*.example.com` every proper subdomain.
///
/// ```
/// use share_policy::DomainPattern;
/// let pattern = DomainPattern::parse("*.Example.com").unwrap();
/// assert!(pattern.matches("mail.example.com"));
/// assert!(!pattern.matches("example.com"));
/// assert!(!pattern.matches("badexample.com"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DomainPattern {
    /// Lower-case A-labels; for subdomains with a leading dot.
    suffix: String,
}

impl DomainPattern {
    /// Reads a pattern, in U-labels or A-labels.
    ///
    /// # Errors
    /// A domain that no address could have: `com` (`DomainDotless`), `*.com`, `*`, ` example.com`.
    pub fn parse(text: &str) -> Result<Self, EmailFault> {
        let suffix = match text.strip_prefix("*.") {
            Some(parent) => format!(".{}", domain::to_ascii(parent)?),
            None => domain::to_ascii(text)?.into_owned(),
        };
        Ok(Self { suffix })
    }

    /// Compares with a domain in lower-case A-labels, on label boundaries.
    #[must_use]
    pub fn matches(&self, domain: &str) -> bool {
        if self.suffix.starts_with('.') {
            return domain.ends_with(&self.suffix);
        }
        domain == self.suffix
    }

    /// The domain, or for subdomains a dot and the domain.
    pub(crate) fn as_str(&self) -> &str {
        &self.suffix
    }
}
