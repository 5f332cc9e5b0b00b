// Builds what the package in pkg/ ships beside its hand-written files: pkg/generated.
// Nothing is said, and next to nothing done, when all of it is up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { GLUE, GLUE_TYPES, MODULE, generated, packageVersion } from "./build/files.mjs";
import { bundle } from "./build/bundle.mjs";
import { inline } from "./build/inline.mjs";
import { requestSchema } from "./build/schema.mjs";
import { main, root, run } from "./command.mjs";
import { whenStale, writeWhole } from "./fresh.mjs";
import { installPackages, installTarget } from "./install.mjs";
import { step } from "./progress.mjs";

const TARGET = "wasm32-unknown-unknown";

// What rustc assumes of every engine; wasm-opt has to be told.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
// Memory packing cuts the tables apart at every few zeros, which saves bytes only where nothing is compressed.
// Functions have been inlined where that pays, by the compiler: here it is done to small ones with one caller alone.
// The lowest addresses belong to the stack, which begins above them.
const INLINE_FEWER = ["--flexible-inline-max-function-size", "0", "--one-caller-inline-max-function-size", "25"];
const WASM_OPT = ["-O3", "--converge", ...INLINE_FEWER, "--low-memory-unused", "--skip-pass=memory-packing", ...FEATURES.map((name) => `--enable-${name}`), "--strip-debug", "--strip-producers", "--strip-target-features"];

const targetDirectory = async () => {
  const { stdout } = await run("cargo", ["metadata", "--no-deps", "--format-version=1", "--locked"]);
  return JSON.parse(stdout).target_directory;
};

// Of the usual 225, and of 325 for `#[inline]`, which half the standard library has: what is called in many places is
// copied into few. Where speed is made, `#[inline(always)]` says so.
const INLINE_LESS = ["-Cllvm-args=-inline-threshold=50", "-Cllvm-args=-inlinehint-threshold=120"];
// Of the usual 300: only short loops of few turns are written out.
const UNROLL_LESS = "-Cllvm-args=-unroll-threshold=60";

/** Panic messages hold paths of sources: where they lie on this machine must not show in the module. */
const withoutPaths = async (target) => {
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const registry = join(cargoHome, "registry", "src");
  const sysroot = (await run("rustc", ["--print", "sysroot"])).stdout.trim();
  const commit = /^commit-hash: (.*)$/m.exec((await run("rustc", ["-vV"])).stdout)?.[1];
  // The directory in there is named after the registry's address, which may be a mirror.
  const sources = existsSync(registry) ? readdirSync(registry).map((name) => join(registry, name)) : [];
  return [
    [root.replace(/[\\/]$/, ""), "."],
    [target, "target"],
    [cargoHome, "cargo"],
    ...sources.map((path) => [path, "crates"]),
    [join(sysroot, "lib", "rustlib", "src", "rust"), `/rustc/${commit}`],
  ].map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
};

const compile = async (target) => {
  const why = "the first time compiles every dependency, half a minute; later only what changed";
  await run("cargo", ["fetch", "--locked", "--target", TARGET]);
  const flags = await withoutPaths(target);
  await step("compile the module", why, () =>
    // As `cargo build`, but as a cdylib alone: beside an rlib there is no link-time optimisation.
    run("cargo", ["rustc", "--locked", "--release", "--lib", "--crate-type=cdylib", `--target=${TARGET}`], {
      env: { CARGO_ENCODED_RUSTFLAGS: [...flags, ...INLINE_LESS, UNROLL_LESS].join("\x1f") },
    }),
  );
  return join(target, TARGET, "release", "share_policy.wasm");
};

const compileTool = async (target) => {
  const name = "wasm-build";
  await step("compile the glue writer", "wasm-bindgen, once, half a minute", () =>
    run("cargo", ["build", "--locked", "--profile=tools", `--package=${name}`]),
  );
  return join(target, "tools", process.platform === "win32" ? `${name}.exe` : name);
};

const writeGlue = async (work, compiled, tool) => {
  const outputs = [GLUE, GLUE_TYPES, MODULE].map((name) => join(work, name));
  await whenStale(join(work, "glue.stamp"), { inputs: [compiled, tool], outputs }, async () => {
    await run(tool, [compiled, work]);
  });
};

const optimise = async (work) => {
  const input = join(work, MODULE);
  const output = join(generated, MODULE);
  const settings = [packageVersion("binaryen"), ...WASM_OPT];
  await whenStale(join(work, "optimise.stamp"), { inputs: [input], settings, outputs: [output] }, async () => {
    const optimised = join(work, "optimised.wasm");
    const program = join(root, "node_modules", "binaryen", "bin", "wasm-opt");
    await step("optimise the module", "wasm-opt, on every change", () =>
      run(process.execPath, [program, input, "-o", optimised, ...WASM_OPT]),
    );
    writeWhole(output, readFileSync(optimised));
  });
};

/** Builds all of pkg/generated. */
export const build = async () => {
  const [, target] = await Promise.all([installPackages(), installTarget().then(targetDirectory)]);
  const work = join(target, "package");
  mkdirSync(work, { recursive: true });
  // Two cargos at once: linking is one long job on one core.
  const [compiled, tool] = await Promise.all([compile(target), compileTool(target)]);
  await writeGlue(work, compiled, tool);
  await optimise(work);
  requestSchema();
  await bundle(work);
  await inline(work);
};

await main(import.meta.url, build);
