// The entry for pages that load the module when they need it.
import { load } from "./generated/api.js";

export const init = (source = new URL("./generated/share_policy_bg.wasm", import.meta.url)) => load(source);

export * from "./public.js";
