use super::address;
use super::name;
use super::pasted::{ParsedIdentity, ParsedRecipient, Pasted, Reason, Residue};
use super::phrase::{bullet, label};
use super::span::Ruler;
use super::token::{Kind, Token, range, trim};
use crate::warning::Warning;
use std::ops::Range;

/// Collects what pieces of the text say.
pub(super) struct Reader<'t> {
    text: &'t str,
    ruler: Ruler<'t>,
    pasted: Pasted<'t>,
    /// Where a group's name begins that ends its line: it belongs to what follows.
    label: Option<Range<usize>>,
}

impl<'t> Reader<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        let pasted = Pasted { recipients: Vec::new(), residue: Vec::new() };
        Self { text, ruler: Ruler::new(text), pasted, label: None }
    }

    /// Reads the tokens between two separators; `first_of_line` tells where a bullet may stand.
    pub(super) fn piece(&mut self, tokens: &[Token], first_of_line: bool) {
        let tokens = trim(tokens);
        let mut skip = if first_of_line { bullet(tokens, self.text) } else { 0 };
        let mut rest = tokens;
        while let Some(angle) = rest.iter().position(|token| token.kind == Kind::Angle) {
            let length = angle + 1 + self.punctuation(rest.get(angle + 1..).unwrap_or_default());
            let (mailbox, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            self.mailbox(mailbox, skip, angle);
            (rest, skip) = (trim(behind), 0);
        }
        if !rest.is_empty() {
            self.bare(rest, skip);
        }
    }

    /// A group's name at the end of a line belongs to the line that follows; elsewhere the group is empty.
    pub(super) fn end_piece(&mut self, separator: Option<Kind>) {
        if separator != Some(Kind::Break)
            && let Some(label) = self.label.take()
        {
            self.residue(label, Reason::EmptyGroup);
        }
    }

    pub(super) fn finish(mut self) -> Pasted<'t> {
        self.end_piece(None);
        self.pasted
    }

    /// How many tokens right behind a bracket are punctuation.
    fn punctuation(&self, tokens: &[Token]) -> usize {
        let is_punctuation = |token: &&Token| match token.kind {
            Kind::Colon => true,
            Kind::Text => token.text(self.text).chars().all(address::is_punctuation),
            Kind::Comma
            | Kind::Semicolon
            | Kind::Break
            | Kind::Space
            | Kind::Tab
            | Kind::Quoted
            | Kind::OpenQuote
            | Kind::Angle
            | Kind::OpenAngle
            | Kind::Link => false,
        };
        tokens.iter().take_while(is_punctuation).count()
    }

    /// `name <address>`, the bracket at the place `angle`.
    fn mailbox(&mut self, tokens: &[Token], skip: usize, angle: usize) {
        let span = self.with_label(range(tokens));
        if tokens.iter().any(|token| token.kind == Kind::OpenAngle) {
            return self.residue(span, Reason::UnclosedAngle);
        }
        let phrase = tokens.get(skip..angle).unwrap_or_default();
        let phrase = phrase.get(label(phrase, self.text)..).unwrap_or_default();
        let bracket = tokens.get(angle).map_or("", |token| token.text(self.text));
        let inside = bracket.get(1..bracket.len().saturating_sub(1)).unwrap_or_default();
        match address::angle(inside) {
            Ok(identity) => self.recipient(span, identity, name::of(phrase, self.text)),
            Err(reason) => self.residue(span, reason),
        }
    }

    /// Addresses without brackets. White space separates them; between other words it does not.
    fn bare(&mut self, tokens: &[Token], skip: usize) {
        let open = |token: &&Token| matches!(token.kind, Kind::OpenQuote | Kind::OpenAngle);
        if let Some(token) = tokens.iter().find(open) {
            let quote = token.kind == Kind::OpenQuote;
            let reason = if quote { Reason::UnclosedQuote } else { Reason::UnclosedAngle };
            let span = self.with_label(range(tokens));
            return self.residue(span, reason);
        }
        let body = tokens.get(skip..).unwrap_or_default();
        let body = trim(body.get(label(body, self.text)..).unwrap_or_default());
        let start = range(tokens).start;
        if body.is_empty() {
            let label = self.with_label(range(tokens));
            self.label = Some(label);
            return;
        }
        self.words(body, start);
    }

    fn words(&mut self, body: &[Token], mut start: usize) {
        let (mut from, mut at, mut before) = (0_usize, 0_usize, false);
        for word in body.split(Token::is_blank) {
            let is_address = self.is_address(word);
            let border = at.checked_sub(1).and_then(|blank| body.get(blank));
            if border.is_some_and(|blank| blank.kind == Kind::Tab || (before && is_address)) {
                self.group(body.get(from..at - 1).unwrap_or_default(), start);
                start = range(word).start;
                from = at;
            }
            (before, at) = (is_address, at + word.len() + 1);
        }
        self.group(body.get(from..).unwrap_or_default(), start);
    }

    /// Whether a word is meant as an address or an id.
    fn is_address(&self, word: &[Token]) -> bool {
        word.iter().any(|token| match token.kind {
            Kind::Link => true,
            Kind::Text => {
                let text = token.text(self.text);
                address::find(text, b'@').is_some() || address::id_prefix(text).is_some()
            }
            Kind::Comma
            | Kind::Semicolon
            | Kind::Break
            | Kind::Colon
            | Kind::Space
            | Kind::Tab
            | Kind::Quoted
            | Kind::OpenQuote
            | Kind::Angle
            | Kind::OpenAngle => false,
        })
    }

    /// One address, or words that are none. `start` is where its bullet or label begins.
    fn group(&mut self, tokens: &[Token], start: usize) {
        let place = range(tokens);
        let text = self.text.get(place.clone()).unwrap_or_default();
        let identity = match tokens {
            _ if tokens.iter().any(Token::is_blank) => address::plain(text),
            [first, ..] if first.kind == Kind::Link => address::link(text),
            _ => address::word(text),
        };
        let span = self.with_label(start..place.end);
        match identity {
            Ok(identity) => self.recipient(span, identity, None),
            Err(reason) => self.residue(span, reason),
        }
    }

    /// The span, from a label that waits for it.
    #[inline(never)]
    fn with_label(&mut self, span: Range<usize>) -> Range<usize> {
        self.label.take().map_or(span.start, |label| label.start)..span.end
    }

    #[inline(never)]
    fn recipient(&mut self, span: Range<usize>, who: ParsedIdentity<'t>, name: Option<String>) {
        let holds_address = name.as_ref().is_some_and(|name| name::holds_address(name, &who));
        let warnings =
            if holds_address { vec![Warning::DisplayNameContainsAddress] } else { Vec::new() };
        let span = self.ruler.span(span);
        self.pasted.recipients.push(ParsedRecipient { identity: who, name, span, warnings });
    }

    #[inline(never)]
    fn residue(&mut self, span: Range<usize>, reason: Reason) {
        let span = self.ruler.span(span);
        self.pasted.residue.push(Residue { reason, span });
    }
}
