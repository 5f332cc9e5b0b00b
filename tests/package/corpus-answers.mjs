// Everything that the package answers when the corpus is run: its rows, hints, residue and problems, each once.
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
const listening = (sharePolicy, { hear, hearResponse, hearPasted, hearProblem }) => ({
  ...sharePolicy,
  validate: (request) => hear(sharePolicy.validate(request)),
  normalize: (request) => hear(sharePolicy.normalize(request)),
  evaluate: (...given) => hear(sharePolicy.evaluate(...given)),
  respond: (...given) => hearResponse(sharePolicy.respond(...given)),
  parseRecipients: (text) => hearPasted(sharePolicy.parseRecipients(text)),
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

/**
 * @returns `rows` with a code, `wireRows` without one, `warnings` (also those of pasted recipients), `residue`,
 * `problems`, and those as `respond` tells them.
 */
export const corpusAnswers = (sharePolicy) => {
  const [rows, wireRows, warnings, residue, problems, clientProblems] = Array.from({ length: 6 }, once);
  const hear = (answer) => {
    if (!answer.ok) problems.add(answer.problem);
    else (answer.evaluation?.results ?? answer.rows).forEach(rows.add);
    answer.evaluation?.warnings?.forEach(warnings.add);
    return answer;
  };
  const hearResponse = (response) => {
    const json = JSON.parse(new TextDecoder().decode(response.body));
    if (response.status === 200) json.results.forEach((row) => ("code" in row ? rows : wireRows).add(row));
    else clientProblems.add(json);
    json.warnings?.forEach(warnings.add);
    return response;
  };
  const hearPasted = (pasted) => {
    pasted.recipients.forEach((recipient) => recipient.warnings?.forEach(warnings.add));
    pasted.residue.forEach(residue.add);
    return pasted;
  };
  const heard = listening(sharePolicy, { hear, hearResponse, hearPasted, hearProblem: problems.add });
  const { cases, failures } = runCorpus(heard, readCorpus());
  if (cases === 0 || failures.length > 0) throw new Error(`The corpus fails: ${failures.join("\n")}`);
  const lists = { rows, wireRows, warnings, residue, problems, clientProblems };
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.all()]));
};
