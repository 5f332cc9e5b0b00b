// The host is a program (Node, Deno, Bun): the cases on standard input, the report on standard output.
// No file is read, so that no host has to permit it.
import process from "node:process";
import { measureStart } from "./clock.mjs";
import { answerAll } from "../matrix/answer.mjs";

const sharePolicy = await import("share-policy"); // only now: some hosts load CommonJS before they run a module
const start = measureStart(sharePolicy);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = JSON.parse(Buffer.concat(chunks).toString());
process.stdout.write(JSON.stringify({ start, ...(await answerAll(sharePolicy, input)) }));
