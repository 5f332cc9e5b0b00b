//! Section 7, rules 2 to 4 and 11 to 15 (request, caller, directory, ACL): one function per rule,
//! named after its code. Rules 5 to 10 are in `policy_rules.rs`.

use serde_json::{Value, json};

use super::email;
use super::evaluate::Success;
use super::facts::{
    Kind, Principal, Recipient, blocks_a_user_id, current_role, flag, is_caller, is_owner, list,
    listed, rank, status, text,
};
use super::policy_rules::{
    domain_blocked, domain_not_allowed, external_sharing_disabled, recipient_kind_not_allowed,
    role_exceeds_ceiling, role_not_allowed_for_recipient,
};
use super::truth::{Fact, Truth, and, facts_under, known, or, unknown};

/// Whether the condition holds, and the params of its code (null: none).
pub type Finding = (Truth, Value);

/// The rules in the order of the contract.
pub fn all(
    recipient: &Recipient,
    snapshot: &Value,
    earlier: &[Success],
) -> Vec<(&'static str, Finding)> {
    vec![
        ("duplicate_recipient", duplicate_recipient(recipient, earlier)),
        ("recipient_is_caller", recipient_is_caller(recipient, snapshot)),
        ("recipient_is_owner", recipient_is_owner(recipient, snapshot)),
        ("role_exceeds_ceiling", role_exceeds_ceiling(recipient, snapshot)),
        ("recipient_kind_not_allowed", recipient_kind_not_allowed(recipient, snapshot)),
        ("external_sharing_disabled", external_sharing_disabled(recipient, snapshot)),
        ("domain_blocked", domain_blocked(recipient, snapshot)),
        ("domain_not_allowed", domain_not_allowed(recipient, snapshot)),
        ("role_not_allowed_for_recipient", role_not_allowed_for_recipient(recipient, snapshot)),
        ("recipient_not_found", recipient_not_found(recipient, snapshot)),
        ("recipient_ambiguous", recipient_ambiguous(recipient)),
        ("recipient_inactive", recipient_inactive(recipient, snapshot)),
        ("recipient_blocked", recipient_blocked(recipient, snapshot)),
        ("already_has_access", already_has_access(recipient, snapshot)),
    ]
}

/// 2: "an earlier row that succeeded names the same recipient".
fn duplicate_recipient(recipient: &Recipient, earlier: &[Success]) -> Finding {
    match earlier.iter().find(|success| success.principal == recipient.principal) {
        Some(first) => (
            Truth::True,
            json!({"duplicate_of": first.index, "same_role": first.role == recipient.role}),
        ),
        None => (Truth::False, Value::Null),
    }
}

/// 3: "the principal is the caller".
fn recipient_is_caller(recipient: &Recipient, snapshot: &Value) -> Finding {
    (known(is_caller(snapshot, &recipient.principal)), Value::Null)
}

/// 4: "the principal is `document.owner`".
fn recipient_is_owner(recipient: &Recipient, snapshot: &Value) -> Finding {
    (known(is_owner(snapshot, &recipient.principal)), Value::Null)
}

/// "While `account` is unknown, 'has no account' and the class `invite` are unknown." An ambiguous
/// address has accounts; an id is one.
pub fn has_no_account(recipient: &Recipient) -> Truth {
    if recipient.account_is_unknown {
        return unknown(Fact::Account);
    }
    known(matches!(recipient.principal, Principal::Email(_)) && !recipient.ambiguous)
}

/// "invite: an e-mail without an account".
pub fn is_invite(recipient: &Recipient) -> Truth {
    and(&[known(recipient.kind == Kind::Email), has_no_account(recipient)])
}

/// The fact `address`: "a `user_id` row without a known address, while `allowed_domains`,
/// `blocked_domains` or an address in `blocked_recipients` asks for one. (Bots have no address and
/// are exempt from these rules.)"
pub fn asks_for_an_address(recipient: &Recipient, asks: bool) -> Truth {
    if asks && recipient.kind == Kind::User && recipient.known_addresses.is_empty() {
        unknown(Fact::Address)
    } else {
        Truth::False
    }
}

/// 11: "the directory is present and complete and the id is neither listed nor named by an entry,
/// the caller or the owner; or `invites` is false and the address has neither an account nor an
/// entry".
fn recipient_not_found(recipient: &Recipient, snapshot: &Value) -> Finding {
    let principal = &recipient.principal;
    let condition = match recipient.kind {
        Kind::User | Kind::Bot => {
            let directory = &snapshot["directory"];
            and(&[
                known(directory.is_object() && flag(&directory["complete"], true)),
                known(listed(snapshot, principal).is_none()),
                no_entry_names_it(recipient, snapshot),
                known(!is_caller(snapshot, principal)),
                known(!is_owner(snapshot, principal)),
            ])
        }
        Kind::Email => and(&[
            known(!flag(&snapshot["policy"]["invites"], true)),
            has_no_account(recipient),
            no_entry_names_it(recipient, snapshot),
        ]),
    };
    (condition, Value::Null)
}

/// The fact `entries`: "`entries_complete` is false and no entry names the principal".
fn no_entry_names_it(recipient: &Recipient, snapshot: &Value) -> Truth {
    if current_role(snapshot, &recipient.principal).is_some() {
        Truth::False
    } else if flag(&snapshot["entries_complete"], true) {
        Truth::True
    } else {
        unknown(Fact::Entries)
    }
}

/// 12: "section 6".
fn recipient_ambiguous(recipient: &Recipient) -> Finding {
    (known(recipient.ambiguous), Value::Null)
}

/// 13: "the account's or bot's `status` is not `active`".
fn recipient_inactive(recipient: &Recipient, snapshot: &Value) -> Finding {
    if recipient.account_is_unknown {
        return (unknown(Fact::Account), Value::Null);
    }
    let status = status(snapshot, &recipient.principal);
    (known(status != "active"), json!({"status": status}))
}

/// 14: "its id, or the key of a known address, is in `blocked_recipients`".
fn recipient_blocked(recipient: &Recipient, snapshot: &Value) -> Finding {
    let blocked = list(&snapshot["policy"]["blocked_recipients"]);
    let mut parts = Vec::new();
    let mut an_address_is_blocked = false;
    for one in blocked {
        let one = text(one, "");
        if one.contains('@') {
            an_address_is_blocked = true;
            let key = email::key(one);
            parts.push(known(
                recipient.known_addresses.iter().any(|address| Some(&address.key) == key.as_ref()),
            ));
        } else {
            parts.push(known(match &recipient.principal {
                Principal::User(id) | Principal::Bot(id) => id == one,
                Principal::Email(_) => false,
            }));
        }
    }
    parts.push(asks_for_an_address(recipient, an_address_is_blocked));
    // The account that may own the address may be the one that is blocked.
    if recipient.kind == Kind::Email && recipient.account_is_unknown && blocks_a_user_id(snapshot) {
        parts.push(unknown(Fact::Account));
    }
    (or(&parts), Value::Null)
}

/// 15: "an entry for the principal".
fn already_has_access(recipient: &Recipient, snapshot: &Value) -> Finding {
    let params = match current_role(snapshot, &recipient.principal) {
        Some(current) => {
            // "`comparison`: `same`, `lower`, `higher` (current against requested)".
            let comparison = match rank(&current).cmp(&rank(&recipient.role)) {
                std::cmp::Ordering::Less => "lower",
                std::cmp::Ordering::Equal => "same",
                std::cmp::Ordering::Greater => "higher",
            };
            json!({"current_role": current, "comparison": comparison})
        }
        None => Value::Null,
    };
    let condition = match no_entry_names_it(recipient, snapshot) {
        Truth::True => Truth::False,
        Truth::False => Truth::True,
        Truth::Unknown(facts) => Truth::Unknown(facts),
    };
    (condition, params)
}

/// The facts of every condition that came out unknown.
pub fn missing(conditions: &[Truth]) -> Vec<&'static str> {
    facts_under(conditions).into_iter().map(Fact::name).collect()
}
