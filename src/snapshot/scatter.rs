use super::buckets::{bits_for, leading};
use crate::order::sorted;
use std::cmp::Ordering;

/// A bucket up to this size is put in order by insertion.
const FEW: usize = 16;

/// The places of items in the order of their hashes and, where these are equal, of `compare`; equal items keep theirs.
///
/// One pass gathers them by the leading part of the hash; what is left to do within a bucket is next to nothing, and
/// where somebody has made hashes collide, a sort.
pub(super) fn by_hash(hashes: &[u64], compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
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
fn scattered(hashes: &[u64]) -> (Vec<u32>, Vec<u32>) {
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
    use super::by_hash;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_stable_sort(
            items in prop::collection::vec((prop_oneof![any::<u64>(), 5..8_u64], 0..4_u8), 0..90),
        ) {
            let hashes: Vec<u64> = items.iter().map(|(hash, _)| *hash).collect();
            let key = |place: usize| items.get(place).map(|(_, key)| *key);
            let places = by_hash(&hashes, &|one, other| key(one).cmp(&key(other)));
            let mut expected: Vec<u32> = (0..).take(items.len()).collect();
            expected.sort_by_key(|&place| items.get(place as usize));
            prop_assert_eq!(places, expected);
        }
    }
}
