use super::escape::{hex4, join};
use super::malformed::{Malformed, MalformedDetail};
use super::members::Members;
use super::tape::{Kind, Node, Tape};
use crate::limits::MAX_DEPTH;

/// Parses a whole text, or tells its earliest fault. Never recurses.
pub(crate) fn parse(bytes: &[u8]) -> Result<Tape<'_>, Malformed> {
    let (text, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, _) = bytes.split_at(error.valid_up_to());
            (std::str::from_utf8(valid).unwrap_or_default(), Some(valid.len()))
        }
    };
    let encoding = broken.map(|at| Fault { detail: MalformedDetail::Encoding, at });
    let outcome = match (Parser::new(text).run(), encoding) {
        (Ok(tape), None) => Ok(tape),
        (Ok(_), Some(fault)) => Err(fault),
        (Err(earlier), Some(fault)) if fault.at <= earlier.at => Err(fault),
        (Err(fault), Some(_) | None) => Err(fault),
    };
    outcome.map_err(|fault| Malformed::at(fault.detail, bytes, fault.at))
}

struct Fault {
    detail: MalformedDetail,
    at: usize,
}

type Parsed<T> = Result<T, Fault>;

/// An array or object that is still open: its node.
struct Open {
    node: usize,
    object: bool,
}

struct Parser<'t> {
    bytes: &'t [u8],
    at: usize,
    tape: Tape<'t>,
    open: Vec<Open>,
    /// One per depth, kept when its object closes, for the next to reuse.
    members: Vec<Members<'t>>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        let nodes = Vec::with_capacity(text.len() / 16);
        let open = Vec::with_capacity(MAX_DEPTH);
        Self {
            bytes: text.as_bytes(),
            at: 0,
            tape: Tape { text, nodes },
            open,
            members: Vec::new(),
        }
    }

    fn run(mut self) -> Parsed<Tape<'t>> {
        if self.bytes.starts_with(b"\xEF\xBB\xBF") {
            return Err(Fault { detail: MalformedDetail::Encoding, at: 0 });
        }
        loop {
            self.value()?;
            if !self.next_value()? {
                break;
            }
        }
        match self.peek() {
            None => Ok(self.tape),
            Some(_) => self.syntax(),
        }
    }

    /// Reads one scalar, or opens an array or object and stops before its first value.
    #[inline]
    fn value(&mut self) -> Parsed<()> {
        loop {
            match self.peek() {
                Some(b'"') => return self.string().map(|_| ()),
                Some(b'{') => {
                    self.begin(true)?;
                    if self.peek() != Some(b'}') {
                        self.name()?;
                        continue;
                    }
                    return Ok(());
                }
                Some(b'[') => {
                    self.begin(false)?;
                    if self.peek() != Some(b']') {
                        continue;
                    }
                    return Ok(());
                }
                Some(b't') => return self.word(b"true", Kind::True),
                Some(b'f') => return self.word(b"false", Kind::False),
                Some(b'n') => return self.word(b"null", Kind::Null),
                Some(b'-' | b'0'..=b'9') => return self.number(),
                Some(_) | None => return self.syntax(),
            }
        }
    }

    /// After a value: closes what ends here. True when another value must follow.
    #[inline]
    fn next_value(&mut self) -> Parsed<bool> {
        loop {
            let next = self.peek();
            let Some(open) = self.open.last() else { return Ok(false) };
            match (next, open.object) {
                (Some(b','), true) => {
                    self.at += 1;
                    self.peek();
                    self.name()?;
                    return Ok(true);
                }
                (Some(b','), false) => {
                    self.at += 1;
                    return Ok(true);
                }
                (Some(b'}'), true) | (Some(b']'), false) => self.end(),
                (Some(_) | None, true | false) => return self.syntax(),
            }
        }
    }

    fn begin(&mut self, object: bool) -> Parsed<()> {
        if self.open.len() == MAX_DEPTH {
            return self.fail(MalformedDetail::Depth, self.at);
        }
        let node = self.tape.nodes.len();
        self.open.push(Open { node, object });
        if self.members.len() < self.open.len() {
            self.members.push(Members::new());
        }
        if let Some(members) = self.members.get_mut(self.open.len() - 1) {
            members.clear();
        }
        let kind = if object { Kind::Object } else { Kind::Array };
        let start = self.at;
        self.at += 1;
        self.push(kind, start, self.at);
        Ok(())
    }

    fn end(&mut self) {
        self.at += 1;
        let next = small(self.tape.nodes.len());
        let end = small(self.at);
        let Some(open) = self.open.pop() else { return };
        if let Some(node) = self.tape.nodes.get_mut(open.node) {
            node.next = next;
            node.end = end;
        }
    }

    /// A member's name and its colon.
    fn name(&mut self) -> Parsed<()> {
        let start = self.at;
        if self.bytes.get(start) != Some(&b'"') {
            return self.syntax();
        }
        let name = self.string()?;
        let depth = self.open.len() - 1;
        let fresh = self.members.get_mut(depth).is_none_or(|names| names.insert(&self.tape, name));
        if !fresh {
            return self.fail(MalformedDetail::DuplicateKey, start);
        }
        if self.peek() != Some(b':') {
            return self.syntax();
        }
        self.at += 1;
        Ok(())
    }

    fn string(&mut self) -> Parsed<Node> {
        self.at += 1;
        let start = self.at;
        let mut kind = Kind::Plain;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = rest.iter().position(|&byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
            self.at += plain.unwrap_or(rest.len());
            match self.bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    kind = Kind::Escaped;
                    self.escape()?;
                }
                Some(_) | None => return self.syntax(),
            }
        }
        let node = self.push(kind, start, self.at);
        self.at += 1;
        Ok(node)
    }

    fn escape(&mut self) -> Parsed<()> {
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => self.unicode(),
            Some(_) | None => self.fail(MalformedDetail::Syntax, self.at + 1),
        }
    }

    fn unicode(&mut self) -> Parsed<()> {
        let start = self.at;
        let high = self.unit(start + 2)?;
        self.at = start + 6;
        if !(0xD800..0xE000).contains(&high) {
            return Ok(());
        }
        let paired = self.bytes.get(self.at..self.at + 2) == Some(b"\\u");
        if high >= 0xDC00 || !paired {
            return self.fail(MalformedDetail::Encoding, start);
        }
        let low = self.unit(start + 8)?;
        if join(high, low).is_none() {
            return self.fail(MalformedDetail::Encoding, start);
        }
        self.at = start + 12;
        Ok(())
    }

    fn unit(&self, at: usize) -> Parsed<u32> {
        let digits = self.bytes.get(at..).unwrap_or_default();
        hex4(digits).map_err(|good| Fault { detail: MalformedDetail::Syntax, at: at + good })
    }

    fn word(&mut self, word: &[u8], kind: Kind) -> Parsed<()> {
        let start = self.at;
        for &letter in word {
            if self.bytes.get(self.at) != Some(&letter) {
                return self.syntax();
            }
            self.at += 1;
        }
        self.push(kind, start, self.at);
        Ok(())
    }

    fn number(&mut self) -> Parsed<()> {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _sign = self.skip(b'+') || self.skip(b'-');
            self.digits()?;
        }
        self.push(Kind::Number, start, self.at);
        Ok(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Parsed<()> {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        if self.at == start { self.syntax() } else { Ok(()) }
    }

    #[inline]
    fn skip(&mut self, byte: u8) -> bool {
        let found = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    /// The next byte that is not white space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    #[inline]
    fn push(&mut self, kind: Kind, start: usize, end: usize) -> Node {
        let next = small(self.tape.nodes.len() + 1);
        let node = Node { kind, start: small(start), end: small(end), next };
        self.tape.nodes.push(node);
        node
    }

    fn syntax<T>(&self) -> Parsed<T> {
        self.fail(MalformedDetail::Syntax, self.at)
    }

    fn fail<T>(&self, detail: MalformedDetail, at: usize) -> Parsed<T> {
        Err(Fault { detail, at })
    }
}

/// Texts are at most 64 MiB, so every index fits.
fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
