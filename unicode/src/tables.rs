use crate::class::Class;
use crate::numbers::Numbers;
use std::sync::OnceLock;

macro_rules! packed {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

static TREATMENTS: &[u8] = packed!("treatments");
static RUNS: &[u8] = packed!("runs");
static LENGTHS: &[u8] = packed!("lengths");
static SINGLES: &[u8] = packed!("singles");
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts"));
static COMPOSITES: &[u8] = packed!("composites");
static FIRSTS: &[u8] = packed!("firsts");
static SECONDS: &[u8] = packed!("seconds");

const MAPPED: u8 = 0x80;
const DISALLOWED: u8 = 0x81;
const PAGE: usize = 256;
/// Twice as many as there are composites, or nearly.
const PLACES: usize = 1024;

/// What UTS #46 makes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    Disallowed,
    /// To other characters, or to none.
    Mapped(&'a [char]),
    /// Itself.
    Valid(Class),
}

/// The data in the form in which it is asked: made of the packed one for the first domain that is not ASCII.
pub(crate) struct Tables {
    runs: Vec<Run>,
    /// Of each page of code points the first run that begins behind its start.
    pages: Vec<usize>,
    /// All that is mapped to, in one row.
    mapped: Vec<char>,
    /// In the order of the first member.
    composites: Vec<Composite>,
    /// By the parts, where in `composites`, from 1.
    places: Vec<u16>,
}

/// Characters that are treated alike, up to the next run.
struct Run {
    first: u32,
    treatment: [u8; 2],
    /// Where in `mapped`.
    from: usize,
}

struct Composite {
    whole: char,
    parts: [char; 2],
}

impl Tables {
    pub(crate) fn get() -> &'static Self {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(Self::unfold)
    }

    pub(crate) fn kind(&self, character: char) -> Kind<'_> {
        let Some(run) = self.run(u32::from(character)) else { return Kind::Disallowed };
        match run.treatment {
            [_, DISALLOWED] => Kind::Disallowed,
            [length, MAPPED] => {
                let length = usize::from(length);
                let from = run.from + (u32::from(character) - run.first) as usize * length;
                self.mapped.get(from..from + length).map_or(Kind::Disallowed, Kind::Mapped)
            }
            [combining, traits] => Kind::Valid(Class::new(combining, traits)),
        }
    }

    fn run(&self, code_point: u32) -> Option<&Run> {
        let page = code_point as usize / PAGE;
        let (from, to) = (*self.pages.get(page)?, *self.pages.get(page + 1)?);
        let later = self.runs.get(from..to)?.partition_point(|run| run.first <= code_point);
        self.runs.get((from + later).checked_sub(1)?)
    }

    pub(crate) fn class(&self, character: char) -> Class {
        match self.kind(character) {
            Kind::Valid(class) => class,
            Kind::Disallowed | Kind::Mapped(_) => Class::REPLACEMENT,
        }
    }

    /// The canonical decomposition, if there is one and NFC would undo it.
    pub(crate) fn parts(&self, whole: char) -> Option<[char; 2]> {
        let at = self.composites.binary_search_by_key(&whole, |composite| composite.whole).ok()?;
        self.composites.get(at).map(|composite| composite.parts)
    }

    /// The canonical composition.
    pub(crate) fn whole(&self, parts: [char; 2]) -> Option<char> {
        let mut place = place(parts);
        loop {
            let at = usize::from(*self.places.get(place)?);
            let composite = self.composites.get(at.checked_sub(1)?)?;
            if composite.parts == parts {
                return Some(composite.whole);
            }
            place = (place + 1) % PLACES;
        }
    }

    fn unfold() -> Self {
        let (runs, mapped) = unfold_runs();
        let pages = pages(&runs);
        let composites = unfold_composites();
        let mut places = vec![0; PLACES];
        for (composite, number) in composites.iter().zip(1..) {
            let mut at = place(composite.parts);
            while places.get(at).is_some_and(|taken| *taken != 0) {
                at = (at + 1) % PLACES;
            }
            if let Some(free) = places.get_mut(at) {
                *free = number;
            }
        }
        Self { runs, pages, mapped, composites, places }
    }
}

fn place([first, second]: [char; 2]) -> usize {
    (first as usize ^ (second as usize).wrapping_mul(31)) % PLACES
}

fn unfold_runs() -> (Vec<Run>, Vec<char>) {
    let (mut lengths, mut singles) = (Numbers::new(LENGTHS), Numbers::new(SINGLES));
    let mut texts = TEXTS.chars();
    let (mut runs, mut mapped) = (Vec::with_capacity(RUNS.len()), Vec::new());
    let (mut first, mut distance) = (0, 0);
    for number in RUNS {
        let at = usize::from(*number) * 2;
        let Some(&[combining, traits]) = TREATMENTS.get(at..at + 2) else { break };
        runs.push(Run { first, treatment: [combining, traits], from: mapped.len() });
        let behind = first + lengths.number() + 1;
        if let [1, MAPPED] = [combining, traits] {
            for character in first..behind {
                distance = singles.after(distance);
                mapped.push(character_of(character.wrapping_add(distance)));
            }
        } else if traits == MAPPED {
            let count = (behind - first) as usize * usize::from(combining);
            mapped.extend(texts.by_ref().take(count));
        }
        first = behind;
    }
    (runs, mapped)
}

fn pages(runs: &[Run]) -> Vec<usize> {
    let starts = (0..=char::MAX as usize + PAGE).step_by(PAGE);
    let mut behind = 0;
    let behind_start = |start| {
        let rest = runs.get(behind..).unwrap_or_default();
        behind += rest.iter().take_while(|run| run.first as usize <= start).count();
        behind
    };
    starts.map(behind_start).collect()
}

fn unfold_composites() -> Vec<Composite> {
    let mut columns = [COMPOSITES, FIRSTS, SECONDS].map(Numbers::new);
    let mut row = [0; 3];
    let mut composites = Vec::with_capacity(COMPOSITES.len());
    while columns.iter().all(|column| !column.is_empty()) {
        for (column, last) in columns.iter_mut().zip(&mut row) {
            *last = column.after(*last);
        }
        let [whole, first, second] = row.map(character_of);
        composites.push(Composite { whole, parts: [first, second] });
    }
    composites
}

fn character_of(code_point: u32) -> char {
    char::from_u32(code_point).unwrap_or(char::REPLACEMENT_CHARACTER)
}
