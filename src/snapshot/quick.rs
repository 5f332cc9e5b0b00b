//! Most snapshots are well-formed and say everything in the usual way: their long lists are read in one pass, without
//! a tape. The lists are then cut out of the text, and what is left, a few hundred bytes, is read as always.

use super::access::{Access, Named};
use super::accounts::{Line, Standing};
use super::read::Frame;
use crate::id::{BotId, OrganizationId, UserId};
use crate::json::{self, Member, Reader, Symbol};
use crate::limits::MAX_SNAPSHOT_BYTES;
use crate::role::Role;
use crate::shape::{NAMES, symbol};
use crate::status::Status;
use std::ops::Range;

const ENTRIES: Symbol = symbol("entries");
const DIRECTORY: Symbol = symbol("directory");
const USERS: Symbol = symbol("users");
const BOTS: Symbol = symbol("bots");
const USER_ID: Symbol = symbol("user_id");
const BOT_ID: Symbol = symbol("bot_id");
const EMAIL: Symbol = symbol("email");
const EMAILS: Symbol = symbol("emails");
const ROLE: Symbol = symbol("role");
const ORG_ID: Symbol = symbol("org_id");
const STATUS: Symbol = symbol("status");
const DISPLAY_NAME: Symbol = symbol("display_name");

/// What an entry is inside of: the snapshot, the list, the entry.
const DEPTH_OF_ENTRY: usize = 3;

/// The snapshot; none for a text with any fault, and for some without. An id that is listed twice is not noticed.
pub(super) fn read(text: &[u8]) -> Option<(Frame, Access<'_>)> {
    if text.len() > MAX_SNAPSHOT_BYTES {
        return None;
    }
    let mut lists =
        Lists { reader: Reader::new(text, &NAMES)?, access: Access::default(), places: Vec::new() };
    lists.read()?;
    let rest = without(text, &lists.places);
    let tape = json::parse(&rest, &NAMES).ok()?;
    let frame = Frame::read(&tape, &mut Access::default()).ok()?;
    Some((frame, lists.access))
}

/// The text with empty lists at these places.
fn without(text: &[u8], places: &[Range<usize>]) -> Vec<u8> {
    let mut rest = Vec::new();
    let mut from = 0;
    for place in places {
        rest.extend_from_slice(text.get(from..place.start).unwrap_or_default());
        rest.extend_from_slice(b"[]");
        from = place.end;
    }
    rest.extend_from_slice(text.get(from..).unwrap_or_default());
    rest
}

struct Lists<'t> {
    reader: Reader<'t>,
    access: Access<'t>,
    places: Vec<Range<usize>>,
}

impl<'t> Lists<'t> {
    fn read(&mut self) -> Option<()> {
        let mut root = self.reader.object()?;
        while let Some(name) = self.reader.member(&mut root)? {
            match name {
                ENTRIES => self.list(Self::entry)?,
                DIRECTORY => self.directory()?,
                _ => self.reader.skip(1)?,
            }
        }
        self.reader.end()
    }

    fn directory(&mut self) -> Option<()> {
        let mut directory = self.reader.object()?;
        while let Some(name) = self.reader.member(&mut directory)? {
            match name {
                USERS => self.list(Self::user)?,
                BOTS => self.list(Self::bot)?,
                _ => self.reader.skip(2)?,
            }
        }
        Some(())
    }

    fn list(&mut self, item: fn(&mut Self) -> Option<()>) -> Option<()> {
        let start = self.reader.place();
        self.reader.array()?;
        let mut is_first = true;
        while self.reader.item(is_first)? {
            item(self)?;
            is_first = false;
        }
        self.places.push(start..self.reader.place());
        Some(())
    }

    fn entry(&mut self) -> Option<()> {
        let reader = &mut self.reader;
        let (mut named, mut role) = (Named::default(), None);
        let mut entry = reader.object()?;
        while let Some(name) = reader.any_member(&mut entry)? {
            match name {
                Member::Known(USER_ID) => named.user = id(reader, UserId::parse)?,
                Member::Known(BOT_ID) => named.bot = id(reader, BotId::parse)?,
                Member::Known(EMAIL) => named.email = reader.optional_text()?,
                Member::Known(ROLE) => role = Some(Role::named(&reader.text()?)?),
                Member::Known(DISPLAY_NAME) => reader.skip_optional_text()?,
                Member::Known(_) | Member::Stranger => reader.skip(DEPTH_OF_ENTRY)?,
            }
        }
        let is_one = match (named.user.is_some(), named.bot.is_some(), named.email.is_some()) {
            (true, false, _) | (false, true, false) | (false, false, true) => true,
            (true, true, _) | (false, true, true) | (false, false, false) => false,
        };
        if !is_one {
            return None;
        }
        self.access.add_entry(named, role?);
        Some(())
    }

    fn user(&mut self) -> Option<()> {
        let (mut user, mut standing) = (None, Listing::default());
        let mut object = self.reader.object()?;
        while let Some(name) = self.reader.member(&mut object)? {
            match name {
                USER_ID => user = id(&mut self.reader, UserId::parse)?,
                EMAILS => self.emails()?,
                _ => standing.member(name, self)?,
            }
        }
        let (standing, organization) = standing.read();
        self.access.users.push(Line { id: user?, standing, organization });
        Some(())
    }

    fn bot(&mut self) -> Option<()> {
        let (mut bot, mut standing) = (None, Listing::default());
        let mut object = self.reader.object()?;
        while let Some(name) = self.reader.member(&mut object)? {
            match name {
                BOT_ID => bot = id(&mut self.reader, BotId::parse)?,
                _ => standing.member(name, self)?,
            }
        }
        let (standing, organization) = standing.read();
        self.access.bots.push(Line { id: bot?, standing, organization });
        Some(())
    }

    fn emails(&mut self) -> Option<()> {
        if self.reader.null()? {
            return Some(());
        }
        self.reader.array()?;
        let mut is_first = true;
        while self.reader.item(is_first)? {
            let email = self.reader.text()?;
            self.access.add_email(email);
            is_first = false;
        }
        Some(())
    }
}

/// What users and bots have in common.
#[derive(Default)]
struct Listing {
    status: Option<Status>,
    organization: Option<u32>,
}

impl Listing {
    fn member(&mut self, name: Symbol, lists: &mut Lists<'_>) -> Option<()> {
        let Lists { reader, access, .. } = lists;
        match name {
            ORG_ID => {
                let id = id(reader, OrganizationId::parse)?;
                self.organization = id.map(|id| access.organizations.place(id));
            }
            STATUS => {
                if let Some(text) = reader.optional_text()? {
                    self.status = Some(Status::named(&text)?);
                }
            }
            DISPLAY_NAME => reader.skip_optional_text()?,
            _ => return None,
        }
        Some(())
    }

    fn read(self) -> (Standing, Option<u32>) {
        (Standing::listed(self.status.unwrap_or(Status::Active)), self.organization)
    }
}

/// An id, or none for null.
fn id<I, E>(reader: &mut Reader<'_>, parse: fn(&str) -> Result<I, E>) -> Option<Option<I>> {
    match reader.optional_text()? {
        Some(text) => parse(&text).ok().map(Some),
        None => Some(None),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::snapshot::Snapshot;
    use proptest::prelude::*;

    const IDS: [&str; 3] =
        ["01h455vb4pex5vsknk084sn02q", "01h455vb4pex5vsknk084sn02r", "01h455vb4pex5vsknk084sn02s"];

    fn id(prefix: &'static str) -> impl Strategy<Value = String> {
        prop::sample::select(IDS.to_vec()).prop_map(move |id| format!("{prefix}_{id}"))
    }

    fn email() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "a@x.com",
            " A@X.com",
            "b@x.com",
            "\\u0061@x.com",
            "no",
            "b@b\u{fc}cher.example",
        ])
    }

    /// Members of which some contradict each other, are wrong, strange, or there twice.
    fn members(choices: Vec<BoxedStrategy<String>>, most: usize) -> impl Strategy<Value = String> {
        let member = prop::strategy::Union::new(choices);
        prop::collection::vec(member, 0..most)
            .prop_map(|members| format!("{{{}}}", members.join(",")))
    }

    fn shared() -> Vec<BoxedStrategy<String>> {
        let members = [
            r#""display_name":null"#,
            r#""display_name":"\u0041\n""#,
            r#""display_name":7"#,
            r#""status":"deleted""#,
            r#""status":null"#,
            r#""status":"gone""#,
            r#""note":[{"a":1}]"#,
        ];
        vec![
            prop::sample::select(members.to_vec()).prop_map(str::to_owned).boxed(),
            id("org").prop_map(|id| format!(r#""org_id":"{id}""#)).boxed(),
        ]
    }

    fn user() -> impl Strategy<Value = String> {
        let mut all = shared();
        all.push(id("usr").prop_map(|id| format!(r#""user_id":"{id}""#)).boxed());
        all.push(id("usr").prop_map(|id| format!(r#""user_id":"{id}""#)).boxed());
        all.push(
            prop::collection::vec(email(), 0..3)
                .prop_map(|all| format!(r#""emails":{all:?}"#).replace("\\\\", "\\"))
                .boxed(),
        );
        members(all, 4)
    }

    fn entry() -> impl Strategy<Value = String> {
        let mut all = shared();
        all.push(Just(r#""role":"admin""#.to_owned()).boxed());
        all.push(Just(r#""role":"viewer""#.to_owned()).boxed());
        all.push(id("usr").prop_map(|id| format!(r#""user_id":"{id}""#)).boxed());
        all.push(id("bot").prop_map(|id| format!(r#""bot_id":"{id}""#)).boxed());
        all.push(email().prop_map(|email| format!(r#""email":"{email}""#)).boxed());
        members(all, 4)
    }

    fn snapshot() -> impl Strategy<Value = String> {
        let list = |item: BoxedStrategy<String>| {
            prop::collection::vec(item, 0..4).prop_map(|items| format!("[{}]", items.join(", ")))
        };
        let [id, owner, _] = IDS;
        let document =
            format!(r#""document":{{"id":"doc_{id}","owner":"usr_{owner}","org_id":"org_{id}"}}"#);
        let caller = format!(r#""caller":{{"user_id":"usr_{owner}","role":"owner"}}"#);
        (list(entry().boxed()), list(user().boxed()), any::<[bool; 3]>()).prop_map(
            move |(entries, users, [first, incomplete, null])| {
                let entries = format!(r#""entries":{entries}"#);
                let complete = if incomplete { r#""complete":false,"# } else { "" };
                let directory = if null {
                    r#""directory":null"#.to_owned()
                } else {
                    format!(r#""directory":{{{complete}"users":{users}}}"#)
                };
                let members = if first {
                    [&directory, &entries, &document, &caller]
                } else {
                    [&document, &caller, &entries, &directory]
                };
                format!("{{ {} }}", members.map(String::as_str).join(" ,\n"))
            },
        )
    }

    /// The usual form is read this way at all.
    #[test]
    fn usual_snapshots_are_read() {
        let [id, owner, _] = IDS;
        let text = format!(
            r#"{{"version":1,"document":{{"id":"doc_{id}","owner":"usr_{owner}"}},"caller":{{"user_id":"usr_{owner}","role":"owner"}},
            "entries":[{{"user_id":"usr_{id}","email":null,"role":"viewer","granted_at":1,"by":{{"id":[]}}}}],
            "directory":{{"users":[{{"user_id":"usr_{id}","emails":["\u0061@x.com"],"org_id":null}}],"bots":[],"complete":true}},"limits":[]}}"#
        );
        assert!(super::read(text.as_bytes()).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// What is read quickly is what is read with care, faults included.
        #[test]
        fn as_with_care(text in snapshot(), at in any::<prop::sample::Index>(), byte in prop::option::weighted(0.2, any::<u8>())) {
            let mut text = text.into_bytes();
            if let Some(byte) = byte {
                let at = at.index(text.len());
                text.splice(at..=at, [byte]);
            }
            let (quick, careful) = (Snapshot::parse(&text), Snapshot::parse_with_care(&text));
            prop_assert_eq!(format!("{quick:?}"), format!("{careful:?}"));
        }
    }
}
