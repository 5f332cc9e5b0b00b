//! Most snapshots are well-formed and say everything in the usual way: their long lists are read in one pass, without
//! a tape, and so they can be read piece by piece. What is left of the text, a few hundred bytes, is kept, and read as
//! always in the end.

use super::access::{Access, Named};
use super::ledger::Ledger;
use super::lines::Said;
use super::read::Frame;
use crate::id::{BotId, ID_BYTES, OrganizationId, UserId};
use crate::json::{self, Known, Member, Reader, Symbol};
use crate::role::Role;
use crate::shape::{NAMES, symbol};
use crate::status::Status;
use std::borrow::Cow;

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

/// A snapshot that is read piece by piece: how far it is read. An id that is listed twice is not noticed.
#[derive(Default)]
pub(super) struct Progress {
    open: Open,
    /// All but the items of the long lists.
    rest: Vec<u8>,
}

/// What is open where the text has been read so far.
#[derive(Clone, Copy, Default)]
struct Open {
    place: Place,
    root: Known,
    directory: Known,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Start,
    Root,
    Directory,
    Items {
        list: List,
        is_first: bool,
    },
    End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Entries,
    Users,
    Bots,
}

impl Progress {
    /// Reads on, and tells how many bytes have been read; the next piece begins with those that have not. When none
    /// have been, the text has to be read with care: it has a fault, or is unusual.
    pub(super) fn read<'t>(
        &mut self,
        piece: &'t [u8],
        is_last: bool,
        access: Access<'_, 't>,
    ) -> usize {
        let Some(text) = whole_characters(piece, is_last) else { return 0 };
        let mut lines = Lines { reader: Reader::of(text, &NAMES), access, emails: Vec::new() };
        let mut read = 0;
        loop {
            if let Place::Items { list, mut is_first } = self.open.place {
                let ends = lines.items(list, &mut is_first, &mut read);
                if !ends {
                    self.open.place = Place::Items { list, is_first };
                    return read;
                }
                self.rest.push(b']');
                self.open.place = list.around();
            }
            let mut next = self.open;
            let is_read = next.part(&mut lines.reader).is_some();
            let end = lines.reader.place();
            // What ends with the piece may go on in the next one: a number.
            if !is_read || end == read || (lines.reader.left() == 0 && !is_last) {
                return read;
            }
            self.rest.extend_from_slice(piece.get(read..end).unwrap_or_default());
            (self.open, read) = (next, end);
        }
    }

    /// What the snapshot says outside of its long lists, if all of it has been read.
    pub(super) fn frame(&self) -> Option<Frame> {
        if self.open.place != Place::End {
            return None;
        }
        let tape = json::parse(&self.rest, &NAMES).ok()?;
        Frame::read(&tape, &mut Ledger::default().access()).ok()
    }
}

/// The piece without a character of which the next piece has the end; none for a fault.
fn whole_characters(piece: &[u8], is_last: bool) -> Option<&str> {
    match std::str::from_utf8(piece) {
        Ok(text) => Some(text),
        Err(fault) if is_last || fault.error_len().is_some() => None,
        Err(cut) => std::str::from_utf8(piece.get(..cut.valid_up_to())?).ok(),
    }
}

impl List {
    /// What is open when it ends.
    const fn around(self) -> Place {
        match self {
            Self::Entries => Place::Root,
            Self::Users | Self::Bots => Place::Directory,
        }
    }
}

impl Open {
    /// Reads what is no item of a list: a member, or what opens and closes.
    fn part(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        match self.place {
            Place::Start => {
                self.root = reader.object()?;
                self.place = Place::Root;
            }
            Place::Root => match reader.member(&mut self.root)? {
                None => self.place = Place::End,
                Some(ENTRIES) => self.begin(List::Entries, reader)?,
                Some(DIRECTORY) => {
                    self.directory = reader.object()?;
                    self.place = Place::Directory;
                }
                Some(_) => reader.skip(1)?,
            },
            Place::Directory => match reader.member(&mut self.directory)? {
                None => self.place = Place::Root,
                Some(USERS) => self.begin(List::Users, reader)?,
                Some(BOTS) => self.begin(List::Bots, reader)?,
                Some(_) => reader.skip(2)?,
            },
            Place::Items { .. } => return None,
            Place::End => reader.end()?,
        }
        Some(())
    }

    fn begin(&mut self, list: List, reader: &mut Reader<'_>) -> Option<()> {
        reader.array()?;
        self.place = Place::Items { list, is_first: true };
        Some(())
    }
}

/// Reads the lines of lists. One that cannot be read leaves nothing behind.
struct Lines<'t, 'a> {
    reader: Reader<'t>,
    access: Access<'a, 't>,
    /// Those of the line that is read.
    emails: Vec<Cow<'t, str>>,
}

impl<'t> Lines<'t, '_> {
    /// Reads on; tells whether the list ends, and in `read` how far it came.
    fn items(&mut self, list: List, is_first: &mut bool, read: &mut usize) -> bool {
        let item = match list {
            List::Entries => Self::entry,
            List::Users => Self::user,
            List::Bots => Self::bot,
        };
        loop {
            let ends = match self.reader.item(*is_first) {
                Some(true) => item(self).is_none(),
                Some(false) => {
                    *read = self.reader.place();
                    return true;
                }
                None => true,
            };
            if ends {
                return false;
            }
            *is_first = false;
            *read = self.reader.place();
        }
    }

    fn entry(&mut self) -> Option<()> {
        let reader = &mut self.reader;
        let (mut named, mut role) = (Named::default(), None);
        let mut entry = reader.open_object()?;
        while reader.has_any_member(&entry)? {
            let name = match usual_name(reader) {
                Some(name) => entry.add(name)?,
                None => reader.any_name(&mut entry)?,
            };
            match name {
                Member::Known(USER_ID) => named.user = id(reader, UserId::parse)?,
                Member::Known(BOT_ID) => named.bot = id(reader, BotId::parse)?,
                Member::Known(EMAIL) => named.email = reader.optional_text()?,
                Member::Known(ROLE) => role = Some(Role::named(reader.plain_text()?)?),
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
        named.add_to(&mut self.access, role?, &mut self.emails);
        Some(())
    }

    fn user(&mut self) -> Option<()> {
        let (mut user, mut listing) = (None, Listing::default());
        self.emails.clear();
        let mut object = self.reader.object()?;
        while self.reader.has_member(object)? {
            let name = match usual_name(&mut self.reader) {
                Some(name) => object.add(name)?,
                None => self.reader.name(&mut object)?,
            };
            match name {
                USER_ID => user = id(&mut self.reader, UserId::parse)?,
                EMAILS => self.emails()?,
                _ => listing.member(name, &mut self.reader)?,
            }
        }
        self.access.user(user?, listing.said(), listing.organization, &mut self.emails);
        Some(())
    }

    fn bot(&mut self) -> Option<()> {
        let (mut bot, mut listing) = (None, Listing::default());
        let mut object = self.reader.object()?;
        while let Some(name) = self.reader.member(&mut object)? {
            match name {
                BOT_ID => bot = id(&mut self.reader, BotId::parse)?,
                _ => listing.member(name, &mut self.reader)?,
            }
        }
        self.access.bot(bot?, listing.said(), listing.organization);
        Some(())
    }

    fn emails(&mut self) -> Option<()> {
        if self.reader.null()? {
            return Some(());
        }
        self.reader.array()?;
        while self.reader.item(self.emails.is_empty())? {
            let email = self.reader.text()?;
            self.emails.push(email);
        }
        Some(())
    }
}

/// What users and bots have in common.
#[derive(Default)]
struct Listing {
    status: Option<Status>,
    organization: Option<OrganizationId>,
}

impl Listing {
    fn member(&mut self, name: Symbol, reader: &mut Reader<'_>) -> Option<()> {
        match name {
            ORG_ID => self.organization = id(reader, OrganizationId::parse)?,
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

    fn said(&self) -> Said {
        Said::Listed(self.status.unwrap_or(Status::Active))
    }
}

/// The name of a member, its colon passed, when it is written as every serialiser does that puts no white space between.
#[inline(never)]
fn usual_name(reader: &mut Reader<'_>) -> Option<Symbol> {
    if reader.passes(r#""user_id":"#) {
        Some(USER_ID)
    } else if reader.passes(r#""emails":"#) {
        Some(EMAILS)
    } else if reader.passes(r#""email":"#) {
        Some(EMAIL)
    } else if reader.passes(r#""org_id":"#) {
        Some(ORG_ID)
    } else if reader.passes(r#""role":"#) {
        Some(ROLE)
    } else if reader.passes(r#""display_name":"#) {
        Some(DISPLAY_NAME)
    } else {
        None
    }
}

/// An id, or none for null. No id holds an escape or a quotation mark.
fn id<I, E>(reader: &mut Reader<'_>, parse: fn(&str) -> Result<I, E>) -> Option<Option<I>> {
    if reader.null()? {
        return Some(None);
    }
    parse(reader.text_of(ID_BYTES)?).ok().map(Some)
}
