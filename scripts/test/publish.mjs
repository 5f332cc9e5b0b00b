// What a registry and its readers would say of the packages.
import { join } from "node:path";
import { npm, root, run } from "../command.mjs";
import { moduleOf } from "../matrix/tools.mjs";
import { packWithin } from "../pack.mjs";

const PACKAGE = join(root, "pkg");

/** What has no types is left out; `inline` is an ES module, also for those who require it. */
const TYPED = ["--pack", PACKAGE, "--exclude-entrypoints", "module.wasm", "package.json"];
const ATTW = [[...TYPED, "inline"], ["--pack", PACKAGE, "--entrypoints", "inline", "--ignore-rules", "cjs-resolves-to-esm"]];

export const testPublishing = async () => {
  await packWithin();
  await npm(["publish", PACKAGE, "--dry-run"]);
  await run("cargo", ["publish", "--dry-run", "--locked", "--allow-dirty"]);
  await run(process.execPath, [moduleOf("publint", "src/cli.js"), "run", PACKAGE, "--strict"]);
  for (const args of ATTW) await run(process.execPath, [moduleOf("@arethetypeswrong/cli", "dist/index.js"), ...args]);
  return { passed: 6, failed: 0 };
};
