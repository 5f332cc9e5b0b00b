// The entry for browsers: a page without a bundler, or one of those that copy the .wasm.
import { load } from "./generated/api.js";

await load(new URL("./generated/share_policy_bg.wasm", import.meta.url));

export * from "./public.js";
