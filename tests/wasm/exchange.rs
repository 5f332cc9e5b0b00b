//! Writes into the module's memory, and reads out of it, as the JavaScript side does.

use js_sys::{ArrayBuffer, Uint8Array, Uint32Array, WebAssembly::Memory};
use share_policy::wasm;
use wasm_bindgen::JsCast;

/// The words before what an answer consists of beside its texts.
const HEAD: u32 = 5;

fn memory() -> ArrayBuffer {
    wasm::own_memory().unchecked_into::<Memory>().buffer().unchecked_into()
}

fn word(answer: usize, place: u32) -> u32 {
    Uint32Array::new(&memory()).get_index(u32::try_from(answer).unwrap() / 4 + place)
}

fn view(at: u32, bytes: u32) -> Uint8Array {
    Uint8Array::new_with_byte_offset_and_length(&memory(), at, bytes)
}

/// Puts a text where the module reads it. Of what does not fit the length is all that counts.
pub fn write(text: &[u8]) -> Option<f64> {
    let room = wasm::room();
    let (at, size) = (word(room, HEAD), word(room, HEAD + 1));
    let bytes = u32::try_from(text.len()).unwrap();
    if bytes <= size {
        view(at, bytes).copy_from(text);
    }
    Some(bytes.into())
}

/// The number of an answer.
pub fn number(answer: usize) -> u32 {
    word(answer, 0)
}

/// The first text of an answer.
pub fn body(answer: usize) -> Vec<u8> {
    // A copy of its own first: what is copied to may make the memory grow, and views of it end.
    view(word(answer, 1), word(answer, 2)).slice(0, u32::MAX).to_vec()
}
