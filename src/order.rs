//! One sort for the whole library: each copy of the standard one adds 5 to 10 KB to the module.

use std::cmp::Ordering;

/// The items in order; equal ones keep theirs.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        (None, _) | (_, None) => Ordering::Equal,
    });
    order.into_iter().filter_map(|at| items.get(at)).cloned().collect()
}

/// The places of items in order, equal ones as they stand: a merge sort, from runs of one upwards.
#[inline(never)]
pub(crate) fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        merged.clear();
        for pair in order.chunks(2 * run) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merge(left, right, &mut merged, compare);
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    order
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    merged: &mut Vec<usize>,
    compare: &dyn Fn(usize, usize) -> Ordering,
) {
    while let (Some((&a, after_a)), Some((&b, after_b))) = (left.split_first(), right.split_first())
    {
        if compare(a, b) == Ordering::Greater {
            merged.push(b);
            right = after_b;
        } else {
            merged.push(a);
            left = after_a;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(items in prop::collection::vec((0_u8..20, any::<u8>()), 0..70)) {
            let mut expected = items.clone();
            expected.sort_by_key(|&(key, _)| key);
            prop_assert_eq!(super::sorted(&items, |a, b| a.0.cmp(&b.0)), expected);
        }
    }
}
