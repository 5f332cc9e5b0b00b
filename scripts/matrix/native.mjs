// The native library, which the other hosts are compared with.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root, run } from "../command.mjs";
import { step } from "../progress.mjs";

const CARGO = ["--quiet", "--locked", "--package=native-host"];

export const compileNativeHost = () =>
  step("compile the native host", "the first time compiles what it stands on, half a minute", () =>
    run("cargo", ["build", ...CARGO]),
  );

const place = ({ generated }) => {
  const directory = join(root, "target", "matrix");
  const path = join(directory, generated.name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path, generated.text);
  return path;
};

export const native = {
  title: "native Rust",
  version: async () => (await run("rustc", ["--version"])).stdout.split(" ")[1],
  answer: async (input) => JSON.parse((await run("cargo", ["run", ...CARGO, "--", place(input)])).stdout),
};

/** @returns what the native library answers to one case, as text. */
export const nativeAnswer = async (input, name) => {
  try {
    return (await run("cargo", ["run", ...CARGO, "--", place(input), name])).stdout;
  } catch (error) {
    if (error instanceof Failure) return error.output;
    throw error;
  }
};
