//! Packs what ICU4X knows about every code point into what `src/tables.rs` unfolds.

mod gather;
mod numbers;
mod pack;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    let directory = env::var_os("OUT_DIR").unwrap_or_default();
    for (name, bytes) in pack::packed(&gather::code_points(), &gather::composites()) {
        fs::write(Path::new(&directory).join(name), bytes)?;
    }
    Ok(())
}
