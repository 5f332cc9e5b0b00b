// Installs what a build needs beside Rust and Node: the npm packages and the wasm target.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure, find, main, npm, root, run } from "./command.mjs";
import { step } from "./progress.mjs";

const TARGET = "wasm32-unknown-unknown";
const NODE_MAJOR = 20;

const hasRustup = () => find("rustup", "rustup.exe") !== undefined;

const changed = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;

/** `npm ci`, when the packages are not there or are older than the lock. */
export const installPackages = async () => {
  if (Number(process.versions.node.split(".")[0]) < NODE_MAJOR) {
    throw new Failure(`Node ${NODE_MAJOR} or newer is needed; this is ${process.version}.`);
  }
  if (changed("node_modules/.package-lock.json") >= changed("package-lock.json")) return;
  await step("install the npm packages", "once: a wasm optimiser, a bundler and TypeScript", () => npm(["ci"]));
};

const hasTarget = async () => {
  const { stdout } = await run("rustc", ["--print", "target-libdir", "--target", TARGET]);
  return existsSync(stdout.trim());
};

/** rustup brings the toolchain of rust-toolchain.toml by itself, unless it was told not to. */
const installToolchain = async () => {
  try {
    await run("rustc", ["--version"]);
  } catch (error) {
    if (!hasRustup()) throw error;
    await step("install the Rust toolchain", "once", () => run("rustup", ["toolchain", "install"]));
  }
};

/** The compiler, and `rustup target add` when it lacks the target. */
export const installTarget = async () => {
  if (find("cargo", "cargo.exe") === undefined) {
    throw new Failure("Rust is not installed (no cargo on PATH): https://rustup.rs tells how.");
  }
  await installToolchain();
  if (await hasTarget()) return;
  if (!hasRustup()) {
    throw new Failure(`This Rust lacks the target ${TARGET}, and there is no rustup to add it: install it as you installed Rust.`);
  }
  await step(`install the target ${TARGET}`, "once", () => run("rustup", ["target", "add", TARGET]));
};

export const install = () => Promise.all([installPackages(), installTarget()]);

await main(import.meta.url, install);
