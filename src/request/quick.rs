//! Most requests are well-formed and say everything in the usual way: they are read in one pass, without a tape.

use super::{Identifier, Recipient, ShareRequest};
use crate::email::Recent;
use crate::id::{BotId, ID_BYTES, UserId};
use crate::json::{Known, Reader, Symbol};
use crate::limits::{MAX_MESSAGE_CODE_POINTS, MAX_RECIPIENTS, MAX_REQUEST_BYTES};
use crate::role::Role;
use crate::shape::{NAMES, symbol};
use std::borrow::Cow;

const RECIPIENTS: Symbol = symbol("recipients");
const SHOULD_SEND_NOTIFICATION: Symbol = symbol("should_send_notification");
const CUSTOM_MESSAGE: Symbol = symbol("custom_message");
const ROLE: Symbol = symbol("role");
const USER_ID: Symbol = symbol("user_id");
const EMAIL: Symbol = symbol("email");
const BOT_ID: Symbol = symbol("bot_id");

/// The request; none for a text with any fault, and for some without.
pub(super) fn read(text: &[u8]) -> Option<ShareRequest<'_>> {
    if text.len() > MAX_REQUEST_BYTES {
        return None;
    }
    let mut reader = Reader::new(text, &NAMES)?;
    let mut recipients = None;
    let mut should_send_notification = true;
    let mut custom_message = None;
    let mut object = reader.object()?;
    while reader.has_member(object)? {
        match member(&mut reader, &mut object)? {
            RECIPIENTS => recipients = Some(read_rows(&mut reader)?),
            SHOULD_SEND_NOTIFICATION => should_send_notification = reader.boolean()?,
            CUSTOM_MESSAGE => custom_message = Some(read_message(&mut reader)?),
            _ => return None,
        }
    }
    reader.end()?;
    Some(ShareRequest { recipients: recipients?, should_send_notification, custom_message })
}

fn read_rows<'t>(reader: &mut Reader<'t>) -> Option<Vec<Recipient<'t>>> {
    // A row of the usual form takes some 50 bytes.
    let mut rows = Vec::with_capacity((reader.left() / 48).clamp(1, MAX_RECIPIENTS));
    let mut recent = Recent::default();
    reader.array()?;
    while reader.item(rows.is_empty())? {
        if rows.len() == MAX_RECIPIENTS {
            return None;
        }
        rows.push(read_row(reader, &mut recent)?);
    }
    (!rows.is_empty()).then_some(rows)
}

#[inline]
fn read_row<'t>(reader: &mut Reader<'t>, recent: &mut Recent) -> Option<Recipient<'t>> {
    let (mut role, mut identifier) = (None, None);
    let mut object = reader.object()?;
    while reader.has_member(object)? {
        let found = match name(reader, &mut object)? {
            ROLE => {
                role = Some(read_role(reader)?);
                None
            }
            EMAIL => {
                reader.optional_text_at_once()?.map(|text| Identifier::email_among(text, recent))
            }
            USER_ID => match reader.optional_text_of(ID_BYTES)? {
                Some(id) => Some(Identifier::User(UserId::parse(id).ok()?)),
                None => None,
            },
            BOT_ID => match reader.optional_text_of(ID_BYTES)? {
                Some(id) => Some(Identifier::Bot(BotId::parse(id).ok()?)),
                None => None,
            },
            _ => return None,
        };
        if found.is_some() && std::mem::replace(&mut identifier, found).is_some() {
            return None;
        }
    }
    Some(Recipient { role: role?, identifier: identifier? })
}

// Names are met as every serialiser writes them that puts no white space between; or in another way.

#[inline(always)]
fn member(reader: &mut Reader<'_>, request: &mut Known) -> Option<Symbol> {
    if reader.passes(r#""recipients":"#) {
        request.add(RECIPIENTS)
    } else if reader.passes(r#""should_send_notification":"#) {
        request.add(SHOULD_SEND_NOTIFICATION)
    } else if reader.passes(r#""custom_message":"#) {
        request.add(CUSTOM_MESSAGE)
    } else {
        reader.name(request)
    }
}

#[inline(always)]
fn name(reader: &mut Reader<'_>, row: &mut Known) -> Option<Symbol> {
    if reader.passes(r#""role":"#) {
        row.add(ROLE)
    } else if reader.passes(r#""email":"#) {
        row.add(EMAIL)
    } else if reader.passes(r#""user_id":"#) {
        row.add(USER_ID)
    } else {
        reader.name(row)
    }
}

#[inline(always)]
fn read_role(reader: &mut Reader<'_>) -> Option<Role> {
    if reader.passes(r#""viewer""#) {
        Some(Role::Viewer)
    } else if reader.passes(r#""commenter""#) {
        Some(Role::Commenter)
    } else if reader.passes(r#""collaborator""#) {
        Some(Role::Collaborator)
    } else {
        Role::named(reader.plain_text()?)
    }
}

fn read_message<'t>(reader: &mut Reader<'t>) -> Option<Cow<'t, str>> {
    let text = reader.text()?;
    let fits =
        text.len() <= MAX_MESSAGE_CODE_POINTS || text.chars().count() <= MAX_MESSAGE_CODE_POINTS;
    fits.then_some(text)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ID: &str = "01h455vb4pex5vsknk084sn02q";

    /// A member of a row, mostly right.
    fn member() -> impl Strategy<Value = String> {
        prop_oneof![
            4 => "(viewer|commenter|collaborator|admin)".prop_map(|role| format!(r#""role":"{role}""#)),
            2 => "[aB.é]{1,5}(@x[.]com)?".prop_map(|email| format!(r#""email" : "{email}""#)),
            2 => Just(format!(r#""user_id":"usr_{ID}""#)),
            2 => Just(format!(r#""bot_id":"bot_{ID}""#)),
            1 => prop::sample::select(vec![
                r#""user_id":null"#.to_owned(),
                r#""user_id":"usr_1""#.to_owned(),
                r#""\u0072ole":"viewer""#.to_owned(),
                r#""email":"\u0061@x.com""#.to_owned(),
                r#""email":"\ud800@x.com""#.to_owned(),
                r#""email":7"#.to_owned(),
                r#""role":"owner""#.to_owned(),
                r#""note":{"a":[]}"#.to_owned(),
            ]),
        ]
    }

    fn row() -> impl Strategy<Value = String> {
        prop::collection::vec(member(), 1..4)
            .prop_map(|members| format!("{{{}}}", members.join(",")))
    }

    fn request() -> impl Strategy<Value = String> {
        let rows = prop::collection::vec(row(), 0..4)
            .prop_map(|rows| format!(r#""recipients":[{}]"#, rows.join(" , ")));
        let others = prop::sample::subsequence(
            vec![
                r#""should_send_notification":false"#,
                r#""should_send_notification":true"#,
                r#""should_send_notification":null"#,
                "\"custom_message\":\"\\n ☃\"",
                r#""custom_message":"a	b""#,
            ],
            0..3,
        );
        (
            rows,
            others,
            prop::sample::select(vec!["{", " {", "{,", "[", ""]),
            prop::sample::select(vec!["}", " }\n", ",}", "}}", ""]),
        )
            .prop_map(|(rows, others, begin, end)| {
                format!(
                    "{begin}{rows}{}{}{end}",
                    if others.is_empty() { "" } else { "," },
                    others.join(",")
                )
            })
    }

    /// The usual form is read this way at all.
    #[test]
    fn usual_requests_are_read() {
        let text = format!(
            "{{ \"recipients\": [ {{\"role\":\"viewer\",\"email\":\"\\u0061@x.com\"}}, {{\"bot_id\":\"bot_{ID}\",\"role\":\"admin\"}} ],\n\"custom_message\":\"\" }}"
        );
        assert!(read(text.as_bytes()).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// What is read quickly is what is read with care.
        #[test]
        fn as_with_care(text in request(), at in any::<prop::sample::Index>(), byte in prop::option::of(any::<u8>())) {
            let mut text = text.into_bytes();
            if let (Some(byte), false) = (byte, text.is_empty()) {
                let at = at.index(text.len());
                text.splice(at..=at, [byte]);
            }
            if let Some(quick) = read(&text) {
                prop_assert_eq!(ShareRequest::parse_with_care(&text), Ok(quick));
            }
        }
    }
}
