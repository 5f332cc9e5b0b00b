use super::fault::EmailFault;
use super::idna2008;
use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46, verify_dns_length};
use std::borrow::Cow;

const MAX_LABEL_OCTETS: usize = 63;
const UTS46: Uts46 = Uts46::new();

/// The lower-case A-label form of the domain of an address or a policy.
pub(super) fn to_ascii(domain: &str) -> Result<Cow<'_, str>, EmailFault> {
    if is_plain(domain) {
        return Ok(Cow::Borrowed(domain));
    }
    if domain.is_empty() {
        return Err(EmailFault::DomainEmpty);
    }
    if domain.ends_with(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}']) {
        return Err(EmailFault::DomainTrailingDot);
    }
    check_labels(domain)?;
    if domain.chars().any(is_invisible) {
        return Err(EmailFault::DomainInvisibleCharacter);
    }
    a_labels(domain)
}

/// UTS #46 ToASCII (non-transitional; CheckHyphens, CheckBidi, CheckJoiners, UseSTD3ASCIIRules,
/// VerifyDnsLength), with every U-label valid by IDNA2008 too.
pub(crate) fn a_labels(domain: &str) -> Result<Cow<'_, str>, EmailFault> {
    let bytes = domain.as_bytes();
    let ascii = UTS46
        .to_ascii(bytes, AsciiDenyList::STD3, Hyphens::Check, DnsLength::Ignore)
        .map_err(|_| EmailFault::DomainInvalid)?;
    if ascii.split('.').any(str::is_empty) || !idna2008::allows(&to_unicode(&ascii)) {
        return Err(EmailFault::DomainInvalid);
    }
    if !verify_dns_length(&ascii, false) {
        return Err(EmailFault::DomainTooLong);
    }
    Ok(ascii)
}

/// The U-label form of a domain in A-label form.
pub(super) fn to_unicode(ascii: &str) -> Cow<'_, str> {
    if !ascii.contains("xn--") {
        return Cow::Borrowed(ascii);
    }
    UTS46.to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::Check).0
}

/// True for most domains: lower-case letters, digits and hyphens in the ways that mean themselves.
///
/// No label holds two hyphens in a row at its third place, so none is, or looks like, an A-label.
fn is_plain(domain: &str) -> bool {
    let mut labels = 0;
    let mut last = "";
    for label in domain.split('.') {
        let bytes = label.as_bytes();
        let edges = [bytes.first(), bytes.last()];
        if edges.contains(&None) || edges.contains(&Some(&b'-')) {
            return false;
        }
        let ldh = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if !bytes.iter().all(ldh) || bytes.len() > MAX_LABEL_OCTETS {
            return false;
        }
        if bytes.get(2..4) == Some(b"--") {
            return false;
        }
        last = label;
        labels += 1;
    }
    labels >= 2 && is_letters(last) && verify_dns_length(domain, false)
}

fn is_letters(label: &str) -> bool {
    label.len() >= 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// At least two labels, the last a top-level one; judged on the mapped text, valid or not.
fn check_labels(domain: &str) -> Result<(), EmailFault> {
    let (mapped, _) = UTS46.to_unicode(domain.as_bytes(), AsciiDenyList::EMPTY, Hyphens::Allow);
    let Some((_, last)) = mapped.rsplit_once('.') else {
        return Err(EmailFault::DomainDotless);
    };
    if is_letters(last) || !last.is_ascii() || last.starts_with("xn--") {
        return Ok(());
    }
    Err(EmailFault::DomainTld)
}

/// A Default_Ignorable code point other than the joiners, which CheckJoiners judges.
fn is_invisible(character: char) -> bool {
    let joiner = matches!(character, '\u{200C}' | '\u{200D}');
    !joiner && CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The short way may only skip work, never change a verdict.
        #[test]
        fn plain_domains_mean_themselves(domain in "[a-z0-9-]{1,6}(\\.[a-z0-9-]{1,5}){0,3}") {
            let full = a_labels(&domain);
            if is_plain(&domain) {
                prop_assert_eq!(full.as_deref(), Ok(domain.as_str()));
            }
        }
    }
}
