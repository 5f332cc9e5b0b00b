//! The names of open objects that are not known in advance: none may come twice.

use std::borrow::Cow;

/// By depth, kept when its object closes, for the next to reuse.
#[derive(Default)]
pub(super) struct Strangers<'t>(Vec<Runs<'t>>);

impl<'t> Strangers<'t> {
    /// An object opens at this depth.
    #[inline]
    pub(super) fn begin(&mut self, depth: usize) {
        if let Some(Runs(names)) = self.0.get_mut(depth) {
            names.clear();
        }
    }

    /// False when the object at this depth has the name already.
    pub(super) fn insert(&mut self, depth: usize, name: Cow<'t, str>) -> bool {
        if self.0.len() <= depth {
            self.0.resize_with(depth + 1, Runs::default);
        }
        self.0.get_mut(depth).is_none_or(|names| names.insert(name))
    }
}

/// Sorted lists of names, each longer than all that follow it together. There are few to search, and a name is
/// moved into a longer one as seldom: a set whose cost nobody can raise, with a fifth of a `BTreeSet`'s code.
#[derive(Default)]
struct Runs<'t>(Vec<Vec<Cow<'t, str>>>);

impl<'t> Runs<'t> {
    #[inline(never)]
    fn insert(&mut self, name: Cow<'t, str>) -> bool {
        if self.0.iter().any(|run| run.binary_search(&name).is_ok()) {
            return false;
        }
        let mut run = vec![name];
        while let Some(shorter) = self.0.pop_if(|last| last.len() <= run.len()) {
            run = merged(shorter, run);
        }
        self.0.push(run);
        true
    }
}

fn merged<'t>(left: Vec<Cow<'t, str>>, right: Vec<Cow<'t, str>>) -> Vec<Cow<'t, str>> {
    let mut right = right.into_iter().peekable();
    let mut all = Vec::with_capacity(left.len() + right.len());
    for name in left {
        while let Some(before) = right.next_if(|other| *other < name) {
            all.push(before);
        }
        all.push(name);
    }
    all.extend(right);
    all
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn as_a_set_of_the_standard_library(names in prop::collection::vec("[a-d]{0,4}", 0..200)) {
            let (mut runs, mut set) = (Runs(Vec::new()), BTreeSet::new());
            for name in names {
                prop_assert_eq!(runs.insert(Cow::Owned(name.clone())), set.insert(name));
                prop_assert!(runs.0.is_sorted_by(|a, b| a.len() > b.len()));
            }
        }
    }
}
