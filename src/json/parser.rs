use super::malformed::{Found, Malformed, MalformedDetail};
use super::names::{Names, Symbol};
use super::strangers::Strangers;
use super::string;
use super::tape::{Kind, Node, Tape};
use crate::limits::MAX_DEPTH;

/// Parses a whole text, or tells its earliest fault. Never recurses. Members that have one of `names` are known by it.
pub(crate) fn parse<'t>(bytes: &'t [u8], names: &'static Names) -> Result<Tape<'t>, Malformed> {
    let (text, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, _) = bytes.split_at(error.valid_up_to());
            (std::str::from_utf8(valid).unwrap_or_default(), Some(valid.len()))
        }
    };
    let encoding = broken.map(|at| Found { detail: MalformedDetail::Encoding, at });
    let outcome = match (Parser::new(text, names).run(), encoding) {
        (Ok(tape), None) => Ok(tape),
        (Ok(_), Some(fault)) => Err(fault),
        (Err(earlier), Some(fault)) if fault.at <= earlier.at => Err(fault),
        (Err(fault), Some(_) | None) => Err(fault),
    };
    outcome.map_err(|fault| Malformed::at(fault.detail, bytes, fault.at))
}

type Parsed<T> = Result<T, Found>;

/// The end of the value that begins at `at`, where `around` arrays and objects are open; none for one with a fault.
pub(super) fn value_end(
    text: &str,
    names: &'static Names,
    at: usize,
    around: usize,
) -> Option<usize> {
    let tape = Tape { text, names, nodes: Vec::new() };
    let mut parser = Parser::within(tape, at, around);
    parser.whole_value().ok()?;
    Some(parser.at)
}

/// An array or object that is still open: its node.
struct Open {
    node: usize,
    object: bool,
    /// The known names that it has used so far.
    known: u64,
}

impl Open {
    /// False when the object has this name already.
    #[inline]
    const fn insert(&mut self, name: Symbol) -> bool {
        let fresh = self.known & name.bit() == 0;
        self.known |= name.bit();
        fresh
    }
}

struct Parser<'t> {
    bytes: &'t [u8],
    at: usize,
    /// How many arrays and objects are open around what is parsed.
    around: usize,
    tape: Tape<'t>,
    open: Vec<Open>,
    strangers: Strangers<'t>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, names: &'static Names) -> Self {
        let nodes = Vec::with_capacity(text.len() / 12);
        Self::within(Tape { text, names, nodes }, 0, 0)
    }

    fn within(tape: Tape<'t>, at: usize, around: usize) -> Self {
        let (open, strangers) = (Vec::new(), Strangers::default());
        Self { bytes: tape.text.as_bytes(), at, around, tape, open, strangers }
    }

    fn run(mut self) -> Parsed<Tape<'t>> {
        if self.bytes.starts_with(b"\xEF\xBB\xBF") {
            return Err(Found { detail: MalformedDetail::Encoding, at: 0 });
        }
        self.whole_value()?;
        match self.peek() {
            None => Ok(self.tape),
            Some(_) => self.syntax(),
        }
    }

    /// One value, with all that it holds.
    fn whole_value(&mut self) -> Parsed<()> {
        loop {
            self.value()?;
            if !self.next_value()? {
                return Ok(());
            }
        }
    }

    /// Reads one scalar, or opens an array or object and stops before its first value.
    #[inline]
    fn value(&mut self) -> Parsed<()> {
        loop {
            match self.peek() {
                Some(b'"') => {
                    let string = self.string()?;
                    self.tape.nodes.push(string);
                    return Ok(());
                }
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

    #[inline]
    fn begin(&mut self, object: bool) -> Parsed<()> {
        if self.around + self.open.len() == MAX_DEPTH {
            return self.fail(MalformedDetail::Depth, self.at);
        }
        let node = self.tape.nodes.len();
        self.open.push(Open { node, object, known: 0 });
        if object {
            self.strangers.begin(self.open.len());
        }
        let kind = if object { Kind::Object } else { Kind::Array };
        self.push(kind, self.at, self.at);
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn end(&mut self) {
        self.at += 1;
        let next = self.tape.nodes.len();
        let Some(open) = self.open.pop() else { return };
        if let Some(node) = self.tape.nodes.get_mut(open.node) {
            node.close(next);
        }
    }

    /// A member's name and its colon.
    #[inline]
    fn name(&mut self) -> Parsed<()> {
        let quote = self.at;
        if self.bytes.get(quote) != Some(&b'"') {
            return self.syntax();
        }
        let string = self.string()?;
        let known = self.tape.names.find(self.bytes, quote + 1, self.at - 1);
        let fresh = match known.zip(self.open.last_mut()) {
            Some((name, open)) => {
                self.tape.nodes.push(Node::known(name, quote + 1));
                open.insert(name)
            }
            None => self.unusual_name(string),
        };
        if !fresh {
            return self.fail(MalformedDetail::DuplicateKey, quote);
        }
        if self.peek() != Some(b':') {
            return self.syntax();
        }
        self.at += 1;
        Ok(())
    }

    /// One that is not known as it stands: strange, or escaped. False when the object has it already.
    #[inline(never)]
    fn unusual_name(&mut self, string: Node) -> bool {
        let name = self.tape.decoded(string).unwrap_or_default();
        let known = self.tape.names.find(name.as_bytes(), 0, name.len());
        match known.zip(self.open.last_mut()) {
            Some((known, open)) => {
                self.tape.nodes.push(Node::known(known, 0));
                open.insert(known)
            }
            None => {
                self.tape.nodes.push(string);
                self.strangers.insert(self.open.len(), name)
            }
        }
    }

    /// A string's node, not on the tape yet.
    #[inline]
    fn string(&mut self) -> Parsed<Node> {
        let start = self.at + 1;
        let (end, is_plain) = string::end(self.bytes, start)?;
        self.at = end + 1;
        let kind = if is_plain { Kind::Plain } else { Kind::Escaped };
        Ok(Node::new(kind, start, end))
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
    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.tape.nodes.push(Node::new(kind, start, end));
    }

    fn syntax<T>(&self) -> Parsed<T> {
        self.fail(MalformedDetail::Syntax, self.at)
    }

    fn fail<T>(&self, detail: MalformedDetail, at: usize) -> Parsed<T> {
        Err(Found { detail, at })
    }
}
