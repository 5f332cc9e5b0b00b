//! The mapping of UTS #46, and NFC (UAX #15).

use crate::tables::{Kind, Tables};

/// A character and its Canonical_Combining_Class.
#[derive(Clone, Copy)]
struct Piece {
    character: char,
    combining: u8,
}

/// The characters mapped and in NFC; in the place of those that UTS #46 ignores stands `ignored`.
pub(crate) fn normalized(
    characters: impl Iterator<Item = char>,
    ignored: Option<char>,
) -> Vec<char> {
    let tables = Tables::get();
    let mut mapped = Vec::with_capacity(characters.size_hint().0);
    let mut settled = true;
    for character in characters {
        match tables.kind(character) {
            Kind::Valid(class) => {
                settled &= class.is_settled();
                mapped.push(character);
            }
            Kind::Disallowed => mapped.push(char::REPLACEMENT_CHARACTER),
            Kind::Mapped([]) => mapped.extend(ignored),
            Kind::Mapped(to) => {
                settled = settled && to.iter().all(|&to| tables.class(to).is_settled());
                mapped.extend(to);
            }
        }
    }
    // Each character is in NFC, and none changes what stands before it.
    if settled { mapped } else { composed(&ordered(&mapped, tables), tables) }
}

/// In NFD.
fn ordered(text: &[char], tables: &Tables) -> Vec<Piece> {
    let mut decomposed = Decomposed { tables, pieces: Vec::with_capacity(text.len() * 2) };
    text.iter().for_each(|&character| decomposed.push(character));
    decomposed.order();
    decomposed.pieces
}

/// A text in NFD, once it is ordered.
struct Decomposed<'a> {
    tables: &'a Tables,
    pieces: Vec<Piece>,
}

impl Decomposed<'_> {
    /// A part may have parts, three deep.
    fn push(&mut self, character: char) {
        let parts = hangul::parts(character).or_else(|| self.tables.parts(character));
        if let Some([first, second]) = parts {
            self.push(first);
            self.push(second);
        } else {
            let combining = self.tables.class(character).combining();
            self.pieces.push(Piece { character, combining });
        }
    }

    /// Marks between two starters by their class, those of one class as they stand.
    fn order(&mut self) {
        for marks in self.pieces.split_mut(|piece| piece.combining == 0) {
            if !marks.is_sorted_by_key(|piece| piece.combining) {
                reorder(marks);
            }
        }
    }
}

/// Takes one class after the other: there are some fifty, however many marks a text has.
fn reorder(marks: &mut [Piece]) {
    let found = marks.to_vec();
    let mut places = marks.iter_mut();
    let mut last = 0;
    let next = |last| found.iter().map(|piece| piece.combining).filter(|&class| class > last).min();
    while let Some(class) = next(last) {
        let of_class = found.iter().filter(|piece| piece.combining == class);
        of_class.zip(&mut places).for_each(|(piece, place)| *place = *piece);
        last = class;
    }
}

/// Of a text in NFD.
fn composed(pieces: &[Piece], tables: &Tables) -> Vec<char> {
    let mut composed: Vec<char> = Vec::with_capacity(pieces.len());
    let (mut starter, mut last) = (None, 0);
    for &Piece { character, combining } in pieces {
        let blocked = starter.is_some_and(|at| at + 1 < composed.len()) && last >= combining;
        if !blocked
            && let Some(before) = starter.and_then(|at| composed.get_mut(at))
            && let Some(whole) = whole([*before, character], tables)
        {
            *before = whole;
            continue;
        }
        if combining == 0 {
            starter = Some(composed.len());
        }
        last = combining;
        composed.push(character);
    }
    composed
}

fn whole(parts: [char; 2], tables: &Tables) -> Option<char> {
    hangul::whole(parts).or_else(|| tables.whole(parts))
}

/// The syllables that Unicode composes by arithmetic (section 3.12).
mod hangul {
    const SYLLABLES: u32 = 0xAC00;
    const LEADING: u32 = 0x1100;
    const VOWELS: u32 = 0x1161;
    const TRAILING: u32 = 0x11A7;
    const LEADING_COUNT: u32 = 19;
    const VOWEL_COUNT: u32 = 21;
    /// And none.
    const TRAILING_COUNT: u32 = 28;
    const COUNT: u32 = LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT;

    /// How far behind `first` in a block of `count`.
    fn offset(character: char, first: u32, count: u32) -> Option<u32> {
        u32::from(character).checked_sub(first).filter(|offset| *offset < count)
    }

    pub(super) fn parts(character: char) -> Option<[char; 2]> {
        let offset = offset(character, SYLLABLES, COUNT)?;
        let (pair, trailing) = (offset / TRAILING_COUNT, offset % TRAILING_COUNT);
        let parts = if trailing > 0 {
            [SYLLABLES + pair * TRAILING_COUNT, TRAILING + trailing]
        } else {
            [LEADING + pair / VOWEL_COUNT, VOWELS + pair % VOWEL_COUNT]
        };
        Some([char::from_u32(parts[0])?, char::from_u32(parts[1])?])
    }

    pub(super) fn whole([first, second]: [char; 2]) -> Option<char> {
        if let Some(leading) = offset(first, LEADING, LEADING_COUNT) {
            let vowel = offset(second, VOWELS, VOWEL_COUNT)?;
            let pair = leading * VOWEL_COUNT + vowel;
            return char::from_u32(SYLLABLES + pair * TRAILING_COUNT);
        }
        let pair = offset(first, SYLLABLES, COUNT)?;
        let trailing = offset(second, TRAILING, TRAILING_COUNT).filter(|trailing| *trailing > 0)?;
        if pair % TRAILING_COUNT > 0 {
            return None;
        }
        char::from_u32(u32::from(first) + trailing)
    }
}
