//! serde_json judges the parser: what one accepts the other does, and reads the same.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what panics here fails the test")]

use super::{Kind, MalformedDetail, Name, Names, Value, parse};
use proptest::prelude::*;
use serde_json::Value as Reference;

/// Some of the names that the texts below have, of every length that is looked up in another way.
static NAMES: Names = Names::new(&["a", "", "aa", "12345678", "123456789"]);

fn text(name: Name<'_>) -> String {
    match name {
        Name::Known(symbol) => NAMES.name(symbol).to_owned(),
        Name::Stranger(text) => text.into_owned(),
    }
}

/// The value that a tape holds.
fn read(value: Value<'_, '_>) -> Reference {
    match value.kind() {
        Kind::Null => Reference::Null,
        Kind::True => Reference::Bool(true),
        Kind::False => Reference::Bool(false),
        Kind::Number => serde_json::from_str(value.number().unwrap()).unwrap(),
        Kind::Plain | Kind::Escaped => Reference::String(value.text().unwrap().into_owned()),
        Kind::Array => value.items().map(read).collect(),
        Kind::Object => value.members().map(|(name, value)| (text(name), read(value))).collect(),
    }
}

fn agree(bytes: &[u8]) -> Result<(), TestCaseError> {
    let reference: Result<Reference, _> = serde_json::from_slice(bytes);
    match (parse(bytes, &NAMES), reference) {
        (Ok(tape), Ok(reference)) => prop_assert_eq!(read(tape.root()), reference),
        // 1e400 is JSON; what it is worth is not asked here.
        (Ok(_), Err(error)) if error.to_string().starts_with("number out of range") => {}
        (Ok(_), Err(error)) => prop_assert!(false, "only serde_json refuses: {error}"),
        (Err(_), Err(_)) => {}
        (Err(fault), Ok(_)) => {
            // serde_json takes these, the contract does not.
            let stricter = [MalformedDetail::DuplicateKey, MalformedDetail::Depth];
            prop_assert!(stricter.contains(&fault.detail), "only we refuse: {fault}");
        }
    }
    Ok(())
}

fn json() -> impl Strategy<Value = Reference> {
    let leaf = prop_oneof![
        Just(Reference::Null),
        any::<bool>().prop_map(Reference::from),
        any::<i64>().prop_map(Reference::from),
        (-1e15..1e15).prop_map(|number: f64| Reference::from(number)),
        ".{0,6}".prop_map(Reference::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Reference::from),
            prop::collection::vec((member(), inner), 0..20)
                .prop_map(|members| Reference::Object(members.into_iter().collect())),
        ]
    })
}

fn member() -> impl Strategy<Value = String> {
    prop_oneof![".{0,3}", "a{0,2}", "12345678(9?|a)"]
}

/// Pieces that make texts which are nearly JSON.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "d800",
        "\\ud83d\\ude00",
        "\\n",
        "\"a\"",
        "\"\\u0061\"",
        "0",
        "-",
        "1",
        ".5",
        "e+1",
        "true",
        "false",
        "null",
        "nul",
        " ",
        "\n",
        "é",
        "\u{1}",
        "\u{7f}",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #[test]
    fn values_are_read_as_written(value in json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_vec_pretty(&value) } else { serde_json::to_vec(&value) };
        agree(&text.unwrap())?;
    }

    #[test]
    fn broken_texts_are_refused_alike(
        value in json(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut text = serde_json::to_vec(&value).unwrap();
        let at = at.index(text.len());
        if cut { text.truncate(at) } else { text[at] = byte }
        agree(&text)?;
    }

    #[test]
    fn near_texts_are_judged_alike(text in pieces()) {
        agree(&text)?;
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        agree(&bytes)?;
    }
}
