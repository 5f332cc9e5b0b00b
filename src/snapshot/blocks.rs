/// So many items are in a block.
const ITEMS: usize = 1 << 15;

/// A list that grows by blocks: none is copied when a long list grows, and it has no half that is empty.
pub(super) struct Blocks<T> {
    /// Grows as any other list, up to `room`.
    first: Vec<T>,
    room: usize,
    more: Vec<Vec<T>>,
}

impl<T> Default for Blocks<T> {
    fn default() -> Self {
        Self { first: Vec::new(), room: ITEMS, more: Vec::new() }
    }
}

impl<T> Blocks<T> {
    /// Makes room for so many items in one place, before there is one.
    pub(super) fn reserve(&mut self, items: usize) {
        self.first.reserve_exact(items);
        self.room = self.room.max(items);
    }

    #[inline(always)]
    pub(super) fn push(&mut self, item: T) {
        if self.first.len() < self.room {
            self.first.push(item);
        } else {
            self.push_behind(item);
        }
    }

    #[inline(never)]
    fn push_behind(&mut self, item: T) {
        if self.more.last().is_none_or(|last| last.len() == ITEMS) {
            self.more.push(Vec::with_capacity(ITEMS));
        }
        if let Some(last) = self.more.last_mut() {
            last.push(item);
        }
    }

    pub(super) fn len(&self) -> usize {
        let behind = self.more.last().map_or(0, |last| (self.more.len() - 1) * ITEMS + last.len());
        self.first.len() + behind
    }

    #[inline(always)]
    pub(super) fn get(&self, place: usize) -> Option<&T> {
        match self.first.get(place) {
            None => self.get_behind(place),
            found => found,
        }
    }

    #[inline(never)]
    fn get_behind(&self, place: usize) -> Option<&T> {
        let place = place.checked_sub(self.room)?;
        self.more.get(place / ITEMS)?.get(place % ITEMS)
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        self.more.last_mut().unwrap_or(&mut self.first).last_mut()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.parts().flatten()
    }

    /// The items, in as many slices as there are.
    #[inline]
    pub(super) fn parts(&self) -> impl Iterator<Item = &[T]> {
        std::iter::once(self.first.as_slice()).chain(self.more.iter().map(Vec::as_slice))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Blocks, ITEMS};

    fn as_a_list(mut blocks: Blocks<usize>) {
        for length in 0..3 * ITEMS + 2 {
            assert_eq!(blocks.len(), length);
            assert_eq!(blocks.get(length), None);
            blocks.push(length);
            assert_eq!(blocks.get(length), Some(&length));
            assert_eq!(blocks.last_mut(), Some(&mut length.clone()));
        }
        assert!(blocks.iter().copied().eq(0..blocks.len()));
        assert!((0..blocks.len()).all(|place| blocks.get(place) == Some(&place)));
    }

    #[test]
    fn as_lists_with_and_without_room() {
        for room in [0, 7, ITEMS + 9] {
            let mut blocks = Blocks::default();
            blocks.reserve(room);
            as_a_list(blocks);
        }
    }
}
