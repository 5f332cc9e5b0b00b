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

/// The known names that an object has used so far.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known(u64);

/// An object that may hold strange names too.
#[derive(Default)]
pub(crate) struct Open<'t> {
    known: Known,
    strangers: Vec<&'t str>,
}

/// The name of a member that anybody may have put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Member {
    Known(Symbol),
    Stranger,
}

impl Known {
    /// The name of a member, which must be the only one of its name.
    #[inline(always)]
    pub(crate) fn add(&mut self, name: Symbol) -> Option<Symbol> {
        let before = self.0;
        self.0 |= name.bit();
        (before != self.0).then_some(name)
    }

    #[inline(always)]
    const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Open<'_> {
    /// The name of a member, which must be the only one of its name.
    #[inline(always)]
    pub(crate) fn add(&mut self, name: Symbol) -> Option<Member> {
        self.known.add(name).map(Member::Known)
    }
}

impl<'t> Reader<'t> {
    /// For a text in UTF-8.
    pub(crate) fn new(bytes: &'t [u8], names: &'static Names) -> Option<Self> {
        std::str::from_utf8(bytes).ok().map(|text| Self::of(text, names))
    }

    pub(crate) const fn of(text: &'t str, names: &'static Names) -> Self {
        Self { text, names, at: 0 }
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
    pub(crate) fn object(&mut self) -> Option<Known> {
        self.sign(b'{').map(|()| Known::default())
    }

    #[inline(always)]
    pub(crate) fn open_object(&mut self) -> Option<Open<'t>> {
        self.sign(b'{').map(|()| Open::default())
    }

    /// The next member's name, its colon passed; none at the end of the object. Every name must be known.
    #[inline(never)]
    pub(crate) fn member(&mut self, known: &mut Known) -> Option<Option<Symbol>> {
        if !self.has_member(*known)? {
            return Some(None);
        }
        self.name(known).map(Some)
    }

    /// Whether a member follows, its name about to be read.
    #[inline(always)]
    pub(crate) fn has_member(&mut self, known: Known) -> Option<bool> {
        self.goes_on(known.is_empty())
    }

    /// The name, its colon passed, of a member that follows.
    #[inline]
    pub(crate) fn name(&mut self, known: &mut Known) -> Option<Symbol> {
        let (start, end) = self.plain()?;
        let name = self.names.find(self.text.as_bytes(), start, end)?;
        self.sign(b':')?;
        known.add(name)
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

    /// The name, its colon passed, of a member that may also be a stranger.
    #[inline(never)]
    pub(crate) fn any_name(&mut self, object: &mut Open<'t>) -> Option<Member> {
        let (start, end) = self.plain()?;
        match self.names.find(self.text.as_bytes(), start, end) {
            Some(name) => {
                self.sign(b':')?;
                object.add(name)
            }
            None => self.stranger(start, end, object).map(|()| Member::Stranger),
        }
    }

    /// Whether a member follows, its name about to be read.
    #[inline(always)]
    pub(crate) fn has_any_member(&mut self, object: &Open<'t>) -> Option<bool> {
        self.goes_on(object.known.is_empty() && object.strangers.is_empty())
    }

    #[inline(never)]
    fn stranger(&mut self, start: usize, end: usize, object: &mut Open<'t>) -> Option<()> {
        let name = self.text.get(start..end)?;
        if object.strangers.len() == MAX_STRANGERS || object.strangers.contains(&name) {
            return None;
        }
        object.strangers.push(name);
        self.sign(b':')
    }

    #[inline(always)]
    fn goes_on(&mut self, is_first: bool) -> Option<bool> {
        match self.peek()? {
            b'}' => {
                self.at += 1;
                return Some(false);
            }
            // What follows a comma is a name, and an error else.
            b',' if !is_first => self.at += 1,
            _ if !is_first => return None,
            _ => {}
        }
        Some(true)
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

    /// What stands between quotation marks that are so many bytes apart: what can be taken for a string by who knows
    /// that it holds neither an escape nor a quotation mark.
    #[inline]
    pub(crate) fn text_of(&mut self, length: usize) -> Option<&'t str> {
        self.sign(b'"')?;
        let end = self.at + length;
        let closed = self.text.as_bytes().get(end) == Some(&b'"');
        let inside = self.text.get(self.at..end).filter(|_| closed)?;
        self.at = end + 1;
        Some(inside)
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

    /// The same where [`text_of`](Self::text_of) may be asked.
    #[inline(always)]
    pub(crate) fn optional_text_of(&mut self, length: usize) -> Option<Option<&'t str>> {
        if self.null()? { Some(None) } else { self.text_of(length).map(Some) }
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
