//! Strategies over the space of combinations, not of syntax: every request and every snapshot is
//! valid and the caller is allowed to share.

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::generate_snapshot::snapshot;
use super::universe::{address, bad_address, bot, object, optional, role, user};

/// A request and a snapshot. Its `Debug` form is the JSON for a bug report.
#[derive(Clone)]
pub struct Case {
    pub request: Value,
    pub snapshot: Value,
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n--- request\n{:#}\n--- snapshot\n{:#}\n---", self.request, self.snapshot)
    }
}

pub fn case() -> BoxedStrategy<Case> {
    (request(), snapshot()).prop_map(|(request, snapshot)| Case { request, snapshot }).boxed()
}

fn request() -> BoxedStrategy<Value> {
    let notification = prop_oneof![3 => Just(None), 1 => Just(Some(Value::Null)), 2 => any::<bool>().prop_map(|flag| Some(json!(flag)))];
    let message = optional(Just(json!("Have a look, s'il vous plaît.")), 1);
    (vec(row(), 1..=12), notification, message)
        .prop_map(|(rows, notification, message)| {
            object([
                ("recipients", Some(json!(rows))),
                ("should_send_notification", notification),
                ("custom_message", message),
            ])
        })
        .boxed()
}

/// A row: one identifier; of the other two each is absent or null.
fn row() -> BoxedStrategy<Value> {
    let identifier = prop_oneof![
        8 => user().prop_map(|id| ("user_id", id)),
        10 => address().prop_map(|email| ("email", email)),
        1 => bad_address().prop_map(|email| ("email", email)),
        3 => bot().prop_map(|id| ("bot_id", id)),
    ];
    (role(), identifier, any::<bool>())
        .prop_map(|(role, (name, value), others_are_null)| {
            let other = if others_are_null { Some(Value::Null) } else { None };
            let identifier = |of: &str| {
                if of == name { Some(json!(value)) } else { other.clone() }
            };
            object([
                ("role", Some(json!(role))),
                ("user_id", identifier("user_id")),
                ("email", identifier("email")),
                ("bot_id", identifier("bot_id")),
            ])
        })
        .boxed()
}

/// The configuration of every property: `PROPTEST_CASES` cases, else `cases`.
pub fn config(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    config.failure_persistence = None;
    config
}
