//! Snapshots: valid (nothing `inconsistent`), the caller active and of sufficient role, the
//! document active, sharing enabled.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::generate_policy::{limits, policy};
use super::universe::{
    BOTS, USERS, address, bad_address, bot, bot_id, document_id, member, object, optional, org_id,
    role, user, user_id,
};

/// Who shares whose document, and the least role that may.
#[derive(Clone, Debug)]
struct Parties {
    owner: String,
    caller: String,
    caller_role: &'static str,
    min_role: &'static str,
}

pub fn snapshot() -> BoxedStrategy<Value> {
    let head = (
        optional(Just(json!(1)), 1),
        optional(Just(json!("r-42")), 1),
        optional(org_id(), 4),
        member(json!("active"), Just(json!("active")), 1),
        member(json!(true), Just(json!(true)), 1),
    );
    let entries_complete = member(json!(true), Just(json!(false)), 1);
    (head, parties(), entries(), entries_complete, directory(), policy(), limits())
        .prop_map(
            |(
                (version, revision, org_id, state, can_share),
                parties,
                entries,
                entries_complete,
                directory,
                mut policy,
                limits,
            )| {
                let (owner, caller) = (&parties.owner, &parties.caller);
                let identifier = if caller.starts_with("usr_") { "user_id" } else { "bot_id" };
                if let Some(Value::Object(policy)) = &mut policy {
                    // The default is the lowest role, so that it may be left out for everyone.
                    if parties.min_role != "viewer" {
                        policy.insert("min_role_to_share".to_owned(), json!(parties.min_role));
                    }
                }
                object([
                    ("version", version),
                    ("revision", revision),
                    (
                        "document",
                        Some(object([
                            ("id", Some(json!(document_id()))),
                            ("owner", Some(json!(owner))),
                            ("org_id", org_id),
                            ("state", state),
                        ])),
                    ),
                    (
                        "caller",
                        Some(object([
                            (identifier, Some(json!(caller))),
                            ("role", Some(json!(parties.caller_role))),
                            ("can_share", can_share),
                        ])),
                    ),
                    ("entries", Some(entries)),
                    ("entries_complete", entries_complete),
                    ("directory", directory.map(|directory| with_active_caller(directory, caller))),
                    ("policy", policy),
                    ("limits", limits),
                ])
            },
        )
        .boxed()
}

/// The caller is the owner exactly when the role is `owner`.
fn parties() -> BoxedStrategy<Parties> {
    let caller = prop_oneof![4 => user(), 1 => bot()];
    (user(), caller, 0..10_usize, any::<bool>(), 0..=4_usize)
        .prop_map(|(owner, other, role, owner_shares, min_role)| {
            let caller = if owner_shares { owner.clone() } else { other };
            let rank = if caller == owner { 4 } else { [0, 1, 2, 2, 2, 3, 3, 3, 3, 3][role] };
            let roles = ["viewer", "commenter", "collaborator", "admin", "owner"];
            Parties { owner, caller, caller_role: roles[rank], min_role: roles[min_role.min(rank)] }
        })
        .boxed()
}

fn with_active_caller(mut directory: Value, caller: &str) -> Value {
    for (list, id) in [("users", "user_id"), ("bots", "bot_id")] {
        if let Some(listed) = directory[list].as_array_mut() {
            for one in listed {
                if one[id] == caller {
                    one["status"] = json!("active");
                }
            }
        }
    }
    directory
}

/// All four forms: a user, a bot, an e-mail alone, a user and an e-mail together. "Only members of
/// `entries[]` that we do not know are ignored."
fn entries() -> BoxedStrategy<Value> {
    let email = || prop_oneof![8 => address(), 1 => bad_address()];
    let identity = prop_oneof![
        4 => user().prop_map(|user| (Some(user), None, None)),
        1 => bot().prop_map(|bot| (None, Some(bot), None)),
        3 => email().prop_map(|email| (None, None, Some(email))),
        2 => (user(), email()).prop_map(|(user, email)| (Some(user), None, Some(email))),
    ];
    let entry = (identity, role(), 0..6_u8).prop_map(|((user, bot, email), role, look)| {
        let null = if look == 1 { Some(Value::Null) } else { None };
        let or_null = |value: Option<String>| value.map(Value::from).or_else(|| null.clone());
        object([
            ("user_id", or_null(user)),
            ("bot_id", or_null(bot)),
            ("email", or_null(email)),
            ("role", Some(json!(role))),
            ("display_name", if look == 2 { Some(json!("B")) } else { null.clone() }),
            ("granted_at", if look == 3 { Some(json!({"by": [1, null]})) } else { None }),
        ])
    });
    prop_oneof![2 => Just(Vec::new()).boxed(), 5 => vec(entry, 1..=4).boxed()]
        .prop_map(|entries| json!(entries))
        .boxed()
}

/// Absent, complete or incomplete.
fn directory() -> BoxedStrategy<Option<Value>> {
    prop_oneof![
        2 => Just(None),
        1 => Just(Some(Value::Null)),
        4 => present(member(json!(true), Just(json!(true)), 1).boxed()).prop_map(Some),
        3 => present(Just(Some(json!(false))).boxed()).prop_map(Some),
    ]
    .boxed()
}

fn present(complete: BoxedStrategy<Option<Value>>) -> BoxedStrategy<Value> {
    let users = listing((0..USERS).map(user_id).collect(), "user_id", true);
    let bots = listing((0..BOTS).map(bot_id).collect(), "bot_id", false);
    (complete, users, bots)
        .prop_map(|(complete, users, bots)| {
            object([("complete", complete), ("users", users), ("bots", bots)])
        })
        .boxed()
}

/// Some of the ids, each once, in any order; rarely nothing at all.
fn listing(ids: Vec<String>, name: &'static str, has_emails: bool) -> BoxedStrategy<Option<Value>> {
    let most = ids.len() - 1..=ids.len();
    let some =
        prop_oneof![1 => subsequence(ids.clone(), 0..=ids.len()), 2 => subsequence(ids, most)];
    let listed = some.prop_shuffle().prop_flat_map(move |ids| {
        let elements: Vec<_> = ids.into_iter().map(|id| element(id, name, has_emails)).collect();
        elements.prop_map(|elements| json!(elements))
    });
    prop_oneof![1 => Just(None), 1 => Just(Some(Value::Null)), 18 => listed.prop_map(Some)].boxed()
}

fn element(id: String, name: &'static str, has_emails: bool) -> BoxedStrategy<Value> {
    let email = prop_oneof![12 => address(), 1 => bad_address()];
    let emails = prop_oneof![
        1 => Just(None).boxed(),
        1 => Just(Some(Value::Null)).boxed(),
        10 => vec(email, 0..=2).prop_map(|emails| Some(json!(emails))).boxed(),
    ];
    let inactive = select(vec![json!("suspended"), json!("deleted")]);
    (emails, optional(org_id(), 5), member(json!("active"), inactive, 1))
        .prop_map(move |(emails, org_id, status)| {
            let emails = if has_emails { emails } else { None };
            object([
                (name, Some(json!(id))),
                ("emails", emails),
                ("org_id", org_id),
                ("status", status),
            ])
        })
        .boxed()
}
