// The corpus against the installed package: node corpus.mjs DIRECTORY
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sharePolicy from "share-policy";
import { runCorpus } from "./run-corpus.mjs";

const directory = process.argv[2] ?? fileURLToPath(new URL("../conformance", import.meta.url));
const files = readdirSync(directory)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(directory, name), "utf8") }));

const { cases, failures } = runCorpus(sharePolicy, files);
for (const failure of failures) console.error(failure);
if (failures.length > 0) {
  console.error(`corpus: ${failures.length} of ${cases} cases failed`);
  process.exitCode = 1;
} else {
  console.log(`corpus: ${cases} cases`);
}
