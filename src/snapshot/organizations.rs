use super::accounts::Home;
use crate::id::OrganizationId;

/// The organisations that a directory names: each once, or where they alternate, again.
#[derive(Default)]
pub(super) struct Organizations(Vec<OrganizationId>);

/// So far back an organisation is found again.
const RECENT: usize = 4;

impl Organizations {
    pub(super) fn place(&mut self, id: OrganizationId) -> u32 {
        let recent = self.0.len().saturating_sub(RECENT);
        let known = self.0.iter().skip(recent).position(|&known| known == id);
        let place = known.map_or(self.0.len(), |at| recent + at);
        if known.is_none() {
            self.0.push(id);
        }
        place as u32
    }

    /// Whose somebody of this organisation is, seen from a document's.
    pub(super) fn home(&self, place: Option<u32>, document: Option<OrganizationId>) -> Home {
        let id = place.and_then(|place| self.0.get(place as usize));
        match id.copied().zip(document) {
            None => Home::Unknown,
            Some((own, document)) if own == document => Home::Own,
            Some(_) => Home::Other,
        }
    }
}
