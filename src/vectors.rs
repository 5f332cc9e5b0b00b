//! Test data written by others, where this checkout lies beside it; no copy of it is kept here.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what panics here fails the test")]

use crate::email::a_labels;
use crate::shape::NAMES;
use crate::{EmailAddress, UserId, json};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use serde_json::Value;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/vectors");

/// Runs every row of a file, or says that it is not there.
fn rows(file: &str, check: impl Fn(&Value) -> Result<(), String>) {
    let path = Path::new(FOLDER).join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("vectors: {file} is not here: not run");
        return;
    };
    let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!rows.is_empty(), "{file} is empty");
    let faults: Vec<_> = rows.iter().filter_map(|row| check(row).err()).collect();
    assert!(faults.is_empty(), "{file}: {} rows: {faults:#?}", faults.len());
    println!("vectors: {file}: {} rows agree", rows.len());
}

fn text<'v>(row: &'v Value, name: &str) -> &'v str {
    row[name].as_str().unwrap_or_default()
}

fn email(row: &Value) -> Result<(), String> {
    let parsed = EmailAddress::parse(text(row, "input"));
    let agrees = match &parsed {
        Ok(address) => {
            row["ok"] == true
                && address.as_str() == text(row, "address")
                && address.key() == text(row, "key")
        }
        Err(_) => row["ok"] == false,
    };
    if agrees { Ok(()) } else { Err(format!("{row} but {parsed:?}")) }
}

#[test]
fn email_addresses() {
    rows("email-isemail.json", email);
    rows("email-zod-v4-email.json", email);
    rows("email-jsonschema-email.json", email);
    rows("email-jsonschema-idn-email.json", email);
    rows("email-wpt-input-email.json", email);
}

#[test]
fn type_ids() {
    rows("typeid.json", |row| {
        let input = text(row, "input");
        // Another prefix than ours is no fault of the suffix.
        let suffix = input.rsplit_once('_').filter(|_| row["valid"] == true);
        let id = format!("usr_{}", suffix.map_or(input, |(_, suffix)| suffix));
        let parsed = UserId::parse(&id);
        let same = parsed.is_ok_and(|parsed| parsed.to_string() == id);
        if same == (row["valid"] == true) { Ok(()) } else { Err(row.to_string()) }
    });
}

/// Rows of the Unicode 17 file that Unicode 18, our data, decides the other way: they hold letters of
/// the Seal script, which 17 does not assign. A row that comes to agree must leave this list.
const ASSIGNED_SINCE: [&str; 2] = ["xn--5cb172r175fug38a.xn--mlj", "xn--t92s.xn--znb.xn--5-y88f"];

/// The UTS #46 step alone.
#[test]
fn uts46() {
    rows("idna-testv2-unicode17.json", |row| {
        let input = text(row, "input");
        let ascii = Uts46::new().to_ascii(
            input.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::Check,
            DnsLength::Verify,
        );
        let valid = row["toAsciiNStatus"].as_array().is_some_and(Vec::is_empty);
        let expected = row["toAsciiN"].as_str().unwrap_or(input);
        let agrees = match &ascii {
            Ok(ascii) => valid && ascii == expected,
            Err(_) => !valid,
        };
        let assigned_since = ASSIGNED_SINCE.contains(&expected);
        if agrees != assigned_since { Ok(()) } else { Err(format!("{row} but {ascii:?}")) }
    });
}

#[test]
fn idna2008() {
    rows("jsonschema-idn-hostname.json", |row| {
        let verdict = row["input"].as_str().map(a_labels);
        let agrees = verdict.as_ref().is_some_and(Result::is_ok) == (row["valid"] == true);
        if agrees { Ok(()) } else { Err(format!("{row} but {verdict:?}")) }
    });
}

#[test]
fn json_texts() {
    rows("jsontestsuite.json", |row| {
        let bytes = BASE64_STANDARD.decode(text(row, "base64")).unwrap();
        let parsed = json::parse(&bytes, &NAMES);
        let name = text(row, "name");
        // Valid JSON that contract section 2 refuses all the same.
        let refused = name.starts_with("y_object_duplicated_key") || name.starts_with("n_");
        let agrees = match &parsed {
            Ok(_) => !refused,
            Err(_) => refused || !name.starts_with("y_"),
        };
        if agrees { Ok(()) } else { Err(format!("{name}: {:?}", parsed.err())) }
    });
}
