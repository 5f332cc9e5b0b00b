// The entry for Deno: a source import needs no permission, where reading the file would.
import source module from "./generated/share_policy_bg.wasm";
import { start } from "./generated/api.js";

start(module);

export * from "./public.js";
