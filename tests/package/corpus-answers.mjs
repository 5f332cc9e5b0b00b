// Everything that the package answers when the corpus is run: its rows and its problems, each once.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCorpus } from "./run-corpus.mjs";

const directory = fileURLToPath(new URL("../conformance", import.meta.url));

const readCorpus = () =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(directory, name), "utf8") }));

const deepFreeze = (value) => {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
};

/** Frozen, so that whoever changes one throws. */
const once = () => {
  const found = new Map();
  return {
    add: (value) => found.set(JSON.stringify(value), value),
    all: () => [...found.values()].map(deepFreeze),
  };
};

/** The package with every answer taken down. */
const listening = (sharePolicy, { hear, hearResponse, hearProblem }) => ({
  ...sharePolicy,
  validate: (request) => hear(sharePolicy.validate(request)),
  normalize: (request) => hear(sharePolicy.normalize(request)),
  evaluate: (...given) => hear(sharePolicy.evaluate(...given)),
  respond: (...given) => hearResponse(sharePolicy.respond(...given)),
  AclSnapshot: class extends sharePolicy.AclSnapshot {
    constructor(snapshot) {
      try {
        super(snapshot);
      } catch (error) {
        hearProblem(error.problem);
        throw error;
      }
    }
  },
});

/** @returns `rows` with a code, `wireRows` without one, `problems`, and those as `respond` tells them. */
export const corpusAnswers = (sharePolicy) => {
  const [rows, wireRows, problems, clientProblems] = [once(), once(), once(), once()];
  const hear = (answer) => {
    if (!answer.ok) problems.add(answer.problem);
    else (answer.evaluation?.results ?? answer.rows).forEach(rows.add);
    return answer;
  };
  const hearResponse = (response) => {
    const json = JSON.parse(new TextDecoder().decode(response.body));
    if (response.status === 200) json.results.forEach((row) => ("code" in row ? rows : wireRows).add(row));
    else clientProblems.add(json);
    return response;
  };
  const heard = listening(sharePolicy, { hear, hearResponse, hearProblem: problems.add });
  const { cases, failures } = runCorpus(heard, readCorpus());
  if (cases === 0 || failures.length > 0) throw new Error(`The corpus fails: ${failures.join("\n")}`);
  return { rows: rows.all(), wireRows: wireRows.all(), problems: problems.all(), clientProblems: clientProblems.all() };
};
