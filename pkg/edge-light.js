// The entry for Vercel's edge runtime, which gives a .wasm as a compiled module of another realm.
import module from "./generated/share_policy_bg.wasm?module";
import { start } from "./generated/api.js";

start(Object.setPrototypeOf(module, WebAssembly.Module.prototype));

export * from "./public.js";
