use super::fault::EmailFault;
use super::idna2008;
use super::invisible::is_invisible;
use super::plain;
use idna::AsciiDenyList;
use idna::uts46::{
    ErrorPolicy, Hyphens, ProcessingError, ProcessingSuccess, Uts46, verify_dns_length,
};
use std::borrow::Cow;

const UTS46: Uts46 = Uts46::new();

/// The lower-case A-label form of the domain of an address or a policy.
pub(super) fn to_ascii(domain: &str) -> Result<Cow<'_, str>, EmailFault> {
    if domain.is_empty() {
        return Err(EmailFault::DomainEmpty);
    }
    if domain.ends_with(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}']) {
        return Err(EmailFault::DomainTrailingDot);
    }
    let verdict = a_labels(domain);
    match &verdict {
        Ok(ascii) => check_labels(ascii)?,
        Err(_) => check_labels(&best_effort(domain))?,
    }
    if domain.chars().any(is_invisible) {
        return Err(EmailFault::DomainInvisibleCharacter);
    }
    verdict
}

/// UTS #46 ToASCII (non-transitional; CheckHyphens, CheckBidi, CheckJoiners, UseSTD3ASCIIRules,
/// VerifyDnsLength), with every U-label valid by IDNA2008 too.
pub(crate) fn a_labels(domain: &str) -> Result<Cow<'_, str>, EmailFault> {
    let (ascii, valid) = process(domain, Form::Ascii);
    if !valid || plain::has_empty_part(&ascii) {
        return Err(EmailFault::DomainInvalid);
    }
    if !verify_dns_length(&ascii, false) {
        return Err(EmailFault::DomainTooLong);
    }
    Ok(ascii)
}

/// The U-label form of a domain in A-label form.
pub(super) fn to_unicode(ascii: &str) -> Cow<'_, str> {
    if !ascii.split('.').any(|label| label.starts_with("xn--")) {
        return Cow::Borrowed(ascii);
    }
    process(ascii, Form::Unicode).0
}

fn is_letters(label: &str) -> bool {
    label.len() >= 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The mapped text of a domain that is not valid, to look at its labels.
fn best_effort(domain: &str) -> Cow<'_, str> {
    process(domain, Form::BestEffort).0
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A-labels, of a domain that is valid by IDNA2008 too.
    Ascii,
    /// U-labels.
    Unicode,
    /// U-labels, whatever is wrong.
    BestEffort,
}

/// `Uts46::to_ascii` and `Uts46::to_unicode` in one: each of them would bring a copy of what they share.
fn process(domain: &str, form: Form) -> (Cow<'_, str>, bool) {
    let (deny_list, hyphens) = match form {
        Form::Ascii | Form::Unicode => (AsciiDenyList::STD3, Hyphens::Check),
        Form::BestEffort => (AsciiDenyList::EMPTY, Hyphens::Allow),
    };
    let policy = match form {
        Form::Ascii => ErrorPolicy::FailFast,
        Form::Unicode | Form::BestEffort => ErrorPolicy::MarkErrors,
    };
    let mut allowed = true;
    // Asked for every U-label, however it was written.
    let writes_unicode = |label: &[char], _: &[char], _| {
        allowed &= form != Form::Ascii || idna2008::allows(label);
        form != Form::Ascii
    };
    let bytes = domain.as_bytes();
    let mut written = String::new();
    match UTS46.process(bytes, deny_list, hyphens, policy, writes_unicode, &mut written, None) {
        Ok(ProcessingSuccess::Passthrough) => (Cow::Borrowed(domain), allowed),
        Ok(ProcessingSuccess::WroteToSink) => (Cow::Owned(written), allowed),
        Err(ProcessingError::ValidityError | ProcessingError::SinkError) => {
            (Cow::Owned(written), false)
        }
    }
}

/// At least two labels, the last a top-level one.
fn check_labels(mapped: &str) -> Result<(), EmailFault> {
    let (_, last) = mapped.rsplit_once('.').ok_or(EmailFault::DomainDotless)?;
    if is_letters(last) || !last.is_ascii() || last.starts_with("xn--") {
        return Ok(());
    }
    Err(EmailFault::DomainTld)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use idna::uts46::DnsLength;
    use proptest::prelude::*;

    proptest! {
        /// One function for both operations gives what `idna` has a function each for.
        #[test]
        fn as_idna_processes(domain in "([a-zA-Z0-9ßüÜяПصא一。.-]|xn--|xn--4ca|xn--7a|[.]xn--4ca[.]|[.]xn--7a[.]|\u{200D}|\u{AD}){0,12}") {
            let bytes = domain.as_bytes();
            let unicode = UTS46.to_unicode(bytes, AsciiDenyList::STD3, Hyphens::Check);
            let allowed = unicode.0.split('.').all(|label| {
                label.is_ascii() || idna2008::allows(&label.chars().collect::<Vec<_>>())
            });
            let (ascii, valid) = process(&domain, Form::Ascii);
            let expected = UTS46.to_ascii(bytes, AsciiDenyList::STD3, Hyphens::Check, DnsLength::Ignore);
            prop_assert_eq!(valid.then_some(ascii), expected.ok().filter(|_| allowed));
            prop_assert_eq!(process(&domain, Form::Unicode), (unicode.0, unicode.1.is_ok()));
            let lenient = UTS46.to_unicode(bytes, AsciiDenyList::EMPTY, Hyphens::Allow);
            prop_assert_eq!(process(&domain, Form::BestEffort), (lenient.0, lenient.1.is_ok()));
        }

        /// The short way may only skip work, never change a verdict.
        #[test]
        fn plain_domains_mean_themselves(domain in "[a-z0-9-]{1,6}(\\.[a-z0-9-]{1,5}){0,3}") {
            let full = a_labels(&domain);
            if plain::is_domain(domain.as_bytes()) {
                prop_assert_eq!(full.as_deref(), Ok(domain.as_str()));
            }
        }
    }
}
