export * from "./index.cjs";

/**
 * Loads the module; every call before that throws a {@link SharePolicyError} `not_loaded`. Once is enough.
 *
 * Of use in browsers. Elsewhere the module is there at once, and this does nothing.
 *
 * @param source Where the module is, when it is not where the package has it: a URL, a Response, its bytes, or a
 * compiled module. The file is `share-policy/module.wasm`.
 *
 * @throws {@link SharePolicyError} `load_failed` or `host_unsupported`; calling again tries again.
 *
 * @example
 * dialog.addEventListener("focusin", () => init(), { once: true });
 */
export declare function init(
  source?: string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module,
): Promise<void>;
