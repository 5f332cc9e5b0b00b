// What the shipped module can reach outside itself: nothing that knows the time, chance, a locale or any input or output.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const place = (name) => fileURLToPath(import.meta.resolve(name));
const bytes = readFileSync(place("share-policy/module.wasm"));
const module = new WebAssembly.Module(bytes);

/** Without the digest that wasm-bindgen puts at the end of a name. */
const plain = (name) => name.replace(/_[0-9a-f]{16}$/, "");

// Showing its memory, copying a snapshot's bytes in, making the version's value, and throwing.
const IMPORTS = [
  "__wbg_Error",
  "__wbg___wbindgen_is_string",
  "__wbg___wbindgen_memory",
  "__wbg___wbindgen_throw",
  "__wbg_length",
  "__wbg_new",
  "__wbg_prototypesetcall",
  "__wbg_set",
  "__wbg_set",
  "__wbindgen_generic",
  "__wbindgen_generic",
  "__wbindgen_init_externref_table",
];

test("the module imports these functions, and nothing else", () => {
  const imports = WebAssembly.Module.imports(module);
  assert.deepEqual(new Set(imports.map(({ module, kind }) => `${module} ${kind}`)), new Set(["./share_policy_bg.js function"]));
  assert.deepEqual(imports.map(({ name }) => plain(name)).sort(), [...IMPORTS].sort());
});

test("nothing in the package's JavaScript asks for time, chance, locale, files or the network, but to load the module", () => {
  const source = readFileSync(place("share-policy/package.json").replace("package.json", "generated/api.js"), "utf8");
  const forbidden =
    /\b(?:Date|Math\.random|crypto|performance|Intl|navigator|process|require\b|XMLHttpRequest|WebSocket|localStorage|setTimeout|queueMicrotask|toLocale\w+|localeCompare|normalize\(["'])/g;
  assert.deepEqual(source.match(forbidden), null);
  assert.equal(source.match(/\bfetch\(/g)?.length, 2, "the glue's and our own");
});

const SECTIONS = ["name", "producers", "sourceMappingURL", "target_features"];

test("the module carries no names, paths or tools of the machine that built it", () => {
  for (const name of SECTIONS) assert.equal(WebAssembly.Module.customSections(module, name).length, 0, name);
  const text = bytes.toString("latin1");
  assert.equal(/\/(?:home|root|Users|tmp|work)\/|\\Users\\/.test(text), false);
});

test("there is one .wasm, and its text form is the same bytes", async () => {
  const text = readFileSync(place("share-policy/inline").replace("inline.js", "generated/inline.js"), "utf8");
  const [, base64] = /atob\("([^"]+)"\)/.exec(text);
  assert.ok(Buffer.from(base64, "base64").equals(bytes));
});
