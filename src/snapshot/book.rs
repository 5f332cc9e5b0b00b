use super::lists::Lists;
use crate::email::EmailAddress;

/// So many bytes are in a block.
const BYTES: usize = 1 << 16;

/// The texts of addresses, in blocks: none is copied when another is added.
#[derive(Default)]
pub(super) struct Book(Vec<String>);

/// An address in the book: where its canonical form stands, and its `@` in it. At most 254 octets.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spelling {
    pub(super) start: u32,
    pub(super) length: u8,
    pub(super) at: u8,
    /// The policy's lists that it is on.
    pub(crate) lists: Lists,
    /// It is the last of its account.
    pub(super) is_last: bool,
}

impl Book {
    pub(super) fn write(&mut self, address: &EmailAddress<'_>) -> Spelling {
        let (text, local) = (address.as_str(), address.local().len());
        let start = self.block(text.len()).map_or(0, |(number, block)| {
            let start = number * BYTES + block.len();
            block.push_str(text);
            start
        });
        Spelling {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            length: u8::try_from(text.len()).unwrap_or(u8::MAX),
            at: u8::try_from(local).unwrap_or(u8::MAX),
            lists: Lists::default(),
            is_last: false,
        }
    }

    /// One with room for so many bytes.
    #[inline]
    fn block(&mut self, length: usize) -> Option<(usize, &mut String)> {
        match self.0.last() {
            Some(last) if last.len() + length <= BYTES => {}
            // A short text grows as any other.
            None => self.0.push(String::new()),
            Some(_) => self.0.push(String::with_capacity(BYTES)),
        }
        Some((self.0.len() - 1, self.0.last_mut()?))
    }

    /// The canonical form of a spelling.
    #[inline(always)]
    pub(super) fn text(&self, spelling: Spelling) -> &str {
        let block = self.0.get(spelling.start as usize / BYTES);
        let start = spelling.start as usize % BYTES;
        block.and_then(|block| block.get(start..start + usize::from(spelling.length))).unwrap_or("")
    }

    /// What stands before the `@`.
    pub(super) fn local(&self, spelling: Spelling) -> &str {
        self.text(spelling).get(..usize::from(spelling.at)).unwrap_or_default()
    }

    /// Its domain, in A-labels.
    #[inline]
    pub(super) fn domain(&self, spelling: Spelling) -> &str {
        self.text(spelling).get(usize::from(spelling.at) + 1..).unwrap_or_default()
    }
}
