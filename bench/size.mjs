// What the package weighs on its way to whoever installs or loads it.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** For the package, Unicode data included: bytes of brotli. */
const BUDGET = 120_000;

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
    tarball: { gzip: tarball.length, brotli: brotli(gunzipSync(tarball)) },
  };
};
