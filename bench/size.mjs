// What the package weighs on its way to a browser.
import { readFileSync, statSync } from "node:fs";
import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** The limit for the package, Unicode data included, in bytes of brotli. */
export const BUDGET = 120_000;

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** @returns the sizes in bytes of the module, and of everything in the tarball. */
export const measureSizes = (wasm, tarball) => {
  const module = readFileSync(wasm);
  return {
    budget: BUDGET,
    wasm: { raw: module.length, gzip: gzipSync(module, { level: 9 }).length, brotli: brotli(module) },
    package: { packed: statSync(tarball).size, brotli: brotli(gunzipSync(readFileSync(tarball))) },
  };
};
