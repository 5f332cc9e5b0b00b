// Proves everything: `npm test`; with `-- --all` also what takes minutes; `npm test -- STEP...` for some steps and what they need.
// All steps run, whatever fails; the failures are told again at the end.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browsers, requireBrowsers } from "./browsers.mjs";
import { build } from "./build.mjs";
import { main, root } from "./command.mjs";
import { install } from "./install.mjs";
import { reproduce } from "./reproduce.mjs";
import { isTerminal, reportTo, say } from "./progress.mjs";
import { excerpt } from "./test/counts.mjs";
import { clippy, dependencies, format } from "./test/lint.mjs";
import { hosts } from "./matrix/hosts.mjs";
import { compileNativeHost } from "./matrix/native.mjs";
import { programs } from "./matrix/programs.mjs";
import { installTools } from "./matrix/tools.mjs";
import { workers } from "./matrix/workers.mjs";
import { testBench } from "./test/bench.mjs";
import { testPackageIn } from "./test/browsers.mjs";
import { installEcosystem, testEcosystem, testSchemas } from "./test/ecosystem.mjs";
import { testMatrix } from "./test/matrix.mjs";
import { compileNative, testNative } from "./test/native.mjs";
import { installPacked, testCjs, testEsm, testTypes } from "./test/package.mjs";
import { testPublishing } from "./test/publish.mjs";
import { choose, runSteps } from "./test/schedule.mjs";
import { installService, testLoad, testServiceOnNode, testServiceOnWorkerd, testStart } from "./test/service.mjs";
import { testUnicode } from "./test/unicode.mjs";
import { installWww, testCorpus, testDialogIn, testEndToEnd } from "./test/www.mjs";
import { installWasmPack, testWithWasmPack } from "./test/wasm-pack.mjs";
import { compileRunner, compileWasm, testInChromium, testInFirefox, testInNode } from "./test/wasm.mjs";

const ALL = process.argv.includes("--all");

// In the order in which they start when nothing holds them back. Steps with `compiles` take turns; those that
// are `slow` run with --all, or by name.
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
  "package-chromium": {
    title: "packed package, Chromium",
    needs: ["packed", "browsers"],
    work: (done) => testPackageIn("chromium", done, ALL),
  },
  "package-firefox": {
    title: "packed package, Firefox",
    slow: true,
    needs: ["packed", "browsers"],
    work: (done) => testPackageIn("firefox", done, ALL),
  },
  "package-webkit": {
    title: "packed package, WebKit",
    slow: true,
    needs: ["packed", "browsers"],
    work: (done) => testPackageIn("webkit", done, ALL),
  },
  bench: { title: "answers of what is compared", needs: ["packed"], work: testBench },
  ecosystem: { title: "ecosystem libraries", needs: ["install"], work: installEcosystem },
  schemas: { title: "schemas against the engine", needs: ["packed", "ecosystem"], work: testSchemas },
  conventions: { title: "forms, RPC and servers", needs: ["packed", "ecosystem"], work: testEcosystem },
  "install-service": { title: "what the service stands on", needs: ["build"], work: installService },
  service: { title: "service on Node and SQLite", needs: ["install-service"], work: testServiceOnNode },
  "service-workerd": { title: "service on workerd and D1", slow: true, needs: ["install-service"], work: testServiceOnWorkerd },
  load: { title: "service under load, and killed", slow: true, needs: ["install-service"], work: testLoad },
  start: { title: "npm start", slow: true, needs: ["install-service"], compiles: true, work: testStart },
  "install-www": { title: "what the dialog is tested with", needs: ["install"], work: installWww },
  dialog: { title: "dialog in Chromium", needs: ["build", "browsers", "install-www"], work: () => testDialogIn("chromium") },
  "dialog-firefox": {
    title: "dialog in Firefox",
    slow: true,
    needs: ["build", "browsers", "install-www"],
    work: () => testDialogIn("firefox"),
  },
  "dialog-webkit": {
    title: "dialog in WebKit",
    slow: true,
    needs: ["build", "browsers", "install-www"],
    work: () => testDialogIn("webkit"),
  },
  "dialog-corpus": {
    title: "corpus in the dialog",
    slow: true,
    needs: ["build", "browsers", "install-www"],
    work: testCorpus,
  },
  "end-to-end": {
    title: "dialog and service, end to end",
    needs: ["build", "browsers", "install-www", "install-service"],
    work: () => testEndToEnd(ALL ? ["chromium", "firefox", "webkit"] : ["chromium"]),
  },
  tools: { title: "hosts from npm", needs: ["install"], work: installTools },
  "native-host": { title: "compile the native host", needs: ["install"], compiles: true, work: compileNativeHost },
  matrix: {
    title: ALL ? "matrix: every host" : "matrix: programs and workers",
    needs: ["packed", "tools", "native-host", "browsers"],
    work: ({ packed }) => testMatrix(ALL ? hosts : { ...programs, ...workers }, packed),
  },
  native: { title: "native tests", needs: ["compile-native"], work: testNative },
  dependencies: { title: "native dependencies", needs: ["install"], work: dependencies },
  unicode: { title: "provenance of the Unicode data", needs: ["install"], work: testUnicode },
  format: { title: "format", needs: ["install"], work: format },
  clippy: { title: "clippy", needs: ["install"], compiles: true, work: clippy },
  publish: { title: "dry runs of publishing", slow: true, needs: ["build", "tools"], compiles: true, work: testPublishing },
  "install-wasm-pack": { title: "compile wasm-pack", slow: true, needs: ["install"], compiles: true, work: installWasmPack },
  "wasm-pack": {
    title: "wasm tests by wasm-pack",
    slow: true,
    needs: ["install-wasm-pack", "runner", "browsers"],
    compiles: true,
    work: testWithWasmPack,
  },
  reproduce: { title: "a second build is the same", slow: true, needs: ["build"], compiles: true, work: reproduce },
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
  const asked = process.argv.slice(2).filter((word) => word !== "--all");
  const usual = Object.keys(STEPS).filter((name) => ALL || !STEPS[name].slow);
  const names = choose(STEPS, asked.length > 0 ? asked : usual);
  if (names.includes("browsers")) requireBrowsers();
  mkdirSync(logs, { recursive: true });
  const done = await runSteps(STEPS, names, report);
  done["same tests"] = compare(done, "wasm", "wasm tests");
  done["same service"] = compare(done, "service", "service tests");
  done["same dialog"] = compare(done, "dialog", "dialog tests");
  done["same corpus"] = compare(done, "corpus", "corpus cases");
  for (const [name, result] of Object.entries(done)) explain(name, result);
  const failed = add(Object.values(done), "failed");
  say(`\n${add(Object.values(done), "passed")} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
