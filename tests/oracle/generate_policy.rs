//! The policy and the limits of a snapshot.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::universe::{ROLES, address, bot, domains, member, object, user};

/// Every member varied on its own; whatever is left out has its default.
pub fn policy() -> BoxedStrategy<Option<Value>> {
    let kinds = subsequence(vec!["user", "email", "bot"], 1..=2)
        .prop_shuffle()
        .prop_map(|kinds| json!(kinds));
    let max_role = (max_role(), max_role(), max_role()).prop_map(|(external, invite, bot)| {
        object([("external", external), ("invite", invite), ("bot", bot)])
    });
    let blocked = prop_oneof![4 => user(), 1 => bot(), 3 => address()];
    let sharing = (
        member(json!(true), Just(json!(true)), 1),
        member(json!("owner"), Just(json!("admin")), 3),
        member(json!(["user", "email", "bot"]), kinds, 1),
        member(json!(true), Just(json!(false)), 1),
        member(
            json!("allowed"),
            prop_oneof![3 => Just(json!("existing_accounts")), 2 => Just(json!("disabled"))],
            3,
        ),
    );
    let domains = (
        member(json!([]), domains(), 4),
        member(json!([]), domains(), 2),
        member(json!([]), domains(), 2),
    );
    let rest = (
        member(json!({"external": "admin", "invite": "admin", "bot": "admin"}), max_role, 3),
        member(json!([]), vec(blocked, 1..=2).prop_map(|blocked| json!(blocked)), 2),
    );
    let policy = (sharing, domains, rest).prop_map(
        |(
            (enabled, admin_grant, kinds, invites, external),
            (internal, allowed, blocked),
            (max_role, recipients),
        )| {
            object([
                ("sharing_enabled", enabled),
                ("admin_grant", admin_grant),
                ("recipient_kinds", kinds),
                ("invites", invites),
                ("external_sharing", external),
                ("internal_domains", internal),
                ("allowed_domains", allowed),
                ("blocked_domains", blocked),
                ("max_role", max_role),
                ("blocked_recipients", recipients),
            ])
        },
    );
    prop_oneof![1 => Just(None), 1 => Just(Some(Value::Null)), 12 => policy.prop_map(Some)].boxed()
}

/// Often low, so that several classes bind at once and tie.
fn max_role() -> BoxedStrategy<Option<Value>> {
    member(json!("admin"), select(&ROLES[..3]).prop_map(Value::from), 6).boxed()
}

/// No limit to three of them: plenty of room, room for up to three rows, or already over the top.
pub fn limits() -> BoxedStrategy<Option<Value>> {
    let fill = prop_oneof![
        2 => (0..40_u64).prop_map(|used| (used + 100, used)),
        4 => (0..=3_u64, 0..40_u64).prop_map(|(room, used)| (used + room, used)),
        1 => (0..5_u64, 1..9_u64).prop_map(|(max, over)| (max, max + over)),
    ];
    let applies_to = select(vec!["all", "external", "invite", "bot"]);
    let limits = vec((fill, applies_to), 0..=3).prop_map(|limits| {
        let limits: Vec<Value> = limits
            .into_iter()
            .enumerate()
            .map(|(index, ((max, used), applies_to))| {
                json!({"name": format!("limit {index}"), "max": max, "used": used, "applies_to": applies_to})
            })
            .collect();
        json!(limits)
    });
    prop_oneof![3 => Just(None), 1 => Just(Some(Value::Null)), 3 => limits.prop_map(Some)].boxed()
}
