use super::principal::Principal;
use super::rules::RULES;
use crate::messages;
use crate::outcome::{Code, Outcome};
use crate::request::Recipient;
use crate::role::Role;
use crate::warning::Hint;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

/// What happens to each recipient: everything, for readers entitled to the snapshot.
///
/// Serialises as section 8 of the contract gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation<'a> {
    revision: Option<&'a str>,
    successful: u32,
    results: Vec<RowResult<'a>>,
    warnings: Option<Vec<Hint<'a>>>,
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(revision: Option<&'a str>, results: Vec<RowResult<'a>>) -> Self {
        let successful = results.iter().map(|row| u32::from(row.outcome.is_success())).sum();
        Self { revision, successful, results, warnings: None }
    }

    pub(super) fn with_warnings(self, warnings: Vec<Hint<'a>>) -> Self {
        Self { warnings: Some(warnings), ..self }
    }

    /// The snapshot's revision.
    #[must_use]
    pub const fn revision(&self) -> Option<&'a str> {
        self.revision
    }

    /// How many rows the request has.
    #[must_use]
    pub fn total(&self) -> u32 {
        u32::try_from(self.results.len()).unwrap_or(u32::MAX)
    }

    /// How many recipients get their role.
    #[must_use]
    pub const fn successful(&self) -> u32 {
        self.successful
    }

    /// How many do not, for whatever reason.
    #[must_use]
    pub fn failed(&self) -> u32 {
        self.total().saturating_sub(self.successful)
    }

    /// One result per row, in request order.
    #[must_use]
    pub fn results(&self) -> &[RowResult<'a>] {
        &self.results
    }

    /// What a server has to write, each principal once, in request order.
    pub fn grants(&self) -> impl Iterator<Item = Grant<'a>> {
        self.results.iter().filter_map(RowResult::grant)
    }

    /// Hints: those of each row, in request order, then those of the request. None unless asked for.
    #[must_use]
    pub fn warnings(&self) -> Option<&[Hint<'a>]> {
        self.warnings.as_deref()
    }
}

/// What happens to one recipient.
#[derive(Debug, Clone, PartialEq)]
pub struct RowResult<'a> {
    pub(super) index: u32,
    pub(super) recipient: &'a Recipient<'a>,
    pub(super) outcome: Outcome<'a>,
    pub(super) also: Codes,
    pub(super) principal: Option<Principal<'a>>,
    pub(super) address: Option<&'a str>,
    pub(super) current_role: Option<Role>,
    pub(super) external: Option<bool>,
    pub(super) notify: bool,
}

impl<'a> RowResult<'a> {
    /// Its place in the request.
    #[must_use]
    pub const fn index(&self) -> u32 {
        self.index
    }

    /// The row, as sent.
    #[must_use]
    pub const fn recipient(&self) -> &'a Recipient<'a> {
        self.recipient
    }

    /// What happens.
    #[must_use]
    pub const fn outcome(&self) -> &Outcome<'a> {
        &self.outcome
    }

    /// The other rules that would have failed the row, in the order of the contract.
    pub fn also(&self) -> impl Iterator<Item = Code> {
        self.also.iter()
    }

    /// The same to be written down, if there are any.
    pub(crate) fn codes(&self) -> Option<impl Serialize> {
        (!self.also.is_empty()).then_some(self.also)
    }

    /// Whom the row means; none when its address cannot be read.
    #[must_use]
    pub const fn principal(&self) -> Option<Principal<'a>> {
        self.principal
    }

    /// Where a recipient that gets access is told of it.
    #[must_use]
    pub const fn address(&self) -> Option<&'a str> {
        self.address
    }

    /// The role that the recipient has already.
    #[must_use]
    pub const fn current_role(&self) -> Option<Role> {
        self.current_role
    }

    /// Outside the document's organisation; none when unknown.
    #[must_use]
    pub const fn external(&self) -> Option<bool> {
        self.external
    }

    /// Whether to send a notification.
    #[must_use]
    pub const fn notify(&self) -> bool {
        self.notify
    }

    fn grant(&self) -> Option<Grant<'a>> {
        let action = match self.outcome {
            Outcome::Granted => Action::Grant,
            Outcome::Invited => Action::Invite,
            Outcome::Failed(_) => return None,
        };
        let (role, notify) = (self.recipient.role(), self.notify);
        let address = self.address;
        self.principal.map(|principal| Grant { principal, address, role, action, notify })
    }
}

/// One line of the write list.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Grant<'a> {
    /// Who gets access.
    pub principal: Principal<'a>,
    /// Where to tell them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<&'a str>,
    /// What they get.
    pub role: Role,
    /// To an account or bot, or to a placeholder.
    pub action: Action,
    /// Whether to tell them.
    pub notify: bool,
}

/// How a grant is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// An account or bot gets the role.
    Grant,
    /// A placeholder is made for the address.
    Invite,
}

/// A set of rules, kept in the order of the contract.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Codes(u16);

const FIRST: usize = Code::DuplicateRecipient as usize;

impl Codes {
    /// With a code that applies.
    #[inline]
    pub(super) const fn with(self, code: Code, applies: bool) -> Self {
        Self(self.0 | (applies as u16) << code as u16)
    }

    #[inline]
    pub(super) fn first(self) -> Option<Code> {
        self.iter().next()
    }

    #[inline]
    pub(super) const fn without_first(self) -> Self {
        Self(self.0 & self.0.wrapping_sub(1))
    }

    fn iter(self) -> impl Iterator<Item = Code> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let code = RULES.get((rest.trailing_zeros() as usize).checked_sub(FIRST)?)?;
            rest &= rest.wrapping_sub(1);
            Some(*code)
        })
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Serialize for Codes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut codes = serializer.serialize_seq(None)?;
        for code in self.iter() {
            codes.serialize_element(&code)?;
        }
        codes.end()
    }
}

impl Serialize for Evaluation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(revision) = self.revision {
            map.serialize_entry("revision", revision)?;
        }
        map.serialize_entry("total", &self.total())?;
        map.serialize_entry("successful", &self.successful())?;
        map.serialize_entry("failed", &self.failed())?;
        map.serialize_entry("results", &self.results)?;
        map.serialize_entry("grants", &Grants(self))?;
        if let Some(warnings) = &self.warnings {
            map.serialize_entry("warnings", warnings)?;
        }
        map.end()
    }
}

struct Grants<'e>(&'e Evaluation<'e>);

impl Serialize for Grants<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.grants())
    }
}

impl Serialize for RowResult<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let success = self.outcome.is_success();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("index", &self.index)?;
        map.serialize_entry("recipient", self.recipient)?;
        map.serialize_entry("success", &success)?;
        map.serialize_entry("code", &self.outcome.code())?;
        if let Outcome::Failed(failure) = &self.outcome {
            map.serialize_entry("error", &messages::outcome(failure))?;
            if let Some(codes) = self.codes() {
                map.serialize_entry("also", &codes)?;
            }
            if failure.has_params() {
                map.serialize_entry("params", &failure)?;
            }
        }
        if let Some(principal) = &self.principal {
            map.serialize_entry("principal", principal)?;
        }
        if let Some(address) = self.address {
            map.serialize_entry("address", address)?;
        }
        if success {
            map.serialize_entry("role", &self.recipient.role())?;
        }
        if let Some(role) = self.current_role {
            map.serialize_entry("current_role", &role)?;
        }
        if let Some(external) = self.external {
            map.serialize_entry("external", &external)?;
        }
        map.serialize_entry("notify", &self.notify)?;
        map.end()
    }
}
