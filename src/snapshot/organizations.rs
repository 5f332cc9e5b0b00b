use super::accounts::Home;
use crate::id::OrganizationId;

/// The organisations that a directory names: each once, or where they alternate, again.
#[derive(Default)]
pub(super) struct Organizations(Vec<OrganizationId>);

/// So far back an organisation is found again.
const RECENT: usize = 4;

impl Organizations {
    /// Its place among them, from 1 on; 0 for none.
    #[inline(always)]
    pub(super) fn place(&mut self, id: Option<OrganizationId>) -> u32 {
        id.map_or(0, |id| self.known(id))
    }

    fn known(&mut self, id: OrganizationId) -> u32 {
        let recent = self.0.len().saturating_sub(RECENT);
        let known = self.0.iter().skip(recent).position(|&known| known == id);
        let before = known.map_or(self.0.len(), |at| recent + at);
        if known.is_none() {
            self.0.push(id);
        }
        before as u32 + 1
    }

    /// Whose their members are, seen from a document's organisation.
    pub(super) fn seen_from(&self, document: Option<OrganizationId>) -> Homes {
        let home = |&own: &OrganizationId| match document {
            None => Home::Unknown,
            Some(document) if own == document => Home::Own,
            Some(_) => Home::Other,
        };
        Homes(self.0.iter().map(home).collect())
    }
}

/// Whose the members of each organisation are.
#[derive(Default)]
pub(super) struct Homes(Vec<Home>);

impl Homes {
    #[inline]
    pub(super) fn of(&self, place: u32) -> Home {
        let home = place.checked_sub(1).and_then(|before| self.0.get(before as usize));
        home.copied().unwrap_or(Home::Unknown)
    }
}
