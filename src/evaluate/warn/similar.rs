use crate::limits::MAX_COMPARED_DOMAINS;
use crate::snapshot::Snapshot;

/// Providers that people mistype, and those that look like a slip of one and are none.
static PROVIDERS: [&str; 16] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "fastmail.com",
    "ymail.com",
    "hotmail.co.uk",
    "yahoo.co.uk",
    "hotmail.fr",
    "yahoo.fr",
    "email.com",
    "mail.com",
];

/// Shorter domains are all one slip from another.
const MIN_OCTETS: usize = 8;

/// The known domain that an unknown one, in A-labels, is one slip away from: one of the policy, else of
/// the snapshot's addresses (the first by name), else of a provider.
pub(super) fn suggest<'a>(domain: &str, snapshot: &'a Snapshot) -> Option<&'a str> {
    let Snapshot { policy, addresses, .. } = snapshot;
    let is_listed = !policy.domain_lists(domain).is_empty();
    let is_provider = PROVIDERS.contains(&domain);
    if domain.len() < MIN_OCTETS || is_listed || is_provider || addresses.know_domain(domain) {
        return None;
    }
    for domains in [&policy.internal_domains, &policy.allowed_domains] {
        for known in domains.exact() {
            if is_slip(known, domain) {
                return Some(known);
            }
        }
    }
    let mut known = addresses.domains().take(MAX_COMPARED_DOMAINS);
    known.find(|known| is_slip(known, domain)).or_else(|| of_provider(domain))
}

fn of_provider(domain: &str) -> Option<&'static str> {
    PROVIDERS.iter().copied().find(|known| is_slip(known, domain))
}

/// True when one letter more, less, other, or changed places with its neighbour makes one the other.
#[inline(never)]
fn is_slip(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (short, long) = (short.as_bytes(), long.as_bytes());
    if long.len() - short.len() > 1 || short.len() < MIN_OCTETS {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (Some(short), Some([first, long @ ..])) = (short.get(same..), long.get(same..)) else {
        return false;
    };
    match (short, long) {
        _ if short == long => true,
        ([_, rest @ ..], _) if rest == long => true,
        ([a, b, rest @ ..], [second, long @ ..]) => a == second && b == first && rest == long,
        _ => false,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "what panics here fails the test")]

    use super::is_slip;
    use proptest::prelude::*;

    /// Every text that one slip makes of `text`, letters of the test's alphabet put in.
    fn slips(text: &str) -> Vec<String> {
        let text: Vec<char> = text.chars().collect();
        let mut all = Vec::new();
        for at in 0..=text.len() {
            for letter in "abc".chars() {
                all.push([&text[..at], &[letter], &text[at..]].concat());
                if at < text.len() {
                    all.push([&text[..at], &[letter], &text[at + 1..]].concat());
                }
            }
            if at < text.len() {
                all.push([&text[..at], &text[at + 1..]].concat());
            }
            if at + 1 < text.len() {
                all.push([&text[..at], &[text[at + 1], text[at]], &text[at + 2..]].concat());
            }
        }
        all.into_iter().map(|letters| letters.into_iter().collect()).collect()
    }

    proptest! {
        #[test]
        fn as_every_slip_spelled_out(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            prop_assume!(a != b);
            let (a, b) = (format!("{a}-long.example"), format!("{b}-long.example"));
            prop_assert_eq!(is_slip(&a, &b), slips(&a).contains(&b));
        }
    }
}
