// Proves everything: `npm test`, or `npm test -- STEP...` for some steps and what they need.
// All steps run, whatever fails; the failures are told again at the end.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browsers, requireBrowsers } from "./browsers.mjs";
import { build } from "./build.mjs";
import { main, root } from "./command.mjs";
import { install } from "./install.mjs";
import { isTerminal, reportTo, say } from "./progress.mjs";
import { excerpt } from "./test/counts.mjs";
import { clippy, dependencies, format } from "./test/lint.mjs";
import { compileNative, testNative } from "./test/native.mjs";
import { installPacked, testCjs, testEsm, testTypes } from "./test/package.mjs";
import { choose, runSteps } from "./test/schedule.mjs";
import { compileRunner, compileWasm, testInChromium, testInFirefox, testInNode } from "./test/wasm.mjs";

// In the order in which they start when nothing holds them back. Steps with `compiles` take turns.
const STEPS = {
  install: { title: "npm packages and wasm target", work: install },
  build: { title: "build the package", needs: ["install"], compiles: true, work: build },
  browsers: { title: "browsers and drivers", needs: ["install"], work: browsers },
  runner: { title: "compile the wasm test runner", needs: ["install"], compiles: true, work: compileRunner },
  "compile-wasm": { title: "compile the wasm tests", needs: ["install"], compiles: true, work: compileWasm },
  "compile-native": { title: "compile the native tests", needs: ["install"], compiles: true, work: compileNative },
  packed: { title: "pack and install the package", needs: ["build"], work: installPacked },
  esm: { title: "packed package, ES modules", needs: ["packed"], work: testEsm },
  cjs: { title: "packed package, CommonJS", needs: ["packed"], work: testCjs },
  types: { title: "packed package, types", needs: ["packed"], work: testTypes },
  node: { title: "wasm tests in Node", needs: ["runner", "compile-wasm"], work: testInNode },
  chromium: { title: "wasm tests in Chromium", needs: ["runner", "compile-wasm", "browsers"], work: testInChromium },
  firefox: { title: "wasm tests in Firefox", needs: ["runner", "compile-wasm", "browsers"], work: testInFirefox },
  native: { title: "native tests", needs: ["compile-native"], work: testNative },
  dependencies: { title: "native dependencies", needs: ["install"], work: dependencies },
  format: { title: "format", needs: ["install"], work: format },
  clippy: { title: "clippy", needs: ["install"], compiles: true, work: clippy },
};

const logs = join(root, "target", "test-logs");
const paint = (code, text) => (isTerminal(process.stdout) ? `\x1b[${code}m${text}\x1b[0m` : text);

const describe = ({ passed, failed, note, failure }) => {
  if (failed > 0) return [passed && `${passed} passed`, `${failed} failed`].filter(Boolean).join(", ") + (failure ? `: ${failure}` : "");
  return note ?? (passed === undefined ? "done" : `${passed} passed`);
};

const mark = ({ failed, note }) => (failed > 0 ? paint(31, "✗") : note ? paint(33, "–") : paint(32, "✓"));

const report = (name, result) => {
  const time = result.elapsed === undefined ? "" : `${result.elapsed} s`;
  say(`${mark(result)} ${STEPS[name].title.padEnd(30)} ${time.padStart(8)}  ${describe(result)}`);
  if (result.output) writeFileSync(join(logs, `${name}.log`), result.output);
};

/** Hosts that ran different cases would each be right about a different contract. */
const compare = (done, member, what) => {
  const hosts = Object.entries(done).filter(([, result]) => result.failed === 0 && member in result);
  if (hosts.length === 0) return { failed: 0 };
  const counts = hosts.map(([name, result]) => `${name} ${result[member] ?? "none"}`);
  const same = new Set(hosts.map(([, result]) => result[member])).size === 1 && hosts[0][1][member] > 0;
  say(`${mark({ failed: same ? 0 : 1 })} ${what} in every host: ${counts.join(", ")}`);
  return same ? { passed: 1, failed: 0 } : { failed: 1, failure: `The hosts differ in ${what}: ${counts.join(", ")}.` };
};

const explain = (name, { failed, failure, output }) => {
  if (!failed) return;
  say(`\n${paint(31, `── ${STEPS[name]?.title ?? name} ──`)}`);
  if (output) say(`${excerpt(output)}\n(all of it: target/test-logs/${name}.log)`);
  if (failure) say(failure);
};

const add = (results, member) => results.reduce((total, result) => total + (result[member] ?? 0), 0);

await main(import.meta.url, async () => {
  reportTo(process.stdout);
  const names = choose(STEPS, process.argv.slice(2));
  if (names.includes("browsers")) requireBrowsers();
  mkdirSync(logs, { recursive: true });
  const done = await runSteps(STEPS, names, report);
  done["same tests"] = compare(done, "wasm", "wasm tests");
  done["same corpus"] = compare(done, "corpus", "corpus cases");
  for (const [name, result] of Object.entries(done)) explain(name, result);
  const failed = add(Object.values(done), "failed");
  say(`\n${add(Object.values(done), "passed")} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
