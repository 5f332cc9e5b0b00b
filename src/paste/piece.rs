use super::address::{find, id_prefix};
use super::mailbox::Reader;
use super::pasted::Pasted;
use super::phrase::label;
use super::token::{Kind, Token, trim};
use std::ops::Range;

/// What stands before a separator, or before the end.
struct Piece {
    tokens: Range<usize>,
    separator: Option<Kind>,
    first_of_line: bool,
}

/// Reads every piece of the text.
pub(super) fn read<'t>(text: &'t str, tokens: &[Token]) -> Pasted<'t> {
    let list = List { text, tokens, pieces: pieces(tokens) };
    let mut reader = Reader::new(text);
    let join = list.commas_may_join();
    let mut at = 0;
    while at < list.pieces.len() {
        let words = if join { list.words_from(at) } else { 0 };
        if words > 0 && list.takes_name(at + words) {
            list.read(&mut reader, at, at + words);
            at += words + 1;
        } else {
            // None of the words is looked at again.
            let next = at + words.max(1);
            (at..next).for_each(|single| list.read(&mut reader, single, single));
            at = next;
        }
    }
    reader.finish()
}

fn pieces(tokens: &[Token]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut first_of_line) = (0, true);
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_separator()) {
        pieces.push(Piece { tokens: start..at, separator: Some(token.kind), first_of_line });
        first_of_line = token.kind != Kind::Comma;
        start = at + 1;
    }
    pieces.push(Piece { tokens: start..tokens.len(), separator: None, first_of_line });
    pieces
}

struct List<'t> {
    text: &'t str,
    tokens: &'t [Token],
    pieces: Vec<Piece>,
}

impl List<'_> {
    /// Hands over the pieces from `first` to `last`, and the commas between them, as one.
    fn read(&self, reader: &mut Reader<'_>, first: usize, last: usize) {
        let (Some(first), Some(last)) = (self.pieces.get(first), self.pieces.get(last)) else {
            return;
        };
        let tokens = self.tokens.get(first.tokens.start..last.tokens.end).unwrap_or_default();
        reader.piece(tokens, first.first_of_line);
        reader.end_piece(last.separator);
    }

    fn tokens(&self, piece: &Piece) -> &[Token] {
        trim(self.tokens.get(piece.tokens.clone()).unwrap_or_default())
    }

    /// Where a semicolon separates, or a line break, a comma may belong to a name.
    fn commas_may_join(&self) -> bool {
        let (mut said, mut broken) = (false, false);
        for piece in &self.pieces {
            let says = !self.tokens(piece).is_empty();
            if piece.separator == Some(Kind::Semicolon) || (broken && says) {
                return true;
            }
            said |= says;
            broken |= said && piece.separator == Some(Kind::Break);
        }
        false
    }

    /// How many pieces from this one on are words before a comma: the beginning of a name, perhaps.
    fn words_from(&self, at: usize) -> usize {
        let pieces = self.pieces.get(at..).unwrap_or_default();
        let mut place = 0..;
        let are_words = |piece: &&Piece| {
            let tokens = self.tokens(piece);
            // Only the first may be in a group of its own.
            let skip = if place.next() == Some(0) { label(tokens, self.text) } else { 0 };
            let words = trim(tokens.get(skip..).unwrap_or_default());
            let is_name = !words.is_empty() && words.iter().all(|token| self.is_of_name(token));
            is_name && piece.separator == Some(Kind::Comma)
        };
        pieces.iter().take_while(are_words).count()
    }

    /// Whether a piece is the end of a name, and an address in brackets.
    fn takes_name(&self, at: usize) -> bool {
        let tokens = self.pieces.get(at).map(|piece| self.tokens(piece)).unwrap_or_default();
        let mut behind = tokens.iter().skip_while(|token| self.is_of_name(token));
        behind.next().is_some_and(|token| token.kind == Kind::Angle)
    }

    /// A name in quotes is whole: no comma beside it belongs to it.
    fn is_of_name(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Space | Kind::Tab => true,
            Kind::Text => {
                let text = token.text(self.text);
                find(text, b'@').is_none() && id_prefix(text).is_none()
            }
            Kind::Comma
            | Kind::Semicolon
            | Kind::Break
            | Kind::Colon
            | Kind::Quoted
            | Kind::OpenQuote
            | Kind::Angle
            | Kind::OpenAngle
            | Kind::Link => false,
        }
    }
}
