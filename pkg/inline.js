// The entry for tools that cannot ship a .wasm: it comes along as text.
import { start } from "./generated/api.js";
import bytes from "./generated/inline.js";

start(bytes);

export * from "./public.js";
