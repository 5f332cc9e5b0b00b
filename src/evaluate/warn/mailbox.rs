use crate::email::EmailAddress;
use crate::warning::MailboxRule;

/// What would make two addresses with different keys one mailbox.
pub(super) fn rule(a: &EmailAddress<'_>, b: &EmailAddress<'_>) -> Option<MailboxRule> {
    if a.domain() != b.domain() {
        return None;
    }
    let (one, other) = (untagged(a.local()), untagged(b.local()));
    if one.eq_ignore_ascii_case(other) {
        return Some(MailboxRule::PlusTag);
    }
    let gmail = matches!(a.domain(), "gmail.com" | "googlemail.com");
    (gmail && dotless(one).eq(dotless(other))).then_some(MailboxRule::GmailDots)
}

/// The local part before its first `+`, unless that is all of it.
fn untagged(local: &str) -> &str {
    match local.split_once('+') {
        Some((name, _)) if !name.is_empty() => name,
        Some(_) | None => local,
    }
}

fn dotless(local: &str) -> impl Iterator<Item = u8> {
    local.bytes().filter(|&byte| byte != b'.').map(|byte| byte.to_ascii_lowercase())
}
