use std::ops::Range;

/// Where the items with each leading part of a hash stand, in a list that is sorted by hash and key.
///
/// As many buckets as items, so one holds about one. Whoever makes hashes collide only makes a bucket
/// large, and within it the search goes on by halves: nobody can make it slow.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    bits: u32,
    starts: Vec<u32>,
}

impl Buckets {
    /// For the hashes of a sorted list.
    #[inline(never)]
    pub(super) fn new(hashes: &[u32]) -> Self {
        let bits = bits_for(hashes.len());
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        let mut end: u32 = 0;
        for &hash in hashes {
            while starts.len() <= leading(hash, bits) {
                starts.push(end);
            }
            end = end.saturating_add(1);
        }
        starts.resize((1 << bits) + 1, end);
        Self { bits, starts }
    }

    /// The places at which an item with this hash can stand.
    #[inline(always)]
    pub(super) fn range(&self, hash: u32) -> Range<usize> {
        let bucket = leading(hash, self.bits);
        let bound = |at: usize| self.starts.get(at).map_or(0, |&start| start as usize);
        bound(bucket)..bound(bucket + 1)
    }
}

/// The first `bits` of a hash.
#[inline(always)]
pub(super) const fn leading(hash: u32, bits: u32) -> usize {
    match hash.checked_shr(u32::BITS - bits) {
        Some(bucket) => bucket as usize,
        None => 0,
    }
}

/// The bits that give as many buckets as there are items, or up to twice as many.
pub(super) const fn bits_for(items: usize) -> u32 {
    items.next_power_of_two().trailing_zeros()
}

/// What the index keeps of a hash.
#[inline(always)]
pub(super) const fn kept(hash: u64) -> u32 {
    (hash >> u32::BITS) as u32
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Buckets;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_item_is_in_its_bucket(
            mut hashes in prop::collection::vec(prop_oneof![any::<u32>(), Just(7), Just(u32::MAX)], 0..70),
        ) {
            hashes.sort_unstable();
            let buckets = Buckets::new(&hashes);
            for (at, &hash) in hashes.iter().enumerate() {
                prop_assert!(buckets.range(hash).contains(&at));
            }
        }
    }

    #[test]
    fn colliding_hashes_share_a_bucket() {
        let buckets = Buckets::new(&[5; 1000]);
        assert_eq!(buckets.range(5), 0..1000);
        assert_eq!(buckets.range(u32::MAX), 1000..1000);
        assert_eq!(Buckets::default().range(5), 0..0);
    }
}
