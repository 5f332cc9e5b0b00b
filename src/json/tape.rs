use super::escape::decode;
use std::borrow::Cow;

/// What a value is. Two kinds of text: most hold no escape and are borrowed as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    True,
    False,
    Number,
    Plain,
    Escaped,
    Array,
    Object,
}

/// One value: its text (a string's without quotes), and the node after all that it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) next: u32,
}

/// A parsed text: its values in text order. An object's nodes alternate name, value.
#[derive(Debug)]
pub(crate) struct Tape<'t> {
    pub(super) text: &'t str,
    pub(super) nodes: Vec<Node>,
}

impl<'t> Tape<'t> {
    pub(crate) fn root(&self) -> Value<'_, 't> {
        Value { tape: self, at: 0 }
    }

    #[inline]
    pub(super) fn node(&self, at: u32) -> Node {
        let outside = Node { kind: Kind::Null, start: 0, end: 0, next: at.saturating_add(1) };
        self.nodes.get(at as usize).copied().unwrap_or(outside)
    }

    #[inline]
    pub(super) fn raw(&self, node: Node) -> &'t str {
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// Whether two strings say the same. Most differ in length already, and hold no escape.
    #[inline]
    pub(super) fn same_text(&self, a: Node, b: Node) -> bool {
        if a.kind == Kind::Plain && b.kind == Kind::Plain {
            return a.end - a.start == b.end - b.start && self.raw(a) == self.raw(b);
        }
        self.decoded(a) == self.decoded(b)
    }

    #[inline]
    pub(super) fn decoded(&self, node: Node) -> Cow<'t, str> {
        match node.kind {
            Kind::Escaped => decode(self.raw(node)),
            Kind::Null | Kind::True | Kind::False | Kind::Number => Cow::Borrowed(self.raw(node)),
            Kind::Plain | Kind::Array | Kind::Object => Cow::Borrowed(self.raw(node)),
        }
    }
}

/// A place on the tape.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'d, 't> {
    tape: &'d Tape<'t>,
    at: u32,
}

impl<'d, 't> Value<'d, 't> {
    #[inline]
    pub(crate) fn kind(self) -> Kind {
        self.tape.node(self.at).kind
    }

    #[inline]
    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// A string's decoded text.
    #[inline]
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        let node = self.tape.node(self.at);
        matches!(node.kind, Kind::Plain | Kind::Escaped).then(|| self.tape.decoded(node))
    }

    /// A number's text as written.
    pub(crate) fn number(self) -> Option<&'t str> {
        let node = self.tape.node(self.at);
        (node.kind == Kind::Number).then(|| self.tape.raw(node))
    }

    /// An object's members, in text order; none for other kinds.
    #[inline]
    pub(crate) fn members(self) -> impl Iterator<Item = (Cow<'t, str>, Value<'d, 't>)> {
        let (mut at, end) = self.inside(Kind::Object);
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let name = self.tape.decoded(self.tape.node(at));
                let value = Value { tape: self.tape, at: at + 1 };
                at = self.tape.node(at + 1).next;
                (name, value)
            })
        })
    }

    /// An array's items; none for other kinds.
    #[inline]
    pub(crate) fn items(self) -> impl Iterator<Item = Value<'d, 't>> {
        let (mut at, end) = self.inside(Kind::Array);
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let item = Value { tape: self.tape, at };
                at = self.tape.node(at).next;
                item
            })
        })
    }

    #[inline]
    fn inside(self, kind: Kind) -> (u32, u32) {
        let node = self.tape.node(self.at);
        if node.kind == kind { (self.at + 1, node.next) } else { (0, 0) }
    }
}
