use super::buckets::{bits_for, leading};
use crate::order::sorted;
use std::cmp::Ordering;

/// A bucket up to this size is put in order by insertion.
const FEW: usize = 16;

/// The places of items in the order of their hashes and, where these are equal, of `compare`; equal items keep theirs.
///
/// One pass gathers them by the leading part of the hash; what is left to do within a bucket is next to nothing, and
/// where somebody has made hashes collide, a sort.
pub(super) fn by_hash(hashes: &[u32], compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let hash = |place: u32| hashes.get(place as usize).copied().unwrap_or_default();
    let order = |one: u32, other: u32| {
        hash(one).cmp(&hash(other)).then_with(|| compare(one as usize, other as usize))
    };
    let (mut places, ends) = scattered(hashes);
    let mut start = 0;
    for end in ends {
        let end = end as usize;
        if let Some(bucket @ [_, _, ..]) = places.get_mut(start..end) {
            arrange(bucket, order);
        }
        start = end;
    }
    places
}

/// The places bucket by bucket, and where each bucket ends.
fn scattered(hashes: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let bits = bits_for(hashes.len());
    let mut next = vec![0_u32; 1 << bits];
    for &hash in hashes {
        if let Some(count) = next.get_mut(leading(hash, bits)) {
            *count = count.wrapping_add(1);
        }
    }
    let mut start: u32 = 0;
    for count in &mut next {
        start = start.wrapping_add(std::mem::replace(count, start));
    }
    let mut places = vec![0; hashes.len()];
    for (place, &hash) in (0_u32..).zip(hashes) {
        let Some(at) = next.get_mut(leading(hash, bits)) else { continue };
        if let Some(slot) = places.get_mut(*at as usize) {
            *slot = place;
        }
        *at = at.wrapping_add(1);
    }
    (places, next)
}

fn arrange(bucket: &mut [u32], order: impl Fn(u32, u32) -> Ordering) {
    if bucket.len() > FEW {
        let arranged = sorted(bucket, |&one, &other| order(one, other));
        bucket.copy_from_slice(&arranged);
        return;
    }
    for end in 1..bucket.len() {
        let mut at = end;
        while let Some([one, other]) = at.checked_sub(1).and_then(|before| bucket.get(before..=at))
            && order(*one, *other) == Ordering::Greater
        {
            bucket.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::addresses::hash;
    use super::super::buckets::{Buckets, kept};
    use super::by_hash;
    use proptest::prelude::*;
    use std::cell::Cell;

    /// Someone who knows the hash, and so can choose addresses that fall into one bucket, gains next to nothing:
    /// making the index costs what a sort does, and a search what a search by halves does.
    #[test]
    fn colliding_addresses_are_sorted_and_found_by_halves() {
        let candidates = (0..2_000_000).map(|number| format!("a{number}@example.com"));
        let attack: Vec<String> =
            candidates.filter(|address| hash(address) >> 54 == 0x155).take(1024).collect();
        assert_eq!(attack.len(), 1024);
        let address = |place: usize| attack.get(place);
        let hashes: Vec<u32> = attack.iter().map(|address| kept(hash(address))).collect();
        let order = by_hash(&hashes, &|one, other| address(one).cmp(&address(other)));
        let in_order = || order.iter().filter_map(|&place| hashes.get(place as usize).copied());
        assert!(in_order().is_sorted());
        let buckets = Buckets::new(&in_order().collect::<Vec<_>>());
        assert_eq!(buckets.range(0x155 << 22), 0..1024, "all are in one bucket");

        let one_hash = vec![7; 1024];
        let compared = Cell::new(0);
        let compare = |one: usize, other: usize| {
            compared.set(compared.get() + 1);
            address(one).cmp(&address(other))
        };
        assert_eq!(by_hash(&one_hash, &compare).len(), 1024);
        assert!(compared.get() <= 1024 * 10, "{} comparisons", compared.get());
    }

    proptest! {
        #[test]
        fn as_a_stable_sort(
            items in prop::collection::vec((prop_oneof![any::<u32>(), 5..8_u32], 0..4_u8), 0..90),
        ) {
            let hashes: Vec<u32> = items.iter().map(|(hash, _)| *hash).collect();
            let key = |place: usize| items.get(place).map(|(_, key)| *key);
            let places = by_hash(&hashes, &|one, other| key(one).cmp(&key(other)));
            let mut expected: Vec<u32> = (0..).take(items.len()).collect();
            expected.sort_by_key(|&place| items.get(place as usize));
            prop_assert_eq!(places, expected);
        }
    }
}
