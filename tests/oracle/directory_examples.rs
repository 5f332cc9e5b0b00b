//! The oracle against hand-made cases for rules 11 to 15 and for unknown accounts and entries.

use serde_json::json;

use super::examples::{bot, check, directory, email, user};
use super::universe::{bot_id, user_id};

#[test]
fn not_found() {
    let complete = json!({"directory": {}});
    check(user(2), complete.clone(), json!({"code": "recipient_not_found"}));
    check(bot(2), complete.clone(), json!({"code": "recipient_not_found"}));
    check(user(0), complete.clone(), json!({"code": "recipient_is_owner", "also": null}));
    check(email("a@x.com"), complete, json!({"code": "invited"}));
    let named = json!({"directory": {}, "entries": [{"user_id": user_id(2), "role": "viewer"}]});
    check(user(2), named, json!({"code": "already_has_access", "also": null}));
    let no_invites =
        json!({"policy": {"invites": false}, "entries": [{"email": "b@x.com", "role": "viewer"}]});
    check(email("a@x.com"), no_invites.clone(), json!({"code": "recipient_not_found"}));
    check(email("b@x.com"), no_invites, json!({"code": "already_has_access", "also": null}));
    let unseen = json!({"directory": {}, "entries_complete": false});
    check(user(2), unseen, json!({"code": "indeterminate", "params": {"missing": ["entries"]}}));
}

#[test]
fn ambiguous_addresses_and_their_entries() {
    let shared = json!({"directory": directory(&[(2, &["b@x.com"]), (3, &["B@x.com"]), (4, &[])]),
        "entries": [{"email": "b@x.com", "role": "commenter"}]});
    let expected = json!({"code": "recipient_ambiguous", "principal": {"email": "b@x.com"}, "also": ["already_has_access"], "current_role": "commenter"});
    check(email("b@X.com"), shared.clone(), expected);
    check(
        user(3),
        shared.clone(),
        json!({"code": "already_has_access", "params": {"current_role": "commenter", "comparison": "higher"}}),
    );
    check(user(4), shared, json!({"code": "granted"}));
}

#[test]
fn inactive_accounts_and_what_the_deleted_own() {
    let people = |status: &str| json!({"directory": {"users": [{"user_id": user_id(2), "emails": ["b@x.com"], "status": status}]}});
    check(
        user(2),
        people("suspended"),
        json!({"code": "recipient_inactive", "params": {"status": "suspended"}}),
    );
    check(email("b@x.com"), people("suspended"), json!({"code": "recipient_inactive"}));
    check(
        user(2),
        people("deleted"),
        json!({"code": "recipient_inactive", "params": {"status": "deleted"}}),
    );
    check(email("b@x.com"), people("deleted"), json!({"code": "invited"}));
    let mut tied = people("deleted");
    tied["entries"] = json!([{"user_id": user_id(2), "email": "b@x.com", "role": "viewer"}]);
    check(email("b@x.com"), tied, json!({"code": "invited", "current_role": null}));
}

#[test]
fn blocked_by_id_or_key() {
    let members = json!({"policy": {"blocked_recipients": [user_id(2), bot_id(0), "C@x.com"]}, "directory": directory(&[(2, &["b@x.com"]), (3, &["c@x.com"]), (4, &[])])});
    check(email("b@x.com"), members.clone(), json!({"code": "recipient_blocked"}));
    check(user(3), members.clone(), json!({"code": "recipient_blocked"}));
    check(
        user(4),
        members.clone(),
        json!({"code": "indeterminate", "params": {"missing": ["address"]}}),
    );
    check(email("d@x.com"), members, json!({"code": "invited"}));
    let no_directory = json!({"policy": {"blocked_recipients": [user_id(2), bot_id(0)]}});
    check(bot(0), no_directory.clone(), json!({"code": "recipient_blocked"}));
    check(
        email("d@x.com"),
        no_directory,
        json!({"code": "indeterminate", "params": {"missing": ["account"]}}),
    );
}

#[test]
fn the_highest_entry_counts_and_odd_addresses_count_for_nothing() {
    let entries = json!({"entries": [{"user_id": user_id(2), "role": "viewer"}, {"user_id": user_id(2), "email": "nobody", "role": "admin"}, {"email": "a@@b.com", "role": "viewer"}]});
    let params = json!({"current_role": "admin", "comparison": "higher"});
    check(
        user(2),
        entries,
        json!({"code": "already_has_access", "params": params, "current_role": "admin"}),
    );
}

#[test]
fn unknown_accounts_and_entries() {
    let incomplete = json!({"directory": {"complete": false}, "entries": [{"email": "b@x.com", "role": "viewer"}]});
    let missing = |facts: &[&str]| json!({"code": "indeterminate", "params": {"missing": facts}});
    check(user(2), incomplete.clone(), missing(&["account"]));
    check(bot(2), incomplete.clone(), missing(&["account"]));
    check(email("a@x.com"), incomplete.clone(), missing(&["account"]));
    check(email("b@x.com"), incomplete, json!({"code": "already_has_access"}));
    check(user(2), json!({"entries_complete": false}), missing(&["entries"]));
    let all = json!({"directory": {"complete": false}, "entries_complete": false, "policy": {"blocked_domains": ["x.com"], "external_sharing": "disabled"}});
    check(user(2), all, missing(&["account", "address", "organization", "entries"]));
}

/// "Also, for an e-mail tied to no account with the directory absent": an entry for the address
/// alone ties it to no account.
#[test]
fn an_entry_for_an_address_alone_does_not_make_its_account_known() {
    let members = |blocked: &str| {
        json!({
            "entries": [{"email": "a@y.com", "role": "viewer"}],
            "policy": {
                "external_sharing": "existing_accounts",
                "internal_domains": ["x.com"],
                "blocked_recipients": [blocked],
            },
        })
    };
    let unknown = json!({"code": "already_has_access", "also": null, "external": true});
    check(email("a@y.com"), members(&user_id(4)), unknown);
    let known = json!({"code": "external_sharing_disabled", "also": ["already_has_access"]});
    check(email("a@y.com"), members(&bot_id(0)), known);
}
