// Makes the module that carries the .wasm as text, for tools that ship nothing but JavaScript.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { whenStale, writeWhole } from "../fresh.mjs";
import { MODULE, generated } from "./files.mjs";

const source = (base64) => `const text=atob("${base64}");
const bytes=new Uint8Array(text.length);
for(let at=0;at<text.length;at++)bytes[at]=text.charCodeAt(at);
export default bytes;
`;

export const inline = async (work) => {
  const module = join(generated, MODULE);
  const output = join(generated, "inline.js");
  await whenStale(join(work, "inline.stamp"), { inputs: [module], settings: [source("")], outputs: [output] }, async () => {
    writeWhole(output, source(readFileSync(module, "base64")));
  });
};
