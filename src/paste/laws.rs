//! What holds of every pasted text, and a second, obvious reading of the simplest ones.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what panics here fails the test"
)]

use super::character::{Class, class, is_blank};
use super::{ParsedIdentity, Pasted, Span, parse_recipients};
use crate::EmailAddress;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that make texts which are nearly lists of addresses.
const PIECES: [&str; 54] = [
    "a@b.com",
    "C.d+e@x.org",
    "ann@bücher.example",
    "b@c",
    "@",
    "x",
    "Doe",
    "John",
    "名前",
    "usr_01h455vb4pex5vsknk084sn02q",
    "BOT_1",
    "usr_",
    ",",
    ", ",
    ";",
    "; ",
    "\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "\"",
    "\"",
    "\\",
    "\\\"",
    "<",
    ">",
    "<",
    ">",
    "<a@b.com>",
    "\"Doe, J\" <j@x.com>",
    "mailto:",
    "MAILTO:a%2Bb@x.com",
    "?subject=a,b",
    "%",
    ":",
    "Team: ",
    "(",
    ")",
    "'",
    ".",
    "-",
    "- ",
    "1. ",
    "•",
    "\u{200B}",
    "\u{FEFF}",
    "\u{A0}",
    "\u{3000}",
    "，",
    "；",
    "\u{2028}",
    "😀",
    "\u{0}",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(select(PIECES.to_vec()), 0..24);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => ".{0,40}"]
}

fn spans(pasted: &Pasted<'_>) -> Vec<Span> {
    let recipients = pasted.recipients.iter().map(|recipient| recipient.span);
    let mut spans: Vec<_> =
        recipients.chain(pasted.residue.iter().map(|residue| residue.span)).collect();
    spans.sort_by_key(|span| span.bytes().start);
    spans
}

/// A character that no span has to hold.
fn separates(character: char) -> bool {
    matches!(
        class(character),
        Class::Comma | Class::Semicolon | Class::Break | Class::White | Class::Invisible
    )
}

/// The canonical texts of the recipients.
fn canonical(pasted: &Pasted<'_>) -> Vec<String> {
    let text = |identity: &ParsedIdentity<'_>| match identity {
        ParsedIdentity::User(id) => id.to_string(),
        ParsedIdentity::Bot(id) => id.to_string(),
        ParsedIdentity::Email(address) => address.to_string(),
    };
    pasted.recipients.iter().map(|recipient| text(&recipient.identity)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every character lies in one span, or separates; no span is empty, or begins or ends blank.
    #[test]
    fn nothing_is_lost(text in texts()) {
        let mut end = 0;
        for span in spans(&parse_recipients(&text)) {
            let bytes = span.bytes();
            prop_assert!(bytes.start >= end && bytes.end > bytes.start, "{span:?}");
            prop_assert!(text[end..bytes.start].chars().all(separates), "before {span:?}");
            let inside = &text[bytes.clone()];
            prop_assert_eq!(inside.trim_matches(is_blank), inside);
            end = bytes.end;
        }
        prop_assert!(text[end..].chars().all(separates), "behind {end}");
    }

    /// What lies at a span's UTF-16 units is what lies at its bytes.
    #[test]
    fn both_units_say_the_same(text in texts()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        for span in spans(&parse_recipients(&text)) {
            let slice = String::from_utf16(&units[span.utf16()]);
            prop_assert_eq!(slice.as_deref().ok(), Some(&text[span.bytes()]));
        }
    }

    /// Recipients, and residue, come in the order of the text.
    #[test]
    fn the_order_is_that_of_the_text(text in texts()) {
        let pasted = parse_recipients(&text);
        prop_assert!(pasted.recipients.is_sorted_by_key(|one| one.span.bytes().start));
        prop_assert!(pasted.residue.is_sorted_by_key(|one| one.span.bytes().start));
    }

    /// The recipients, pasted again in canonical form, are the same and all there is.
    #[test]
    fn canonical_recipients_are_read_as_they_are(text in texts(), separator in select(vec![", ", ";", "\n", " ", "\t"])) {
        let names = canonical(&parse_recipients(&text));
        let joined = names.join(separator);
        let again = parse_recipients(&joined);
        prop_assert_eq!(canonical(&again), names);
        prop_assert!(again.residue.is_empty());
    }

    /// Whoever is found is named by the text at that place: its own address parser takes it there.
    #[test]
    fn no_address_is_made_up(text in texts()) {
        for recipient in parse_recipients(&text).recipients {
            let ParsedIdentity::Email(address) = &recipient.identity else { continue };
            let place = text[recipient.span.bytes()].to_lowercase().replace("%2b", "+");
            prop_assert!(place.contains(&address.local().to_lowercase()), "{address} in {place}");
        }
    }

    /// An address in a closed quotation is never a recipient.
    #[test]
    fn a_quoted_address_is_a_name(inside in "[a-z@., ;:<>\n-]{0,20}", behind in select(vec!["", " <j@x.com>", ", k@x.com"])) {
        let text = format!("\"{inside}\"{behind}");
        let expected: &[&str] = match behind { "" => &[], " <j@x.com>" => &["j@x.com"], _ => &["k@x.com"] };
        prop_assert_eq!(canonical(&parse_recipients(&text)), expected);
    }

    /// Of bare words and separators: the obvious reading agrees.
    #[test]
    fn bare_lists_are_read_as_the_plain_way_does(
        words in prop::collection::vec((bare_word(), select(vec![",", ";", "\n", " ", ", ", ";\t", "\r\n", "  "])), 0..12),
    ) {
        let text: String = words.iter().flat_map(|(word, separator)| [word.as_str(), separator]).collect();
        let pasted = parse_recipients(&text);
        let residue: Vec<_> = pasted.residue.iter().map(|one| (&text[one.span.bytes()], one.reason.code())).collect();
        let (addresses, rest) = plain_reading(&text);
        prop_assert_eq!(canonical(&pasted), addresses);
        prop_assert_eq!(residue, rest);
    }
}

fn bare_word() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => "[a-z]{1,3}(\\+[a-z])?@[a-z]{2,3}\\.(com|de)",
        1 => "[a-z]{1,3}@[a-z]{2,3}",
        1 => "[a-z]{1,4}",
        1 => Just("a@b@c.de".to_owned()),
    ]
}

/// Cuts at separators, then at white space between two words that have an `@`; quadratic and obvious.
fn plain_reading(text: &str) -> (Vec<String>, Vec<(&str, &'static str)>) {
    let (mut addresses, mut rest) = (Vec::new(), Vec::new());
    for piece in text.split([',', ';', '\n', '\r']) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let place = |word: &str| word.as_ptr() as usize - piece.as_ptr() as usize;
        let mut first = 0;
        for last in 0..words.len() {
            let between = words
                .get(last + 1)
                .map(|next| &piece[place(words[last]) + words[last].len()..place(next)]);
            let cut = between.is_none_or(|gap| gap.contains('\t'))
                || words[last].contains('@') && words[last + 1].contains('@');
            if !cut {
                continue;
            }
            let token = &piece[place(words[first])..place(words[last]) + words[last].len()];
            match EmailAddress::parse(token) {
                Ok(address) => addresses.push(address.to_string()),
                Err(fault) => rest.push((token, fault.name())),
            }
            first = last + 1;
        }
    }
    (addresses, rest)
}

/// No text takes much longer than a list of addresses: what a text costs is counted, not timed, in tokens.
#[test]
fn texts_of_one_character_have_few_tokens() {
    for text in
        ["a", "a@", "<", "\"", ",", " ", "(", "\\", "\\\"", "\"\\\"\n", "mailto:", ":", "a,", "a\n"]
    {
        let text = text.repeat(65_536 / text.len());
        assert!(super::lexer::lex(&text).len() <= text.len());
        let pasted = parse_recipients(&text);
        assert!(pasted.recipients.is_empty(), "{:?}", &text[..8]);
    }
}

#[test]
fn a_text_over_the_limit_stays_whole() {
    let text = "é@x.com, ".repeat(40_000);
    let pasted = parse_recipients(&text);
    assert!(pasted.recipients.is_empty());
    assert_eq!(pasted.residue.len(), 1);
    assert_eq!(pasted.residue[0].reason.code(), "input_too_large");
    assert_eq!(pasted.residue[0].span.bytes(), 0..text.len());
    assert_eq!(pasted.residue[0].span.utf16(), 0..text.len() - 40_000);
}

#[test]
fn a_text_at_the_limit_is_read() {
    let text = " ".repeat(crate::limits::MAX_PASTE_BYTES - 7) + "a@x.com";
    assert_eq!(parse_recipients(&text).recipients.len(), 1);
}
