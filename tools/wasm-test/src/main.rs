//! Runs compiled wasm tests: cargo calls it as the runner for wasm32 (`.cargo/config.toml`).
//!
//! It is `wasm-bindgen-test-runner`, pinned by our own Cargo.lock. Under the name `wasm-bindgen` it is
//! that program: wasm-pack looks for both, and would download them.

use std::env;
use std::path::Path;

fn main() -> anyhow::Result<()> {
    let called = env::args_os().next().unwrap_or_default();
    match Path::new(&called).file_stem().and_then(|name| name.to_str()) {
        Some("wasm-bindgen") => wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(env::args_os()),
        _ => wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os()),
    }
}
