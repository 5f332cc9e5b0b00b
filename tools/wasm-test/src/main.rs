//! Runs compiled wasm tests: cargo calls it as the runner for wasm32 (`.cargo/config.toml`).
//!
//! It is `wasm-bindgen-test-runner`, pinned by our own Cargo.lock.

use std::env;

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os())
}
