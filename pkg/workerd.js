// The entry for Cloudflare's workerd, which gives a .wasm as a compiled module.
import module from "./generated/share_policy_bg.wasm";
import { start } from "./generated/api.js";

start(module);

export * from "./public.js";
