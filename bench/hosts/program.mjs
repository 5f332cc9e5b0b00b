// The host is a program (Node, Deno, Bun): the workload on standard input, the results on standard output.
import process from "node:process";
import { answer } from "./answer.mjs";

const module = await import("share-policy");
let text = "";
const decoder = new TextDecoder();
for await (const chunk of process.stdin) text += decoder.decode(chunk, { stream: true });
process.stdout.write(JSON.stringify(await answer(module, JSON.parse(text))));
