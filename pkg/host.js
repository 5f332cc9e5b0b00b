// Evaluated before everything else: a host that lacks what the package stands on is told so in one sentence.
const NEEDED = ["WebAssembly", "TextEncoder", "TextDecoder"];

export const NEEDS =
  "It needs WebAssembly with reference types, and ES2022: Chrome 96, Firefox 93, Safari 16.4, Node 20, Deno 2, Bun 1, " +
  "workerd, Vercel's edge runtime, or newer.";

const missing = NEEDED.filter((name) => typeof globalThis[name] === "undefined");
if (missing.length > 0) {
  throw new Error(`share-policy cannot run in this host, which has no ${missing.join(" and no ")}. ${NEEDS}`);
}
