//! The oracle against hand-made cases for rules 5 to 10.

use serde_json::{Value, json};

use super::examples::{bot, check, directory, email, evaluate, user, with_role};
use super::universe::{bot_id, user_id};

#[test]
fn the_ceiling_is_the_callers_role_and_admin_is_the_owners_to_give() {
    let asked = |caller: &str, admin_grant: &str, role: &str| {
        let members = json!({"caller": {"user_id": user_id(1), "role": caller}, "policy": {"admin_grant": admin_grant}});
        evaluate(json!([with_role(user(2), role)]), members)["results"][0]["params"].clone()
    };
    let params = |requested: &str, max: &str, rule: &str| json!({"requested_role": requested, "max_role": max, "rule": rule});
    assert_eq!(asked("admin", "owner", "admin"), params("admin", "collaborator", "owner_only"));
    assert_eq!(asked("admin", "admin", "admin"), Value::Null);
    assert_eq!(asked("admin", "owner", "collaborator"), Value::Null);
    assert_eq!(asked("viewer", "owner", "admin"), params("admin", "viewer", "owner_only"));
    assert_eq!(asked("viewer", "admin", "admin"), params("admin", "viewer", "own_role"));
    assert_eq!(asked("viewer", "owner", "commenter"), params("commenter", "viewer", "own_role"));
    let members = json!({"caller": {"user_id": user_id(0), "role": "owner"}});
    check(with_role(user(2), "admin"), members, json!({"code": "granted", "role": "admin"}));
}

#[test]
fn kinds_are_those_sent() {
    let members = json!({"policy": {"recipient_kinds": ["user"]}, "directory": directory(&[(2, &["b@x.com"])])});
    check(
        email("b@x.com"),
        members.clone(),
        json!({"code": "recipient_kind_not_allowed", "params": {"kind": "email"}}),
    );
    check(user(2), members, json!({"code": "granted"}));
}

#[test]
fn external_by_organisation_then_by_domain_then_unknown() {
    let members = |org_id: Value, sharing: &str| {
        json!({"policy": {"external_sharing": sharing, "internal_domains": ["x.com", "*.x.com"]},
            "directory": {"users": [{"user_id": user_id(2), "emails": ["b@x.com"], "org_id": org_id}], "bots": [{"bot_id": bot_id(0)}]}})
    };
    check(
        user(2),
        members(json!("org_theirs"), "disabled"),
        json!({"code": "external_sharing_disabled", "external": true}),
    );
    check(
        user(2),
        members(json!("org_theirs"), "existing_accounts"),
        json!({"code": "granted", "external": true}),
    );
    check(
        user(2),
        members(json!("org_ours"), "disabled"),
        json!({"code": "granted", "external": false}),
    );
    check(user(2), members(Value::Null, "disabled"), json!({"code": "granted", "external": false}));
    check(
        email("c@y.com"),
        members(Value::Null, "existing_accounts"),
        json!({"code": "external_sharing_disabled", "external": true}),
    );
    check(
        email("c@a.b.x.com"),
        members(Value::Null, "existing_accounts"),
        json!({"code": "invited", "external": false}),
    );
    check(
        email("c@ax.com"),
        members(Value::Null, "disabled"),
        json!({"code": "external_sharing_disabled"}),
    );
    let expected =
        json!({"code": "indeterminate", "params": {"missing": ["organization"]}, "external": null});
    check(bot(0), members(Value::Null, "disabled"), expected);
    check(bot(0), members(Value::Null, "existing_accounts"), json!({"code": "granted"}));
}

#[test]
fn domains_of_known_addresses() {
    let people = directory(&[(2, &["b@x.com", "b@bad.org"]), (3, &[])]);
    let blocked = json!({"policy": {"blocked_domains": ["bad.org"]}, "directory": people});
    check(
        user(2),
        blocked.clone(),
        json!({"code": "domain_blocked", "params": {"domain": "bad.org"}}),
    );
    check(user(3), blocked, json!({"code": "indeterminate", "params": {"missing": ["address"]}}));
    let allowed =
        json!({"policy": {"allowed_domains": ["*.x.com", "bad.org"]}, "directory": people});
    check(user(2), allowed.clone(), json!({"code": "granted", "address": "b@bad.org"}));
    check(
        email("c@x.com"),
        allowed.clone(),
        json!({"code": "domain_not_allowed", "params": {"domain": "x.com"}}),
    );
    check(email("c@a.x.com"), allowed.clone(), json!({"code": "invited"}));
    check(
        bot(0),
        json!({"policy": {"allowed_domains": ["x.com"]}}),
        json!({"code": "granted", "address": null, "notify": false}),
    );
    let internal = json!({"policy": {"allowed_domains": ["y.com"], "internal_domains": ["x.com"]}, "directory": people});
    check(email("c@x.com"), internal, json!({"code": "invited", "external": false}));
}

#[test]
fn the_lowest_class_that_binds() {
    let members = |external: &str, invite: &str| json!({"policy": {"max_role": {"external": external, "invite": invite}, "internal_domains": ["x.com"]}});
    let params = |class: &str, max_role: &str| json!({"code": "role_not_allowed_for_recipient", "params": {"class": class, "max_role": max_role}});
    let row = with_role(email("a@y.com"), "collaborator");
    check(row.clone(), members("commenter", "viewer"), params("invite", "viewer"));
    check(row.clone(), members("viewer", "viewer"), params("external", "viewer"));
    check(row.clone(), members("collaborator", "collaborator"), json!({"code": "invited"}));
    let unknown = json!({"policy": {"max_role": {"external": "viewer"}}});
    check(
        row.clone(),
        unknown.clone(),
        json!({"code": "indeterminate", "params": {"missing": ["organization"]}}),
    );
    check(with_role(row, "viewer"), unknown, json!({"code": "invited"}));
    let bots = json!({"policy": {"max_role": {"external": "viewer", "bot": "commenter"}}});
    check(with_role(bot(0), "collaborator"), bots, params("bot", "commenter"));
}
