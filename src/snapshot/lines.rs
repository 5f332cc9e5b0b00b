//! What each entry and each listing says of an id; and of each id, all of that.

use super::accounts::Standing;
use super::blocks::Blocks;
use super::buckets::kept;
use super::organizations::{Homes, Organizations};
use super::scatter::by_hash;
use crate::id::{Spread, Suffix};
use crate::role::Role;
use crate::status::Status;

/// Where a line stands, and so what it says.
#[derive(Clone, Copy)]
pub(super) enum Said {
    Listed(Status),
    Entered(Role),
}

/// What one entry or one listing says of an id.
#[derive(Clone, Copy)]
pub(super) struct Line {
    /// Users and bots are in lists of their own.
    pub(super) id: Suffix,
    /// It gives an address that can be read.
    pub(super) has_address: bool,
    /// Its organisation, by its place among them; and behind it, in eight bits, what is said.
    facts: u32,
}

/// There are hundreds of thousands of them.
const _: () = assert!(size_of::<Line>() == 24);

/// Of what is said. The places of organisations fit above: each takes more than 64 bytes of the text.
const BITS: u32 = 3;
const ROLES: u32 = Role::ALL.len() as u32;

impl Line {
    pub(super) const fn new(id: Suffix, said: Said, organization: u32, has_address: bool) -> Self {
        let said = match said {
            Said::Entered(role) => role as u32,
            Said::Listed(status) => ROLES + status as u32,
        };
        Self { id, has_address, facts: organization << BITS | said }
    }

    pub(super) const fn with_address(self, has_address: bool) -> Self {
        Self { has_address, ..self }
    }

    /// The directory says it.
    #[inline]
    pub(super) const fn is_listed(&self) -> bool {
        self.facts & ((1 << BITS) - 1) >= ROLES
    }

    #[inline]
    fn standing(&self, homes: &Homes) -> Standing {
        let said = self.facts & ((1 << BITS) - 1);
        let listed = match said.wrapping_sub(ROLES) {
            0 => Some(Status::Active),
            1 => Some(Status::Suspended),
            2 => Some(Status::Deleted),
            _ => None,
        };
        let role = match said {
            0 => Some(Role::Viewer),
            1 => Some(Role::Commenter),
            2 => Some(Role::Collaborator),
            3 => Some(Role::Admin),
            _ => None,
        };
        Standing { listed, home: homes.of(self.facts >> BITS), role }
    }
}

/// All lines, in the order in which they are read.
#[derive(Default)]
pub(super) struct Register {
    pub(super) users: Blocks<Line>,
    pub(super) bots: Blocks<Line>,
    pub(super) organizations: Organizations,
}

impl Register {
    /// The directory lists a user or bot more than once.
    pub(super) fn lists_twice(&self) -> bool {
        [&self.users, &self.bots]
            .into_iter()
            .any(|lines| Merged::new(lines, &Homes::default()).listed_twice)
    }
}

/// What is said of each id, by the order of hashes and ids.
pub(super) struct Merged {
    pub(super) all: Vec<(Suffix, Standing)>,
    /// For each line, the place of its id.
    pub(super) places: Vec<u32>,
    /// The directory lists an id more than once.
    pub(super) listed_twice: bool,
}

impl Merged {
    #[inline(never)]
    pub(super) fn new(lines: &Blocks<Line>, homes: &Homes) -> Self {
        let mut hashes = Vec::with_capacity(lines.len());
        for part in lines.parts() {
            hashes.extend(part.iter().map(|line| kept(line.id.spread())));
        }
        let id = |at: usize| lines.get(at).map(|line| line.id);
        let order = by_hash(&hashes, &|one, other| id(one).cmp(&id(other)));
        let all = Vec::with_capacity(lines.len());
        // The places stand where the hashes did.
        let mut merged = Self { all, places: hashes, listed_twice: false };
        for at in order {
            let Some(line) = lines.get(at as usize) else { continue };
            merged.add(line.id, line.standing(homes));
            if let Some(place) = merged.places.get_mut(at as usize) {
                *place = (merged.all.len() - 1) as u32;
            }
        }
        merged.all.shrink_to_fit();
        merged
    }

    fn add(&mut self, id: Suffix, standing: Standing) {
        match self.all.last_mut() {
            Some((last, known)) if *last == id => {
                self.listed_twice |= known.is_listed() && standing.is_listed();
                *known = known.merge(standing);
            }
            Some(_) | None => self.all.push((id, standing)),
        }
    }
}
