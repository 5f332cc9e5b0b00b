//! Section 4 for the addresses of the test universe only: ASCII by the plain rules, one
//! internationalised label and the bad addresses by a table written by hand.

use std::sync::LazyLock;

/// Every way in which the one internationalised label is spelled here (beside its A-label).
pub const IDN_SPELLINGS: [&str; 4] = ["bücher", "BÜCHER", "Bücher", "bu\u{308}cher"];
pub const IDN_A_LABEL: &str = "xn--bcher-kva";

/// Bad addresses and their `detail`: one for each word of the contract's list that fits in a line.
pub const BAD: [(&str, &str); 22] = [
    ("", "empty"),
    (" \t\r\n", "empty"),
    ("a\u{7}b@b.com", "control_character"),
    ("nobody", "missing_at"),
    ("a@@b.com", "multiple_at"),
    ("\"bo\"@x.com", "quoted_local"),
    ("Bo <b@x.com>", "display_name"),
    ("a(c)@b.com", "comment"),
    ("a@[127.0.0.1]", "ip_literal"),
    ("@b.com", "local_empty"),
    ("ä@b.com", "local_non_ascii"),
    ("a b@b.com", "local_character"),
    (".a@b.com", "local_dot"),
    ("a..b@b.com", "local_dot"),
    ("a@", "domain_empty"),
    ("a@b.com.", "domain_trailing_dot"),
    ("a@b", "domain_dotless"),
    ("a@b.c", "domain_tld"),
    ("a@b.1om", "domain_tld"),
    ("a@b\u{200b}c.com", "domain_invisible_character"),
    ("a@b_c.com", "domain_invalid"),
    ("a@-b.com", "domain_invalid"),
];

/// The bad addresses that are too long to write down: (what is repeated, how often, what follows).
pub const BAD_AND_LONG: [(&str, usize, &str, &str); 3] = [
    ("a", 2049, "@b.com", "too_long"),
    ("a", 65, "@b.com", "local_too_long"),
    ("a@", 1, LONG_LABEL, "domain_too_long"),
];

const LONG_LABEL: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.com";

/// All bad addresses with their `detail`.
pub static BAD_ADDRESSES: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for (text, detail) in BAD {
        all.push((text.to_owned(), detail));
    }
    for (part, times, rest, detail) in BAD_AND_LONG {
        all.push((part.repeat(times) + rest, detail));
    }
    all
});

#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// "The local part as typed + `@` + lower-case A-label domain (what is stored and mailed)."
    pub address: String,
    /// "The same with A–Z of the local part lowered (identity)."
    pub key: String,
    /// The A-label domain.
    pub domain: String,
}

/// The address, or the `detail` of `invalid_email`.
pub fn read(text: &str) -> Result<Address, &'static str> {
    for (bad, detail) in BAD_ADDRESSES.iter() {
        if text == bad {
            return Err(detail);
        }
    }
    // "Trim TAB, LF, FF, CR and SPACE at both ends."
    let trimmed = text.trim_matches(['\t', '\n', '\u{c}', '\r', ' ']);
    let parts: Vec<&str> = trimmed.split('@').collect();
    assert!(
        parts.len() == 2
            && parts[0]
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'+'),
        "the oracle does not know the address {text:?}"
    );
    let domain = a_labels(parts[1]);
    Ok(Address {
        address: format!("{}@{domain}", parts[0]),
        key: format!("{}@{domain}", parts[0].to_ascii_lowercase()),
        domain,
    })
}

/// The key of an address in a snapshot. One "that section 4 does not accept never matches
/// anything and is passed over" (section 5).
pub fn key(text: &str) -> Option<String> {
    read(text).ok().map(|address| address.key)
}

/// A domain in lower-case A-labels.
fn a_labels(domain: &str) -> String {
    let mut labels = Vec::new();
    for label in domain.split('.') {
        if IDN_SPELLINGS.contains(&label) {
            labels.push(IDN_A_LABEL.to_owned());
        } else {
            assert!(label.is_ascii(), "the oracle does not know the label {label:?}");
            labels.push(label.to_ascii_lowercase());
        }
    }
    labels.join(".")
}

/// "`example.com` is that domain alone; `*.example.com` is every proper subdomain of it. Both are
/// compared as A-labels, on label boundaries."
pub fn domain_matches(domain: &str, pattern: &str) -> bool {
    match pattern.strip_prefix("*.") {
        Some(parent) => domain.ends_with(&format!(".{}", a_labels(parent))),
        None => domain == a_labels(pattern),
    }
}
