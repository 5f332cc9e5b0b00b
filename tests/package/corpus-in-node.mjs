// Reads the corpus, runs it, and tells how it went: `corpus: N cases`, and exit status 0, when all is well.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCorpus } from "./run-corpus.mjs";

const directory = process.argv[2] ?? fileURLToPath(new URL("../conformance", import.meta.url));

export const runInNode = (sharePolicy) => {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(directory, name), "utf8") }));
  const { cases, failures } = runCorpus(sharePolicy, files);
  if (failures.length === 0) return console.log(`corpus: ${cases} cases`);
  for (const failure of failures) console.error(failure);
  console.error(`corpus: ${failures.length} failures in ${cases} cases`);
  process.exitCode = 1;
};
