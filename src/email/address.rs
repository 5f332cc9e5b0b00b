use super::domain;
use super::fault::EmailFault;
use super::local;
use super::plain;
use super::recent::Recent;
use crate::limits::{MAX_ADDRESS_INPUT_BYTES, MAX_ADDRESS_OCTETS};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// An e-mail address in canonical form: the local part as typed, the domain as lower-case A-labels.
///
/// Two addresses are equal when they are one mailbox to this contract: A-Z of the local part and the
/// spelling of the domain make no difference, dots and `+tags` do.
///
/// ```
/// use share_policy::EmailAddress;
/// let address = EmailAddress::parse(" Bob@BÜCHER.example\n").unwrap();
/// assert_eq!(address.as_str(), "Bob@xn--bcher-kva.example");
/// assert_eq!(address.key(), "bob@xn--bcher-kva.example");
/// assert_eq!(address.display(), "Bob@bücher.example");
/// assert_eq!(address, EmailAddress::parse("bob@xn--bcher-kva.EXAMPLE").unwrap());
/// ```
#[derive(Clone)]
pub struct EmailAddress<'a> {
    text: Cow<'a, str>,
    /// Where the `@` stands.
    at: usize,
}

impl<'a> EmailAddress<'a> {
    /// Reads an address as a person types it; white space around it is trimmed.
    ///
    /// # Errors
    /// The first [`EmailFault`] that applies: `bob` (`MissingAt`), `Bob <bob@example.com>`
    /// (`DisplayName`), `bob@example` (`DomainDotless`), `bob@☃.com` (`DomainInvalid`).
    pub fn parse(typed: &'a str) -> Result<Self, EmailFault> {
        Self::parse_among(typed, &mut Recent::default())
    }

    /// The same for one of many.
    #[inline]
    pub(crate) fn parse_among(typed: &'a str, recent: &mut Recent) -> Result<Self, EmailFault> {
        match plain::at(typed, recent) {
            Some(at) => Ok(Self { text: Cow::Borrowed(typed), at }),
            None => Self::parse_with_care(typed, recent),
        }
    }

    #[inline(never)]
    fn parse_with_care(typed: &'a str, recent: &mut Recent) -> Result<Self, EmailFault> {
        let typed = typed.trim_matches(['\t', '\n', '\u{C}', '\r', ' ']);
        let (local, domain) = split(typed)?;
        let ascii = recent.a_labels(domain)?;
        if local.len() + 1 + ascii.len() > MAX_ADDRESS_OCTETS {
            return Err(EmailFault::DomainTooLong);
        }
        let text = match ascii {
            Cow::Borrowed(same) if same == domain => Cow::Borrowed(typed),
            Cow::Borrowed(_) | Cow::Owned(_) => Cow::Owned([local, "@", &ascii].concat()),
        };
        Ok(Self { text, at: local.len() })
    }

    /// What is stored and mailed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Identity: [`as_str`](Self::as_str) with A-Z of the local part lowered.
    #[must_use]
    pub fn key(&self) -> Cow<'_, str> {
        if self.local().bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(self.text.to_ascii_lowercase());
        }
        Cow::Borrowed(&self.text)
    }

    /// What people read: the domain in U-label form.
    #[must_use]
    pub fn display(&self) -> Cow<'_, str> {
        match domain::to_unicode(self.domain()) {
            Cow::Borrowed(_) => Cow::Borrowed(&self.text),
            Cow::Owned(unicode) => Cow::Owned(format!("{}@{unicode}", self.local())),
        }
    }

    /// The part before the `@`.
    #[must_use]
    pub fn local(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The part after the `@`, as lower-case A-labels.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or_default()
    }

    /// The same address, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> EmailAddress<'static> {
        EmailAddress { text: Cow::Owned(self.text.into_owned()), at: self.at }
    }
}

/// Local part and domain, the former checked, of a text with exactly one `@` and none of the forms we refuse.
fn split(text: &str) -> Result<(&str, &str), EmailFault> {
    let parts = plain::local(text.as_bytes()).and_then(|at| text.split_at_checked(at));
    if let Some((local, domain)) = parts
        && text.len() <= MAX_ADDRESS_INPUT_BYTES
        && let [_, first, ..] = domain.as_bytes()
        && *first != b'['
        && domain.bytes().skip(1).all(is_ordinary)
    {
        return Ok((local, domain.get(1..).unwrap_or_default()));
    }
    let (local, domain) = split_with_care(text)?;
    local::check(local)?;
    Ok((local, domain))
}

/// Not a byte of a control character or of a form that we refuse.
const fn is_ordinary(byte: u8) -> bool {
    // C1 control characters begin with 0xC2; so do some letters, which go the long way.
    !matches!(byte, 0..0x20 | 0x7F | 0xC2 | b'"' | b'<' | b'>' | b'(' | b')' | b'@')
}

/// The first fault there is.
fn split_with_care(text: &str) -> Result<(&str, &str), EmailFault> {
    if text.is_empty() {
        return Err(EmailFault::Empty);
    }
    if text.len() > MAX_ADDRESS_INPUT_BYTES {
        return Err(EmailFault::TooLong);
    }
    if text.chars().any(|character| matches!(character, '\0'..='\x1F' | '\x7F'..='\u{9F}')) {
        return Err(EmailFault::ControlCharacter);
    }
    let (local, domain) = text.split_once('@').ok_or(EmailFault::MissingAt)?;
    if domain.contains('@') {
        return Err(EmailFault::MultipleAt);
    }
    if local.contains('"') && !local.contains('<') {
        return Err(EmailFault::QuotedLocal);
    }
    if text.contains(['<', '>']) {
        return Err(EmailFault::DisplayName);
    }
    if text.contains(['(', ')']) {
        return Err(EmailFault::Comment);
    }
    if domain.starts_with('[') {
        return Err(EmailFault::IpLiteral);
    }
    Ok((local, domain))
}

impl PartialEq for EmailAddress<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text.eq_ignore_ascii_case(&other.text)
    }
}

impl Eq for EmailAddress<'_> {}

impl PartialOrd for EmailAddress<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EmailAddress<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let lower =
            |text: &'_ str| text.bytes().map(|b| b.to_ascii_lowercase()).collect::<Vec<_>>();
        lower(&self.text).cmp(&lower(&other.text))
    }
}

impl Hash for EmailAddress<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for EmailAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for EmailAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ordinary_texts_are_split_as_with_care(text in "[a@.é\u{80}\u{A0}\"<(\\[ \n\u{7F}]{0,8}|[a.]{0,3}@[a@.é<(\\[]{0,4}") {
            let careful = split_with_care(&text).and_then(|(local, domain)| local::check(local).map(|()| (local, domain)));
            prop_assert_eq!(split(&text), careful);
        }

        /// The short way may only skip work, never change a verdict.
        #[test]
        fn plain_addresses_mean_themselves(
            address in "[a-zA-Z0-9.+_@-]{1,70}@[a-z0-9.-]{1,12}[.][a-z0-9]{1,3}",
            long in "[a-z]{1,90}",
        ) {
            for typed in [address, format!("a@{long}.com"), format!("{long}@a.com")] {
                if plain::at(&typed, &mut Recent::default()).is_some() {
                    let careful = EmailAddress::parse_with_care(&typed, &mut Recent::default());
                    prop_assert_eq!(careful.as_ref().map(EmailAddress::as_str), Ok(typed.as_str()));
                }
            }
        }
    }
}
