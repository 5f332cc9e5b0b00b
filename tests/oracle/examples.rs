//! The oracle against hand-made cases for the sentences of sections 6 and 7; those for rules 5 to
//! 10 are in `policy_examples.rs`, for rules 11 to 15 in `directory_examples.rs`.

use serde_json::{Value, json};

use super::universe::{bot_id, document_id, user_id};

/// User 0 owns the document, user 1 (a collaborator) shares it; `members` are added or replaced.
pub fn evaluate(rows: Value, members: Value) -> Value {
    let mut snapshot = json!({
        "document": {"id": document_id(), "owner": user_id(0), "org_id": "org_ours"},
        "caller": {"user_id": user_id(1), "role": "collaborator"},
        "entries": [],
    });
    for (name, value) in members.as_object().into_iter().flatten() {
        snapshot[name] = value.clone();
    }
    super::evaluate(&json!({"recipients": rows}), &snapshot)
}

/// The members of `expected` stand in the result of the only row; null means absent.
#[track_caller]
pub fn check(row: Value, members: Value, expected: Value) {
    let evaluation = evaluate(json!([row]), members);
    let result = &evaluation["results"][0];
    for (name, value) in expected.as_object().into_iter().flatten() {
        assert_eq!(&result[name], value, "{name} in {result:#}");
    }
}

#[track_caller]
pub fn check_codes(rows: Value, members: Value, expected: &[&str]) {
    let evaluation = evaluate(rows, members);
    let codes: Vec<&Value> =
        super::facts::list(&evaluation["results"]).iter().map(|result| &result["code"]).collect();
    assert_eq!(codes, expected, "{evaluation:#}");
}

pub fn user(number: usize) -> Value {
    json!({"role": "viewer", "user_id": user_id(number)})
}

pub fn bot(number: usize) -> Value {
    json!({"role": "viewer", "bot_id": bot_id(number)})
}

pub fn email(address: &str) -> Value {
    json!({"role": "viewer", "email": address})
}

pub fn with_role(mut row: Value, role: &str) -> Value {
    row["role"] = json!(role);
    row
}

/// A complete directory in which each (user, addresses) is listed.
pub fn directory(users: &[(usize, &[&str])]) -> Value {
    let users: Vec<Value> = users
        .iter()
        .map(|(number, emails)| json!({"user_id": user_id(*number), "emails": emails}))
        .collect();
    json!({"users": users})
}

#[test]
fn every_bad_address_has_its_detail() {
    for (text, detail) in super::email::BAD_ADDRESSES.iter() {
        check(
            email(text),
            json!({}),
            json!({"code": "invalid_email", "params": {"detail": detail}, "principal": null}),
        );
    }
}

#[test]
fn addresses_are_canonical_and_compared_by_key() {
    let expected = json!({"code": "invited", "principal": {"email": "ann@xn--bcher-kva.example"},
        "address": "Ann@xn--bcher-kva.example", "role": "viewer", "notify": true, "external": null});
    check(email(" Ann@BÜCHER.Example\t"), json!({}), expected);
    check_codes(
        json!([email("ann@bücher.example"), email("ANN@xn--bcher-kva.EXAMPLE")]),
        json!({}),
        &["invited", "duplicate_recipient"],
    );
}

#[test]
fn duplicates_are_of_earlier_rows_that_succeeded() {
    let rows = json!([
        with_role(user(2), "admin"),
        user(2),
        with_role(email("b@x.com"), "commenter"),
        user(2)
    ]);
    let evaluation = evaluate(rows, json!({"directory": directory(&[(2, &["b@x.com"])])}));
    let results = &evaluation["results"];
    assert_eq!(results[0]["code"], "role_exceeds_ceiling");
    assert_eq!(results[1]["code"], "granted");
    assert_eq!(results[2]["params"], json!({"duplicate_of": 1, "same_role": false}));
    assert_eq!(results[3]["params"], json!({"duplicate_of": 1, "same_role": true}));
    assert_eq!(
        (&evaluation["total"], &evaluation["successful"], &evaluation["failed"]),
        (&json!(4), &json!(1), &json!(3))
    );
    let grant = json!({"principal": {"user_id": user_id(2)}, "address": "b@x.com", "role": "viewer", "action": "grant", "notify": true});
    assert_eq!(evaluation["grants"], json!([grant]));
}

#[test]
fn caller_and_owner() {
    check(user(1), json!({}), json!({"code": "recipient_is_caller", "also": null}));
    check(user(0), json!({}), json!({"code": "recipient_is_owner"}));
    let members = json!({"caller": {"user_id": user_id(0), "role": "owner"}, "entries": [{"user_id": user_id(0), "email": "o@x.com", "role": "admin"}]});
    let expected = json!({"code": "recipient_is_caller", "also": ["recipient_is_owner", "already_has_access"], "current_role": "admin"});
    check(email("O@X.com"), members, expected);
}

#[test]
fn limits_are_consumed_by_successes_in_order() {
    let limits = |max: u64, used: u64, applies_to: &str| json!({"limits": [{"name": "seats", "max": max, "used": used, "applies_to": applies_to}]});
    let rows = json!([user(0), user(2), user(3), user(2), email("a@x.com"), bot(0)]);
    let (owner, twice) = ("recipient_is_owner", "duplicate_recipient");
    check_codes(
        rows.clone(),
        limits(5, 3, "all"),
        &[owner, "granted", "granted", twice, "limit_reached", "limit_reached"],
    );
    check_codes(
        rows.clone(),
        limits(1, 9, "invite"),
        &[owner, "granted", "granted", twice, "limit_reached", "granted"],
    );
    check_codes(
        rows.clone(),
        limits(1, 1, "bot"),
        &[owner, "granted", "granted", twice, "invited", "limit_reached"],
    );
    // Nobody's organisation is known; room for all six makes that no matter.
    check_codes(
        rows.clone(),
        limits(7, 2, "external"),
        &[
            owner,
            "indeterminate",
            "indeterminate",
            "indeterminate",
            "indeterminate",
            "indeterminate",
        ],
    );
    check_codes(
        rows.clone(),
        limits(8, 2, "external"),
        &[owner, "granted", "granted", twice, "invited", "granted"],
    );
    let evaluation = evaluate(rows, limits(5, 3, "all"));
    assert_eq!(evaluation["results"][4]["params"], json!({"limit": "seats", "max": 5, "used": 5}));
}
