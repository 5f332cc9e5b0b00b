//! Writes the JavaScript glue for a compiled module: `wasm-build <input.wasm> <directory>`.
//!
//! `wasm-bindgen --target web` does the same, but has to be installed apart from
//! this repository; as a library it is pinned by our own Cargo.lock.

mod places;
mod silence;

use std::env;
use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::{Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [input, directory] = arguments.as_slice() else {
        bail!("usage: wasm-build <input.wasm> <directory>");
    };
    let mut module = read(input.as_ref())?;
    silence::silence(&mut module)?;
    places::clear(&mut module);
    Bindgen::new()
        .input_module("share_policy", module)
        .web(true)?
        // The entries know where the module is; each host has its own way to load it.
        .omit_default_module_path(true)
        // A stack overflow loses the shadow stack; `__wbg_reset_state` repairs it.
        .reset_state_function(true)
        .typescript(true)
        .generate(directory)
        .with_context(|| format!("cannot write the glue for {}", input.display()))
}

fn read(input: &Path) -> Result<Module> {
    ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse_file(input)
        .with_context(|| format!("cannot read {}", input.display()))
}
