//! "Each condition below is true, false or unknown (it depends on an unknown fact, and the known
//! ones do not settle it)." — section 7.

/// "Facts that can be unknown", in the order in which `missing` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    Account,
    Address,
    Organization,
    Entries,
}

pub const FACTS: [Fact; 4] = [Fact::Account, Fact::Address, Fact::Organization, Fact::Entries];

impl Fact {
    pub fn name(self) -> &'static str {
        match self {
            Fact::Account => "account",
            Fact::Address => "address",
            Fact::Organization => "organization",
            Fact::Entries => "entries",
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Truth {
    True,
    False,
    /// With the facts it rests on.
    Unknown(Vec<Fact>),
}

use Truth::{False, True, Unknown};

pub fn known(fact: bool) -> Truth {
    if fact { True } else { False }
}

pub fn unknown(fact: Fact) -> Truth {
    Unknown(vec![fact])
}

/// "An 'and' with one false part is false, with one unknown part and the rest true unknown"; it
/// rests on every unknown part.
pub fn and(parts: &[Truth]) -> Truth {
    if parts.contains(&False) {
        return False;
    }
    let missing = facts_under(parts);
    if missing.is_empty() { True } else { Unknown(missing) }
}

/// An "or" is true when one part is true, unknown when none is true and one is unknown; it rests
/// on every unknown part.
pub fn or(parts: &[Truth]) -> Truth {
    if parts.contains(&True) {
        return True;
    }
    let missing = facts_under(parts);
    if missing.is_empty() { False } else { Unknown(missing) }
}

/// Every fact on which an unknown part rests, each once, in the order of `missing`.
pub fn facts_under(parts: &[Truth]) -> Vec<Fact> {
    let mut missing = Vec::new();
    for fact in FACTS {
        for part in parts {
            if let Unknown(facts) = part
                && facts.contains(&fact)
                && !missing.contains(&fact)
            {
                missing.push(fact);
            }
        }
    }
    missing
}
