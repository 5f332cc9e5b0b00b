// Every entry of the installed package: the same names, the same answers, and one clear sentence where it cannot start.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as sharePolicy from "share-policy";
import * as init from "share-policy/init";
import * as inline from "share-policy/inline";
import { stillGood } from "./sample.mjs";

const require = createRequire(import.meta.url);
const location = new URL("./", import.meta.resolve("share-policy/package.json"));
const names = Object.keys(sharePolicy);

const broken = mkdtempSync(join(tmpdir(), "share-policy-broken-"));
after(() => rmSync(broken, { recursive: true, force: true }));

/** Runs a module in a Node of its own. @returns what it prints as JSON. */
const inNode = (source, cwd = import.meta.dirname ?? fileURLToPath(new URL(".", import.meta.url))) => {
  const args = ["--input-type=module", "--eval", source];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", cwd });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

const told = (promise) =>
  `await ${promise}.then(() => undefined, ({ name, code, message }) => ({ name, code, message }))`;

// Node 20 cannot catch what a CommonJS module throws when an ES module imports it: so by `require`.
const required = 'Promise.resolve().then(() => process.getBuiltinModule("module").createRequire(process.cwd() + "/")("share-policy"))';

const print = (...expressions) => `console.log(JSON.stringify([${expressions.join(", ")}]));`;

test("the entries export the same names", () => {
  assert.deepEqual(Object.keys(inline), names);
  assert.deepEqual(Object.keys(init).sort(), [...names, "init"].sort());
  assert.deepEqual(Object.keys(require("share-policy/init")).sort(), [...names, "init"].sort());
  assert.deepEqual(Object.keys(require("share-policy")).sort(), [...names].sort());
});

test("the entries share an instance where they can", async () => {
  assert.equal(init.AclSnapshot, sharePolicy.AclSnapshot);
  assert.equal(require("share-policy/init").AclSnapshot, sharePolicy.AclSnapshot);
  await init.init();
});

test("inline answers like the others", () => {
  stillGood(inline);
  assert.deepEqual(inline.version, sharePolicy.version);
});

test("the .wasm can be had by name, and there is one", () => {
  const path = require.resolve("share-policy/module.wasm");
  assert.ok(WebAssembly.validate(readFileSync(path)));
});

test("before init a call says what is missing; init tells why it fails, and can be tried again", () => {
  const [before, refused, absent, useless, version] = inNode(`
    const { init, evaluate, version } = await import(${JSON.stringify(new URL("init.js", location).href)});
    const before = ${told("Promise.resolve().then(() => evaluate({}, {}))")};
    const refused = ${told('init("http://127.0.0.1:1/x.wasm")')};
    const absent = ${told('init(new Response("", { status: 404 }))')};
    const useless = ${told("init(new Uint8Array(8))")};
    const { readFileSync } = await import("node:fs");
    await init(readFileSync(new URL("generated/share_policy_bg.wasm", ${JSON.stringify(location.href)})));
    await init();
    ${print("before", "refused", "absent", "useless", "(await import('share-policy')).version")}
  `);
  assert.equal(before.code, "not_loaded");
  assert.match(before.message, /await init\(\)/);
  assert.equal(refused.code, "load_failed");
  assert.match(refused.message, /http:\/\/127\.0\.0\.1:1\/x\.wasm/);
  assert.equal(absent.code, "load_failed");
  assert.match(absent.message, /status 404/);
  assert.equal(useless.code, "host_unsupported");
  assert.deepEqual(version, sharePolicy.version);
});

test("a host without WebAssembly is told what is missing, in one sentence", () => {
  for (const missing of ["WebAssembly", "TextEncoder"]) {
    for (const entry of [required, 'import("share-policy/inline")']) {
      const [error] = inNode(`delete globalThis.${missing}; ${print(told(entry))}`);
      assert.match(error.message, new RegExp(`^share-policy cannot run in this host, which has no ${missing}\\.`));
    }
  }
});

test("a host that forbids WebAssembly is told of the Content-Security-Policy", () => {
  const forbid = 'WebAssembly.Module = function () { throw new WebAssembly.CompileError("blocked"); };';
  const [error] = inNode(`${forbid} ${print(told(required))}`);
  assert.deepEqual([error.name, error.code], ["SharePolicyError", "host_unsupported"]);
  assert.match(error.message, /'wasm-unsafe-eval'/);
});

test("a package that lost its .wasm says where it should be", () => {
  cpSync(location, join(broken, "node_modules", "share-policy"), { recursive: true });
  rmSync(join(broken, "node_modules", "share-policy", "generated", "share_policy_bg.wasm"));
  const [error, version] = inNode(print(told(required), '(await import("share-policy/inline")).version'), broken);
  assert.equal(error.code, "load_failed");
  assert.match(error.message, /share_policy_bg\.wasm \(ENOENT\)\. .*"share-policy\/inline"/);
  assert.deepEqual(version, sharePolicy.version);
});
