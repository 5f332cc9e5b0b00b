/// Reads a list of numbers, of seven bits in each byte, the lowest first.
#[derive(Clone, Copy)]
pub(crate) struct Numbers(&'static [u8]);

impl Numbers {
    pub(crate) const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next number; 0 behind the last.
    pub(crate) fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// `last` and the next number, which has a sign.
    pub(crate) fn after(&mut self, last: u32) -> u32 {
        let number = self.number();
        last.wrapping_add((number >> 1) ^ (number & 1).wrapping_neg())
    }
}
