use super::escape::decode;
use super::names::{Names, Symbol};
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

const KINDS: [Kind; 8] = [
    Kind::Null,
    Kind::True,
    Kind::False,
    Kind::Number,
    Kind::Plain,
    Kind::Escaped,
    Kind::Array,
    Kind::Object,
];

/// Texts are at most 64 MiB: a place in one takes 27 bits, which leaves some for the kind.
const PLACE: u32 = 27;
/// Marks a member's name that is known: instead of its end stands its symbol.
const KNOWN: u32 = 1 << 31;

/// One value. A small one, because a text has many: where it starts in the text (a string's without quotes), and
/// where it ends; for an array or object, the node after all that it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    head: u32,
    end: u32,
}

impl Node {
    #[inline]
    pub(super) fn new(kind: Kind, start: usize, end: usize) -> Self {
        Self { head: (kind as u32) << PLACE | small(start), end: small(end) }
    }

    #[inline]
    pub(super) fn known(name: Symbol, start: usize) -> Self {
        Self { head: KNOWN | small(start), end: name.number() }
    }

    #[inline]
    pub(super) fn kind(self) -> Kind {
        KINDS.get((self.head >> PLACE & 7) as usize).copied().unwrap_or(Kind::Null)
    }

    #[inline]
    const fn start(self) -> u32 {
        self.head & ((1 << PLACE) - 1)
    }

    /// The node that follows this one, which stands at `at`, and all that it holds.
    #[inline]
    const fn next(self, at: u32) -> u32 {
        let is_open = self.head >> PLACE & 7 >= Kind::Array as u32;
        if is_open { self.end } else { at.saturating_add(1) }
    }

    /// Closes an array or object.
    #[inline]
    pub(super) fn close(&mut self, next: usize) {
        self.end = small(next);
    }
}

/// Every place in a text fits.
#[inline]
const fn small(n: usize) -> u32 {
    n as u32
}

/// A member's name: one of those that the reader knows, or another one's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name<'t> {
    Known(Symbol),
    Stranger(Cow<'t, str>),
}

/// A parsed text: its values in text order. An object's nodes alternate name, value.
#[derive(Debug)]
pub(crate) struct Tape<'t> {
    pub(super) text: &'t str,
    pub(super) names: &'static Names,
    pub(super) nodes: Vec<Node>,
}

impl<'t> Tape<'t> {
    pub(crate) fn root(&self) -> Value<'_, 't> {
        Value { tape: self, at: 0 }
    }

    #[inline]
    fn node(&self, at: u32) -> Node {
        let outside = Node { head: 0, end: 0 };
        self.nodes.get(at as usize).copied().unwrap_or(outside)
    }

    #[inline]
    pub(super) fn raw(&self, node: Node) -> &'t str {
        self.text.get(node.start() as usize..node.end as usize).unwrap_or_default()
    }

    /// What a string's node says, if it is one.
    #[inline]
    pub(super) fn decoded(&self, node: Node) -> Option<Cow<'t, str>> {
        match node.kind() {
            Kind::Plain => Some(Cow::Borrowed(self.raw(node))),
            Kind::Escaped => Some(decode(self.raw(node))),
            Kind::Null | Kind::True | Kind::False | Kind::Number => None,
            Kind::Array | Kind::Object => None,
        }
    }

    #[inline]
    fn name(&self, node: Node) -> Name<'t> {
        if node.head & KNOWN != 0 {
            return Name::Known(Symbol::numbered(node.end));
        }
        Name::Stranger(self.decoded(node).unwrap_or_default())
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
        self.tape.node(self.at).kind()
    }

    #[inline]
    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// A string's decoded text.
    #[inline]
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        self.tape.decoded(self.tape.node(self.at))
    }

    /// A number's text as written.
    pub(crate) fn number(self) -> Option<&'t str> {
        let node = self.tape.node(self.at);
        (node.kind() == Kind::Number).then(|| self.tape.raw(node))
    }

    /// An object's members, in text order; none for other kinds.
    #[inline]
    pub(crate) fn members(self) -> impl Iterator<Item = (Name<'t>, Value<'d, 't>)> {
        let (mut at, end) = self.inside(Kind::Object);
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let name = self.tape.name(self.tape.node(at));
                let value = Value { tape: self.tape, at: at + 1 };
                at = value.next();
                (name, value)
            })
        })
    }

    /// The member of a known name.
    pub(crate) fn member(self, name: Symbol) -> Option<Value<'d, 't>> {
        self.members().find(|(other, _)| *other == Name::Known(name)).map(|(_, value)| value)
    }

    /// An array's items; none for other kinds.
    pub(crate) fn items(self) -> Items<'d, 't> {
        let (at, end) = self.inside(Kind::Array);
        Items { tape: Some(self.tape), at, end }
    }

    #[inline]
    fn next(self) -> u32 {
        self.tape.node(self.at).next(self.at)
    }

    #[inline]
    fn inside(self, kind: Kind) -> (u32, u32) {
        let node = self.tape.node(self.at);
        if node.kind() == kind { (self.at + 1, node.end) } else { (0, 0) }
    }
}

/// The items of an array.
#[derive(Debug, Default)]
pub(crate) struct Items<'d, 't> {
    tape: Option<&'d Tape<'t>>,
    at: u32,
    end: u32,
}

impl<'d, 't> Iterator for Items<'d, 't> {
    type Item = Value<'d, 't>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = Value { tape: self.tape?, at: self.at };
        (self.at < self.end).then(|| {
            self.at = item.next();
            item
        })
    }
}
