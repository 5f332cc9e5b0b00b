use super::tape::{Node, Tape};
use std::collections::BTreeSet;

/// Objects up to this size are searched by looking at every name.
const FEW: usize = 16;

/// The names that an open object has used so far.
pub(super) struct Members<'t> {
    few: Vec<Node>,
    many: BTreeSet<std::borrow::Cow<'t, str>>,
}

impl<'t> Members<'t> {
    pub(super) fn new() -> Self {
        Self { few: Vec::new(), many: BTreeSet::new() }
    }

    pub(super) fn clear(&mut self) {
        self.few.clear();
        self.many.clear();
    }

    /// False when the object has this name already, comparing decoded names.
    pub(super) fn insert(&mut self, tape: &Tape<'t>, name: Node) -> bool {
        if self.few.len() < FEW {
            let text = tape.decoded(name);
            let fresh = self.few.iter().all(|&other| tape.decoded(other) != text);
            self.few.push(name);
            return fresh;
        }
        if self.many.is_empty() {
            self.many.extend(self.few.iter().map(|&other| tape.decoded(other)));
        }
        self.many.insert(tape.decoded(name))
    }
}
