// What every host is asked: the conformance corpus and the generated cases.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../command.mjs";

const corpus = join(root, "tests", "conformance");

const readCorpus = () =>
  readdirSync(corpus)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(corpus, name), "utf8") }));

/** @returns `{corpus, generated}`, as tests/matrix/answer.mjs takes them. */
export const makeInput = async ({ seed, count }) => {
  const { generate } = await import("../../tests/matrix/generate.mjs");
  return { corpus: readCorpus(), generated: { name: "generated.json", text: generate({ seed, count }) } };
};
