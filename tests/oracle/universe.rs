//! The small world of the generated cases: so few names that they collide all the time.
//! (Strategies are boxed: their plain types are so large that they overflow a test's stack.)

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::email::BAD_ADDRESSES;

pub const USERS: usize = 5;
pub const BOTS: usize = 3;
pub const ROLES: [&str; 4] = ["viewer", "commenter", "collaborator", "admin"];

fn id(prefix: &str, number: usize) -> String {
    format!("{prefix}_{number:0>26}")
}

pub fn user_id(number: usize) -> String {
    id("usr", number)
}

pub fn bot_id(number: usize) -> String {
    id("bot", number)
}

pub fn document_id() -> String {
    id("doc", 7)
}

/// The same address is spelled in several ways; each line is one key, the first two the likeliest
/// to be owned by more than one account.
const ADDRESSES: [&[&str]; 8] = [
    &["ann@example.com", "Ann@example.com", " ann@EXAMPLE.com\t", "ANN@Example.Com"],
    &["bo@example.com", "Bo@Example.com"],
    &["cy@team.example.com", "Cy@team.EXAMPLE.com\r\n"],
    &[
        "ann@bücher.example",
        "ann@BÜCHER.example",
        "Ann@xn--bcher-kva.example",
        "ann@bu\u{308}cher.Example",
    ],
    &["di@mail.bücher.example", "di@MAIL.xn--bcher-kva.example"],
    &["bo@partner.org", "BO@partner.org", "bo@PARTNER.ORG"],
    &["ann+docs@eu.lab.partner.org"],
    &["a.b@other.net", "A.b@other.net"],
];

/// An address that section 4 accepts, in one of its spellings.
pub fn address() -> BoxedStrategy<String> {
    select(ADDRESSES.to_vec())
        .prop_flat_map(|spellings| select(spellings.to_vec()))
        .prop_map(str::to_owned)
        .boxed()
}

/// An address that section 4 does not accept.
pub fn bad_address() -> BoxedStrategy<String> {
    select(BAD_ADDRESSES.as_slice()).prop_map(|(text, _)| text).boxed()
}

pub fn user() -> BoxedStrategy<String> {
    (0..USERS).prop_map(user_id).boxed()
}

pub fn bot() -> BoxedStrategy<String> {
    (0..BOTS).prop_map(bot_id).boxed()
}

pub fn role() -> BoxedStrategy<&'static str> {
    select(ROLES.to_vec()).boxed()
}

/// The organisation of the document is number 0 when it is known.
pub fn org_id() -> BoxedStrategy<Value> {
    prop_oneof![2 => Just(0_usize), 1 => Just(1_usize)]
        .prop_map(|number| json!(id("org", number)))
        .boxed()
}

/// Domain patterns, `*.` and IDN spellings among them.
pub fn domains() -> BoxedStrategy<Value> {
    let patterns = [
        "example.com",
        "*.example.com",
        "Team.Example.com",
        "partner.org",
        "*.partner.org",
        "bücher.example",
        "XN--BCHER-KVA.example",
        "*.BÜCHER.example",
        "nowhere.test",
    ];
    vec(select(patterns.to_vec()), 0..=3).prop_map(|list| json!(list)).boxed()
}

/// An optional member: absent (None), null, its default spelled out, or another value; the first
/// three mean the same.
pub fn member(
    default: Value,
    other: impl Strategy<Value = Value> + 'static,
    weight: u32,
) -> BoxedStrategy<Option<Value>> {
    prop_oneof![
        4 => Just(None),
        1 => Just(Some(Value::Null)),
        1 => Just(Some(default)),
        weight => other.prop_map(Some),
    ]
    .boxed()
}

/// An optional member without a default.
pub fn optional(
    value: impl Strategy<Value = Value> + 'static,
    weight: u32,
) -> BoxedStrategy<Option<Value>> {
    prop_oneof![2 => Just(None), 1 => Just(Some(Value::Null)), weight => value.prop_map(Some)]
        .boxed()
}

/// An object of the members that are there.
pub fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        if let Some(value) = value {
            object.insert(name.to_owned(), value);
        }
    }
    Value::Object(object)
}
