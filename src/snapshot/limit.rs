use crate::shape::{Faults, Located, Schema};

static MEMBERS: Schema = Schema::new(&["name", "max", "used", "applies_to"]);
const APPLIES_TO: &[&str] = &["all", "external", "invite", "bot"];

/// A capacity that successful rows use up.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    pub(crate) name: String,
    pub(crate) max: u64,
    pub(crate) used: u64,
    pub(crate) applies_to: AppliesTo,
}

/// Which rows a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AppliesTo {
    All,
    External,
    Invite,
    Bot,
}

impl Limit {
    pub(super) fn read(item: &Located<'_, '_, '_>, faults: &mut Faults) -> Option<Self> {
        let limit = item.object(&MEMBERS, faults)?;
        let name = limit.member("name").required(faults).text(faults);
        let max = limit.member("max").required(faults).integer(faults);
        let used = limit.member("used").required(faults).integer(faults);
        let all = &[AppliesTo::All, AppliesTo::External, AppliesTo::Invite, AppliesTo::Bot];
        let applies_to =
            limit.member("applies_to").required(faults).choice(APPLIES_TO, all, faults);
        let (name, max) = (name?.into_owned(), max?);
        Some(Self { name, max, used: used?, applies_to: applies_to? })
    }
}
