// Checks of the source: clippy, formatting, and what the native library depends on.
import { Failure, run } from "../command.mjs";

const TARGET = "wasm32-unknown-unknown";
const NATIVE_TARGETS = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"];
const OF_WASM = /^(?:wasm-bindgen|js-sys|web-sys|serde-wasm-bindgen)\b.*/gm;

const has = async (component) => {
  try {
    await run("cargo", [component, "--version"]);
    return true;
  } catch {
    return false;
  }
};

const skipped = (component, name) => ({ passed: 0, failed: 0, note: `not installed (rustup component add ${name ?? component})` });

export const clippy = async () => {
  if (!(await has("clippy"))) return skipped("clippy");
  const strict = ["--", "--deny=warnings"];
  await run("cargo", ["clippy", "--locked", "--all-targets", "--package=share-policy", "--package=idna_adapter", ...strict]);
  await run("cargo", ["clippy", "--locked", "--lib", "--tests", `--target=${TARGET}`, ...strict]);
  return { passed: 2, failed: 0 };
};

export const format = async () => {
  if (!(await has("fmt"))) return skipped("fmt", "rustfmt");
  await run("cargo", ["fmt", "--all", "--check"]);
  return { passed: 1, failed: 0 };
};

/** Whoever uses the library natively must not pay for the wasm face. */
export const dependencies = async () => {
  for (const target of NATIVE_TARGETS) {
    const { stdout } = await run("cargo", ["tree", "--locked", "--edges=normal", "--prefix=none", `--target=${target}`]);
    const found = stdout.match(OF_WASM);
    if (found !== null) throw new Failure(`The native library depends on ${[...new Set(found)].join(", ")}.`, stdout);
  }
  return { passed: NATIVE_TARGETS.length, failed: 0 };
};
