use super::escape::decode;
use super::names::{Names, Symbol};
use super::string;
use std::borrow::Cow;

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
pub(crate) struct Object {
    used: u64,
}

impl<'t> Reader<'t> {
    /// For a text in UTF-8.
    pub(crate) fn new(bytes: &'t [u8], names: &'static Names) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        Some(Self { text, names, at: 0 })
    }

    /// Bytes that are left of the text.
    pub(crate) const fn left(&self) -> usize {
        self.text.len().saturating_sub(self.at)
    }

    /// The text ends here.
    pub(crate) fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    #[inline]
    pub(crate) fn object(&mut self) -> Option<Object> {
        self.sign(b'{')?;
        Some(Object::default())
    }

    /// The next member's name, its colon passed; none at the end of the object. Every name must be known.
    #[inline]
    pub(crate) fn member(&mut self, object: &mut Object) -> Option<Option<Symbol>> {
        match self.peek()? {
            b'}' => {
                self.at += 1;
                return Some(None);
            }
            b',' if object.used != 0 => {
                self.at += 1;
                self.peek()?;
            }
            _ if object.used != 0 => return None,
            _ => {}
        }
        let (start, end) = self.plain()?;
        let name = self.names.find(self.text.as_bytes(), start, end)?;
        let before = object.used;
        object.used |= name.bit();
        self.sign(b':')?;
        (before != object.used).then_some(Some(name))
    }

    #[inline]
    pub(crate) fn array(&mut self) -> Option<()> {
        self.sign(b'[')
    }

    /// Whether another item follows; at the end of the array it is passed.
    #[inline]
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
    #[inline]
    pub(crate) fn text(&mut self) -> Option<Cow<'t, str>> {
        self.quote()?;
        let start = self.at;
        let (end, is_plain) = string::end(self.text.as_bytes(), start).ok()?;
        self.at = end + 1;
        let inside = self.text.get(start..end)?;
        Some(if is_plain { Cow::Borrowed(inside) } else { decode(inside) })
    }

    pub(crate) fn boolean(&mut self) -> Option<bool> {
        self.peek()?;
        let rest = self.text.get(self.at..)?;
        let value = rest.starts_with("true");
        if !value && !rest.starts_with("false") {
            return None;
        }
        self.at += if value { 4 } else { 5 };
        Some(value)
    }

    /// Where a string without escapes begins and ends.
    #[inline]
    fn plain(&mut self) -> Option<(usize, usize)> {
        self.quote()?;
        let start = self.at;
        let (end, is_plain) = string::end(self.text.as_bytes(), start).ok()?;
        self.at = end + 1;
        is_plain.then_some((start, end))
    }

    #[inline]
    fn quote(&mut self) -> Option<()> {
        self.sign(b'"')
    }

    #[inline]
    fn sign(&mut self, sign: u8) -> Option<()> {
        (self.peek()? == sign).then(|| self.at += 1)
    }

    /// The next byte that is not white space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                other => return other.copied(),
            }
        }
    }
}
