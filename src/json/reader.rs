use super::escape::decode;
use super::names::{Names, Symbol};
use super::{parser, string};
use std::borrow::Cow;

/// An object with more strange names than this is unusual.
const MAX_STRANGERS: usize = 16;

/// Reads a text of the usual form from front to back, and remembers nothing of it.
///
/// It gives up (`None`) at the first thing that is unusual: every fault, but also what is rare and right, as a name
/// with an escape. Whoever asks then parses the text, which tells.
pub(crate) struct Reader<'t> {
    text: &'t str,
    names: &'static Names,
    at: usize,
}

/// The names that an open object has used so far.
#[derive(Default)]
pub(crate) struct Object<'t> {
    known: u64,
    strangers: Vec<&'t str>,
}

/// The name of a member that anybody may have put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Member {
    Known(Symbol),
    Stranger,
}

impl Object<'_> {
    /// The name of a member, which must be its only one.
    #[inline(always)]
    pub(crate) fn add(&mut self, name: Symbol) -> Option<Symbol> {
        let before = self.known;
        self.known |= name.bit();
        (before != self.known).then_some(name)
    }

    #[inline(always)]
    const fn is_new(&self) -> bool {
        self.known == 0 && self.strangers.is_empty()
    }
}

impl<'t> Reader<'t> {
    /// For a text in UTF-8.
    pub(crate) fn new(bytes: &'t [u8], names: &'static Names) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        Some(Self { text, names, at: 0 })
    }

    /// How far it has come, in bytes.
    pub(crate) const fn place(&self) -> usize {
        self.at
    }

    /// Bytes that are left of the text.
    pub(crate) const fn left(&self) -> usize {
        self.text.len().saturating_sub(self.at)
    }

    /// The text ends here.
    pub(crate) fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    #[inline(always)]
    pub(crate) fn object(&mut self) -> Option<Object<'t>> {
        self.sign(b'{')?;
        Some(Object::default())
    }

    /// The next member's name, its colon passed; none at the end of the object. Every name must be known.
    #[inline(never)]
    pub(crate) fn member(&mut self, object: &mut Object<'t>) -> Option<Option<Symbol>> {
        if !self.has_member(object)? {
            return Some(None);
        }
        self.name(object).map(Some)
    }

    /// The name, its colon passed, of a member that follows.
    #[inline]
    pub(crate) fn name(&mut self, object: &mut Object<'t>) -> Option<Symbol> {
        let (start, end) = self.plain()?;
        let name = self.names.find(self.text.as_bytes(), start, end)?;
        self.known(name, object)
    }

    /// Whether a member follows, its name about to be read.
    #[inline(always)]
    pub(crate) fn has_member(&mut self, object: &Object<'t>) -> Option<bool> {
        match self.peek()? {
            b'}' => {
                self.at += 1;
                return Some(false);
            }
            // What follows a comma is a name, and an error else.
            b',' if !object.is_new() => self.at += 1,
            _ if !object.is_new() => return None,
            _ => {}
        }
        Some(true)
    }

    /// Whether the text goes on exactly so; it is passed then.
    #[inline(always)]
    pub(crate) fn passes(&mut self, text: &'static str) -> bool {
        let end = self.at + text.len();
        let found = self.text.as_bytes().get(self.at..end) == Some(text.as_bytes());
        if found {
            self.at = end;
        }
        found
    }

    /// The same where names may also be strange.
    #[inline]
    pub(crate) fn any_member(&mut self, object: &mut Object<'t>) -> Option<Option<Member>> {
        if !self.has_member(object)? {
            return Some(None);
        }
        let (start, end) = self.plain()?;
        match self.names.find(self.text.as_bytes(), start, end) {
            Some(name) => self.known(name, object).map(|name| Some(Member::Known(name))),
            None => self.stranger(start, end, object).map(|()| Some(Member::Stranger)),
        }
    }

    #[inline(always)]
    fn known(&mut self, name: Symbol, object: &mut Object<'t>) -> Option<Symbol> {
        self.sign(b':')?;
        object.add(name)
    }

    #[inline(never)]
    fn stranger(&mut self, start: usize, end: usize, object: &mut Object<'t>) -> Option<()> {
        let name = self.text.get(start..end)?;
        if object.strangers.len() == MAX_STRANGERS || object.strangers.contains(&name) {
            return None;
        }
        object.strangers.push(name);
        self.sign(b':')
    }

    #[inline(always)]
    pub(crate) fn array(&mut self) -> Option<()> {
        self.sign(b'[')
    }

    /// Whether another item follows; at the end of the array it is passed.
    #[inline(always)]
    pub(crate) fn item(&mut self, is_first: bool) -> Option<bool> {
        match self.peek()? {
            b']' => {
                self.at += 1;
                Some(false)
            }
            b',' if !is_first => {
                self.at += 1;
                // What follows a comma is an item.
                (self.peek()? != b']').then_some(true)
            }
            _ => is_first.then_some(true),
        }
    }

    /// A string, decoded.
    #[inline(never)]
    pub(crate) fn text(&mut self) -> Option<Cow<'t, str>> {
        self.text_at_once()
    }

    /// The same where most of the time is spent.
    #[inline(always)]
    fn text_at_once(&mut self) -> Option<Cow<'t, str>> {
        self.sign(b'"')?;
        let start = self.at;
        let (end, is_plain) = string::end(self.text.as_bytes(), start).ok()?;
        self.at = end + 1;
        let inside = self.text.get(start..end)?;
        Some(if is_plain { Cow::Borrowed(inside) } else { decode(inside) })
    }

    /// A string that holds no escape.
    #[inline]
    pub(crate) fn plain_text(&mut self) -> Option<&'t str> {
        let (start, end) = self.plain()?;
        self.text.get(start..end)
    }

    /// A string, or none for null.
    #[inline]
    pub(crate) fn optional_text(&mut self) -> Option<Option<Cow<'t, str>>> {
        if self.null()? { Some(None) } else { self.text().map(Some) }
    }

    /// The same where most of the time is spent.
    #[inline(always)]
    pub(crate) fn optional_text_at_once(&mut self) -> Option<Option<Cow<'t, str>>> {
        if self.null()? { Some(None) } else { self.text_at_once().map(Some) }
    }

    /// The same for a string that holds no escape.
    #[inline(always)]
    pub(crate) fn optional_plain_text(&mut self) -> Option<Option<&'t str>> {
        if self.null()? { Some(None) } else { self.plain_text().map(Some) }
    }

    /// Whether null stands here; it is passed then.
    #[inline(always)]
    pub(crate) fn null(&mut self) -> Option<bool> {
        if self.peek()? != b'n' {
            return Some(false);
        }
        self.passes("null").then_some(true)
    }

    /// Passes a string or null.
    #[inline]
    pub(crate) fn skip_optional_text(&mut self) -> Option<()> {
        if self.null()? {
            return Some(());
        }
        self.sign(b'"')?;
        let (end, _) = string::end(self.text.as_bytes(), self.at).ok()?;
        self.at = end + 1;
        Some(())
    }

    pub(crate) fn boolean(&mut self) -> Option<bool> {
        self.peek()?;
        if self.passes("true") { Some(true) } else { self.passes("false").then_some(false) }
    }

    /// Passes any value; this one stands at `depth`.
    #[inline(never)]
    pub(crate) fn skip(&mut self, depth: usize) -> Option<()> {
        self.at = parser::value_end(self.text, self.names, self.at, depth)?;
        Some(())
    }

    /// Where a string without escapes begins and ends.
    #[inline(always)]
    fn plain(&mut self) -> Option<(usize, usize)> {
        self.sign(b'"')?;
        let start = self.at;
        let (end, is_plain) = string::end(self.text.as_bytes(), start).ok()?;
        self.at = end + 1;
        is_plain.then_some((start, end))
    }

    #[inline(always)]
    fn sign(&mut self, sign: u8) -> Option<()> {
        (self.peek()? == sign).then(|| self.at += 1)
    }

    /// The next byte that is not white space.
    #[inline(always)]
    fn peek(&mut self) -> Option<u8> {
        match self.text.as_bytes().get(self.at) {
            Some(&byte) if byte > b' ' => Some(byte),
            _ => self.peek_behind_space(),
        }
    }

    #[inline(never)]
    fn peek_behind_space(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                other => return other.copied(),
            }
        }
    }
}
