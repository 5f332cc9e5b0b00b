//! Where the JavaScript side reads what it was answered, before it asks again.

use std::sync::{Mutex, PoisonError};

/// An answer in memory: a number, the address and size of two texts, and what else the answer consists of.
struct Answer {
    words: Vec<u32>,
    texts: [Vec<u8>; 2],
}

static ANSWER: Mutex<Answer> =
    Mutex::new(Answer { words: Vec::new(), texts: [const { Vec::new() }; 2] });

/// Keeps an answer until the next one. Its address.
pub(super) fn give(number: u32, texts: [Vec<u8>; 2], rest: &[u32]) -> usize {
    let mut answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
    let Answer { words, texts: kept } = &mut *answer;
    *kept = texts;
    words.clear();
    words.push(number);
    words.extend(kept.iter().flat_map(|text| [text.as_ptr() as u32, text.len() as u32]));
    words.extend_from_slice(rest);
    words.as_ptr() as usize
}

/// The same for a text alone.
pub(super) fn give_text(number: u32, text: Vec<u8>) -> usize {
    give(number, [text, Vec::new()], &[])
}

/// An answer that takes more than this gives its memory back.
const MOST_KEPT: usize = 64 * 1024;

/// The memory of the last answer, which nobody needs any more.
pub(super) fn spare() -> Vec<u8> {
    let mut answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
    let [text, _] = &mut answer.texts;
    let spare = std::mem::take(text);
    if spare.capacity() > MOST_KEPT { Vec::new() } else { spare }
}
