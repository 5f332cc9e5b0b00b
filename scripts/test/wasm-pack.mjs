// The wasm tests as users of wasm-pack run them. It would download wasm-bindgen and drivers that it does not find on PATH.
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Failure, find, root, run } from "../command.mjs";
import { step } from "../progress.mjs";
import { ofCorpus, runTests } from "./counts.mjs";

const VERSION = "0.15.1";
const directory = join(root, "target", "wasm-pack");
const bin = join(directory, "bin");
const exe = process.platform === "win32" ? ".exe" : "";

const isInstalled = async (program) => {
  if (program === undefined || !existsSync(program)) return false;
  return (await run(program, ["--version"])).stdout.trim() === `wasm-pack ${VERSION}`;
};

/** @returns the path of this very version. */
export const installWasmPack = async () => {
  const own = join(bin, `wasm-pack${exe}`);
  for (const program of [find(`wasm-pack${exe}`), own]) if (await isInstalled(program)) return program;
  const work = join(directory, "build");
  const args = ["install", "wasm-pack", `--version=${VERSION}`, "--locked", "--debug", `--root=${directory}`, `--target-dir=${work}`];
  await step("compile wasm-pack", "once, two minutes", () => run("cargo", args, { env: { CARGO_PROFILE_DEV_DEBUG: "0" } }));
  rmSync(work, { recursive: true, force: true });
  return own;
};

/** Our runner is both programs that wasm-pack looks for: which of them, its name tells it. */
const provideBindgen = () => {
  mkdirSync(bin, { recursive: true });
  const runner = join(root, "target", "tools", `wasm-test${exe}`);
  for (const name of ["wasm-bindgen", "wasm-bindgen-test-runner"]) copyFileSync(runner, join(bin, `${name}${exe}`));
};

/** wasm-pack takes a driver from PATH, by its usual name. */
const provideDriver = (name, path) => {
  const place = join(bin, `${name}${exe}`);
  rmSync(place, { force: true });
  symlinkSync(path, place);
};

const FLAGS = { chrome: "Chrome", firefox: "Firefox" };

const testIn = async (wasmPack, browser) => {
  const PATH = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  const args = ["test", "--headless", `--${browser}`, "--", "--locked", "--test=browser", "--", "--nocapture"];
  const result = await runTests(wasmPack, args, { env: { PATH } });
  const isThere = result.output.includes(`Running headless tests in ${FLAGS[browser]} `);
  if (isThere || result.failed > 0) return { ...result, corpus: ofCorpus(result.output) };
  return { ...result, failed: 1, failure: `The tests did not run in ${FLAGS[browser]}.` };
};

export const testWithWasmPack = async ({ browsers, "install-wasm-pack": wasmPack }) => {
  provideBindgen();
  provideDriver("chromedriver", browsers.chromedriver);
  provideDriver("geckodriver", browsers.geckodriver);
  const results = [];
  for (const browser of Object.keys(FLAGS)) results.push(await testIn(wasmPack, browser));
  const failed = results.find((result) => result.failed > 0);
  if (failed !== undefined) return failed;
  const counts = new Set(results.map(({ passed }) => passed));
  if (counts.size !== 1) throw new Failure(`The browsers ran ${[...counts].join(" and ")} tests.`);
  return { passed: results[0].passed * results.length, failed: 0, wasm: results[0].passed, corpus: results[0].corpus };
};
