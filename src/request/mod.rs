//! A share request (contract, sections 2 to 4).

mod quick;

use crate::email::{EmailAddress, EmailFault, Recent};
use crate::envelope;
use crate::fault::ShapeFault;
use crate::id::{BotId, UserId};
use crate::json::Tape;
use crate::limits::{MAX_MESSAGE_CODE_POINTS, MAX_RECIPIENTS, MAX_REQUEST_BYTES, MIN_RECIPIENTS};
use crate::problem::Problem;
use crate::role::Role;
use crate::shape::{Document, Faults, Located, Object, Path, Schema};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;

static MEMBERS: Schema = Schema::new(&["recipients", "should_send_notification", "custom_message"]);
static ROW: Schema = Schema::new(&["role", "user_id", "email", "bot_id"]);

/// A well-formed share request: 1 to 100 recipients, each with a role and one identifier.
///
/// ```
/// use share_policy::ShareRequest;
/// let request = ShareRequest::parse(br#"{"recipients":[{"role":"viewer","email":"b@x.com"}]}"#)?;
/// assert_eq!(request.recipients().len(), 1);
/// assert!(request.should_send_notification());
/// # Ok::<(), share_policy::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ShareRequest<'t> {
    recipients: Vec<Recipient<'t>>,
    should_send_notification: bool,
    custom_message: Option<Cow<'t, str>>,
}

/// One row of a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient<'t> {
    role: Role,
    identifier: Identifier<'t>,
}

/// Whom a row names.
#[derive(Debug, Clone, PartialEq)]
pub enum Identifier<'t> {
    /// A user account, by id.
    User(UserId),
    /// Somebody, by e-mail address.
    Email {
        /// As the request has it.
        sent: Cow<'t, str>,
        /// What it means, or why it means nothing.
        address: Result<EmailAddress<'t>, EmailFault>,
    },
    /// A bot, by id.
    Bot(BotId),
}

impl<'t> ShareRequest<'t> {
    /// Reads a request: JSON text in UTF-8, at most 256 KiB.
    ///
    /// An address that cannot be read is no error here: it becomes that row's outcome.
    ///
    /// # Errors
    /// Text over the limit, text that is not strict JSON (`{"recipients":[],"recipients":[]}`), and
    /// every fault of shape at once: `{"recipients":[{"role":"owner","user_id":"bob"}],"notify":1}`
    /// has three.
    pub fn parse(text: &'t [u8]) -> Result<Self, Problem> {
        match quick::read(text) {
            Some(request) => Ok(request),
            None => Self::parse_with_care(text),
        }
    }

    /// Every request is read rightly this way; [`quick`] only saves time.
    fn parse_with_care(text: &'t [u8]) -> Result<Self, Problem> {
        match envelope::open(text, MAX_REQUEST_BYTES) {
            Ok(tape) => Self::read(&tape),
            Err(fault) => Err(Problem::one("", fault)),
        }
    }

    fn read(tape: &Tape<'t>) -> Result<Self, Problem> {
        let mut faults = Faults::new(Document::Request);
        let root = Located { value: Some(tape.root()), path: Path::Root };
        let members = root.object(&MEMBERS, &mut faults);
        let request = members.map(|members| Self::of(&members, &mut faults));
        faults.accept(request)
    }

    fn of(members: &Object<'_, 't, '_>, faults: &mut Faults) -> Self {
        let recipients = rows(members.member("recipients").required(faults), faults);
        let notify = members.member("should_send_notification").boolean(faults);
        let custom_message = message(&members.member("custom_message"), faults);
        Self { recipients, should_send_notification: notify.unwrap_or(true), custom_message }
    }

    /// The rows, in request order.
    #[must_use]
    pub fn recipients(&self) -> &[Recipient<'t>] {
        &self.recipients
    }

    /// Whether recipients are told; true when the request does not say.
    #[must_use]
    pub const fn should_send_notification(&self) -> bool {
        self.should_send_notification
    }

    /// What they are told, as sent; to be ignored when they are not.
    #[must_use]
    pub fn custom_message(&self) -> Option<&str> {
        self.custom_message.as_deref()
    }
}

impl Recipient<'_> {
    /// The role asked for.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Whom the row names.
    #[must_use]
    pub const fn identifier(&self) -> &Identifier<'_> {
        &self.identifier
    }
}

fn rows<'t>(list: &Located<'_, 't, '_>, faults: &mut Faults) -> Vec<Recipient<'t>> {
    let items = list.items(faults);
    if !list.is_array() {
        return Vec::new();
    }
    let actual = list.items(faults).count();
    if actual < MIN_RECIPIENTS {
        let (min, actual) = (MIN_RECIPIENTS as u64, actual as u64);
        faults.shape(&list.path, ShapeFault::TooFewItems { min, actual });
        return Vec::new();
    }
    if actual > MAX_RECIPIENTS {
        let (max, actual) = (MAX_RECIPIENTS as u64, actual as u64);
        faults.shape(&list.path, ShapeFault::TooManyItems { max, actual });
        return Vec::new();
    }
    items.filter_map(|item| row(&item, faults)).collect()
}

fn row<'t>(item: &Located<'_, 't, '_>, faults: &mut Faults) -> Option<Recipient<'t>> {
    let row = item.object(&ROW, faults)?;
    let role = row.member("role").required(faults).choice(Role::NAMES, Role::ALL, faults);
    let found = row.count(&["user_id", "email", "bot_id"]);
    let user = row.member("user_id").id(UserId::parse, faults);
    let email = row.member("email").text(faults);
    let bot = row.member("bot_id").id(BotId::parse, faults);
    if found != 1 {
        faults.shape(&item.path, ShapeFault::IdentifierNotExactlyOne { found });
    }
    let identifier = user
        .map(Identifier::User)
        .or_else(|| email.map(Identifier::email))
        .or_else(|| bot.map(Identifier::Bot));
    Some(Recipient { role: role?, identifier: identifier? })
}

impl<'t> Identifier<'t> {
    fn email(sent: Cow<'t, str>) -> Self {
        Self::email_among(sent, &mut Recent::default())
    }

    /// The same for one of many.
    fn email_among(sent: Cow<'t, str>, recent: &mut Recent) -> Self {
        let address = match &sent {
            Cow::Borrowed(text) => EmailAddress::parse_among(text, recent),
            Cow::Owned(text) => EmailAddress::parse(text).map(EmailAddress::into_owned),
        };
        Self::Email { sent, address }
    }
}

fn message<'t>(member: &Located<'_, 't, '_>, faults: &mut Faults) -> Option<Cow<'t, str>> {
    let text = member.text(faults)?;
    let actual = text.chars().count();
    if actual > MAX_MESSAGE_CODE_POINTS {
        let (max, actual) = (MAX_MESSAGE_CODE_POINTS as u64, actual as u64);
        faults.shape(&member.path, ShapeFault::TextTooLong { max, actual });
    }
    Some(text)
}

impl Serialize for ShareRequest<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("recipients", &self.recipients)?;
        map.serialize_entry("should_send_notification", &self.should_send_notification)?;
        if let Some(message) = &self.custom_message {
            map.serialize_entry("custom_message", message)?;
        }
        map.end()
    }
}

/// The row as sent: members in schema order, null ones left out.
impl Serialize for Recipient<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("role", &self.role)?;
        match &self.identifier {
            Identifier::User(id) => map.serialize_entry("user_id", id)?,
            Identifier::Email { sent, .. } => map.serialize_entry("email", sent)?,
            Identifier::Bot(id) => map.serialize_entry("bot_id", id)?,
        }
        map.end()
    }
}
