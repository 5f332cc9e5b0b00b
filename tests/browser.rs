//! The wasm tests, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what panics here fails the test"
)]

mod corpus;
mod wasm;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
