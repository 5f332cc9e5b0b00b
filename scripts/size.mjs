// What the package weighs on its way to whoever installs or loads it.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** In bytes: what a page loads, Unicode data included, as brotli; and the tarball, which has the module a second time, as text. */
const BUDGET = { loaded: 100_000, tarball: 315_000 };

const PACKAGE = new URL("../pkg/", import.meta.url);

/** A page's module script and all that it imports, each file compressed for itself as servers do. */
const LOADED = ["browser.js", "public.js", "generated/api.js", "generated/share_policy_bg.wasm"];

const brotli = (bytes) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
};

/** @returns the sizes, in bytes, of a module and of all that a packed tarball holds. */
export const measureSizes = (module, packed) => {
  const [wasm, tarball] = [readFileSync(module), readFileSync(packed)];
  return {
    budget: BUDGET,
    wasm: { raw: wasm.length, gzip: gzipSync(wasm, { level: 9 }).length, brotli: brotli(wasm) },
    loaded: { brotli: LOADED.reduce((sum, name) => sum + brotli(readFileSync(new URL(name, PACKAGE))), 0) },
    tarball: { gzip: tarball.length, brotli: brotli(gunzipSync(tarball)) },
  };
};
