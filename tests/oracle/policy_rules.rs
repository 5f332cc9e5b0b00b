//! Section 7, rules 5 to 10 (the caller's ceiling and the policy): one function per rule, named
//! after its code.

use serde_json::{Value, json};

use super::facts::{Kind, Recipient, list, matches_any, rank, text};
use super::rules::{Finding, asks_for_an_address, has_no_account, is_invite};
use super::truth::{Truth, and, known, or};

/// 5: "owner: never; `admin` asked by a non-owner while `admin_grant` is `owner`; otherwise role
/// asked > caller's role".
pub fn role_exceeds_ceiling(recipient: &Recipient, snapshot: &Value) -> Finding {
    let caller_role = text(&snapshot["caller"]["role"], "");
    if caller_role == "owner" {
        return (Truth::False, Value::Null);
    }
    let only_the_owner_grants_admin = text(&snapshot["policy"]["admin_grant"], "owner") == "owner";
    let owner_only = recipient.role == "admin" && only_the_owner_grants_admin;
    // "`max_role` (the highest the caller may grant)".
    let max_role = if caller_role == "admin" && only_the_owner_grants_admin {
        "collaborator"
    } else {
        caller_role
    };
    let params = json!({
        "requested_role": recipient.role,
        "max_role": max_role,
        "rule": if owner_only { "owner_only" } else { "own_role" },
    });
    (known(owner_only || rank(&recipient.role) > rank(caller_role)), params)
}

/// 6: "the kind of identifier sent (`user`, `email`, `bot`) is not in `recipient_kinds`".
pub fn recipient_kind_not_allowed(recipient: &Recipient, snapshot: &Value) -> Finding {
    let kind = match recipient.kind {
        Kind::User => "user",
        Kind::Email => "email",
        Kind::Bot => "bot",
    };
    let kinds = &snapshot["policy"]["recipient_kinds"];
    let allowed = kinds.is_null() || list(kinds).contains(&json!(kind));
    (known(!allowed), json!({"kind": kind}))
}

/// 7: "external, and `external_sharing` is `disabled`, or `existing_accounts` and the recipient
/// has no account".
pub fn external_sharing_disabled(recipient: &Recipient, snapshot: &Value) -> Finding {
    let external_sharing = text(&snapshot["policy"]["external_sharing"], "allowed");
    let refused = or(&[
        known(external_sharing == "disabled"),
        and(&[known(external_sharing == "existing_accounts"), has_no_account(recipient)]),
    ]);
    (and(&[recipient.external.clone(), refused]), Value::Null)
}

/// 8: "any known address matches `blocked_domains`".
pub fn domain_blocked(recipient: &Recipient, snapshot: &Value) -> Finding {
    let blocked_domains = list(&snapshot["policy"]["blocked_domains"]);
    for address in &recipient.known_addresses {
        if matches_any(address, blocked_domains) {
            // "`domain` (A-label, the first that matches)".
            return (Truth::True, json!({"domain": address.domain}));
        }
    }
    (asks_for_an_address(recipient, !blocked_domains.is_empty()), Value::Null)
}

/// 9: "`allowed_domains` is not empty, no known address matches it, and the recipient is not known
/// to be internal (`external` false)".
pub fn domain_not_allowed(recipient: &Recipient, snapshot: &Value) -> Finding {
    let allowed_domains = list(&snapshot["policy"]["allowed_domains"]);
    let not_known_to_be_internal = known(recipient.external != Truth::False);
    let no_known_address_matches = match recipient.known_addresses.first() {
        Some(_) => known(
            !recipient.known_addresses.iter().any(|address| matches_any(address, allowed_domains)),
        ),
        None => asks_for_an_address(recipient, true),
    };
    let params = match recipient.known_addresses.first() {
        Some(first) => json!({"domain": first.domain}),
        None => Value::Null,
    };
    (
        and(&[
            known(!allowed_domains.is_empty()),
            no_known_address_matches,
            not_known_to_be_internal,
        ]),
        params,
    )
}

/// 10: "role asked > `max_role` of a class the recipient is in (external; invite: an e-mail
/// without an account; bot)".
pub fn role_not_allowed_for_recipient(recipient: &Recipient, snapshot: &Value) -> Finding {
    let classes = [
        ("external", recipient.external.clone()),
        ("invite", is_invite(recipient)),
        ("bot", known(recipient.kind == Kind::Bot)),
    ];
    let mut binds = Vec::new();
    let mut lowest: Option<(&str, &str)> = None;
    for (class, is_in) in classes {
        let max_role = text(&snapshot["policy"]["max_role"][class], "admin");
        let bind = and(&[is_in, known(rank(&recipient.role) > rank(max_role))]);
        // "The lowest that binds; ties in that order."
        if bind == Truth::True
            && lowest.is_none_or(|(_, lowest_role)| rank(max_role) < rank(lowest_role))
        {
            lowest = Some((class, max_role));
        }
        binds.push(bind);
    }
    let params = match lowest {
        Some((class, max_role)) => json!({"class": class, "max_role": max_role}),
        None => Value::Null,
    };
    (or(&binds), params)
}
