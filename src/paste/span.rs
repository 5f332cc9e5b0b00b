use serde::Serialize;
use std::ops::Range;

/// Where something stands in a pasted text, for readers of either encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First byte, and the one behind the last, in UTF-8.
    bytes: [u32; 2],
    /// The same in UTF-16 code units: what `text.slice` of JavaScript takes.
    utf16: [u32; 2],
}

impl Span {
    pub(super) fn whole(bytes: usize, utf16: usize) -> Self {
        Self { bytes: [0, short(bytes)], utf16: [0, short(utf16)] }
    }

    /// The range in bytes.
    #[must_use]
    pub const fn bytes(&self) -> Range<usize> {
        let [start, end] = self.bytes;
        start as usize..end as usize
    }

    /// The range in UTF-16 code units.
    #[must_use]
    pub const fn utf16(&self) -> Range<usize> {
        let [start, end] = self.utf16;
        start as usize..end as usize
    }
}

/// Makes spans. They come in the order of the text, so that each byte is counted once.
pub(super) struct Ruler<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Ruler<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    pub(super) fn span(&mut self, bytes: Range<usize>) -> Span {
        let start = self.advance(bytes.start);
        let end = self.advance(bytes.end);
        Span { bytes: [short(bytes.start), short(bytes.end)], utf16: [start, end] }
    }

    #[inline(never)]
    fn advance(&mut self, to: usize) -> u32 {
        let between = self.text.get(self.byte..to).unwrap_or_default();
        for byte in between.bytes() {
            // The first byte of a character counts, and that of four twice.
            self.unit += u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0);
        }
        self.byte = self.byte.max(to);
        self.unit
    }
}

/// A text in memory is shorter than that.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
