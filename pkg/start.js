// Starts the module's one instance, from wherever a host keeps the compiled .wasm. Starting it again does nothing.
import { NEEDS } from "./host.js";
import init, { initSync, version as versionOf } from "./generated/share_policy.js";
import { SharePolicyError } from "./error.js";

/** What the running module says of itself; undefined until it runs. */
export let version;

const started = () => {
  version = Object.freeze(versionOf());
};

const unsupported = (cause) =>
  new SharePolicyError(
    "host_unsupported",
    `This host does not run share-policy's WebAssembly. ${NEEDS} ` +
      "Under a Content-Security-Policy, script-src has to hold 'wasm-unsafe-eval'.",
    undefined,
    cause,
  );

const notLoaded = (url, reason, cause) =>
  new SharePolicyError(
    "load_failed",
    `share-policy could not load its module from ${url} (${reason}). It has to lie where the package has it; ` +
      'for a tool that copies no .wasm there is "share-policy/inline".',
    undefined,
    cause,
  );

/** From its bytes, or from a compiled WebAssembly.Module: at once. */
export const start = (module) => {
  try {
    initSync({ module });
  } catch (cause) {
    throw unsupported(cause);
  }
  started();
};

const request = async (url) => {
  try {
    return await fetch(url);
  } catch (cause) {
    throw notLoaded(url, "the request failed", cause);
  }
};

const isAddress = (source) => typeof source === "string" || source instanceof URL;

/** From a URL, a Response, its bytes or a compiled WebAssembly.Module. */
export const load = async (source) => {
  if (version !== undefined) return;
  const found = await (isAddress(source) ? request(source) : source);
  if (found.ok === false) throw notLoaded(found.url, `status ${found.status}`);
  try {
    await init({ module_or_path: found });
  } catch (cause) {
    throw unsupported(cause);
  }
  started();
};
