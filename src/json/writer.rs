//! Writes JSON text: no white space, members in the order in which they come.

use crate::word::plain_end;

/// A text in the making. Every part has one function that is not generic: answers share its code.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: Vec<u8>,
}

impl Writer {
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// Writes into memory that is there already, for about so many bytes, and leaves room in front.
    pub(crate) fn behind(room: usize, bytes: usize, mut out: Vec<u8>) -> Self {
        out.clear();
        out.reserve(bytes);
        out.resize(room, 0);
        Self { out }
    }

    pub(crate) const fn length(&self) -> usize {
        self.out.len()
    }

    /// With all from `end` moved to the front, into the room that was left there.
    pub(crate) fn with_head(mut self, room: usize, end: usize) -> Vec<u8> {
        let unused = (room + end).saturating_sub(self.out.len());
        self.out.copy_within(end.., unused);
        self.out.truncate(end);
        self.out.drain(..unused);
        self.out
    }

    /// A bracket, or what stands between a name and its value.
    #[inline(never)]
    pub(super) fn sign(&mut self, sign: u8) {
        self.out.push(sign);
    }

    #[inline(never)]
    pub(super) fn word(&mut self, word: &str) {
        self.raw(word.as_bytes());
    }

    /// What is JSON already. Inlined: a text that is known in advance is then copied in a few instructions.
    #[inline]
    pub(crate) fn raw(&mut self, json: &[u8]) {
        self.out.extend_from_slice(json);
    }

    /// Before an item or a member: only behind an open bracket there is no comma.
    #[inline(never)]
    pub(super) fn separate(&mut self) {
        if !matches!(self.out.last(), None | Some(b'[' | b'{')) {
            self.out.push(b',');
        }
    }

    #[inline(never)]
    pub(super) fn string(&mut self, text: &str) {
        self.out.push(b'"');
        self.inside_of_string(text);
        self.out.push(b'"');
    }

    /// What stands between the quotation marks.
    pub(crate) fn inside_of_string(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        loop {
            let (plain, special) = rest.split_at(plain_end(rest, 0));
            self.out.extend_from_slice(plain);
            let Some((first, behind)) = special.split_first() else { break };
            self.escape(*first);
            rest = behind;
        }
    }

    fn escape(&mut self, byte: u8) {
        let letter = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0C => b'f',
            _ => {
                let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' - 10 + value };
                self.out.extend_from_slice(b"\\u00");
                self.out.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', letter]);
    }

    #[inline]
    pub(crate) fn number(&mut self, number: u64) {
        match number {
            0..10 => self.out.push(b'0' + number as u8),
            _ => self.digits(number),
        }
    }

    #[inline(never)]
    fn digits(&mut self, number: u64) {
        // 20 digits are enough for 64 bits.
        let mut digits = [b'0'; 20];
        let mut start = digits.len();
        let mut rest = number;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            start -= 1;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(start..).unwrap_or_default());
    }
}
