// What goes into the installed package and what comes out of it, over the whole corpus.
import { readFileSync, readdirSync } from "node:fs";
import * as sharePolicy from "share-policy";
import { runCorpus } from "../package/run-corpus.mjs";

const CORPUS = new URL("../conformance/", import.meta.url);

const files = () =>
  readdirSync(CORPUS)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, text: readFileSync(new URL(name, CORPUS), "utf8") }));

/** The text that the package reads, or undefined for bytes that are none. */
const textOf = (input) => {
  if (typeof input === "string") return input;
  if (!(input instanceof Uint8Array)) return JSON.stringify(input);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(input);
  } catch {
    return undefined;
  }
};

/** The package, telling `seen` of all that passes through it. */
const listened = (seen) => {
  const { AclSnapshot, evaluate, normalize, respond, validate } = sharePolicy;
  const note = (kind, value) => {
    if (value !== undefined) seen[kind].add(typeof value === "string" ? value : JSON.stringify(value));
  };
  const snapshot = (given) => {
    if (!(given instanceof AclSnapshot)) note("snapshots", textOf(given));
  };
  const answered = (answer) => {
    if (!answer.ok) note("problems", answer.problem);
    else if (answer.evaluation) note("evaluations", answer.evaluation);
    else if (answer.request) note("validated", answer.request);
    return answer;
  };
  const responded = (answer) => {
    note("responses", { ...answer, body: JSON.parse(new TextDecoder().decode(answer.body)) });
    return answer;
  };
  return {
    ...sharePolicy,
    validate: (request) => {
      note("requests", textOf(request));
      return answered(validate(request));
    },
    normalize: (request) => {
      note("requests", textOf(request));
      return answered(normalize(request));
    },
    evaluate: (request, given, ...options) => {
      note("requests", textOf(request));
      snapshot(given);
      return answered(evaluate(request, given, ...options));
    },
    respond: (request, given, ...options) => {
      note("requests", textOf(request));
      snapshot(given);
      return responded(respond(request, given, ...options));
    },
    AclSnapshot: class extends AclSnapshot {
      constructor(given) {
        snapshot(given);
        try {
          super(given);
        } catch (error) {
          note("problems", error.problem);
          throw error;
        }
      }
      evaluate(...given) {
        return answered(super.evaluate(...given));
      }
      respond(...given) {
        return responded(super.respond(...given));
      }
    },
  };
};

const KINDS = ["requests", "snapshots", "validated", "evaluations", "responses", "problems"];

const observe = () => {
  const seen = Object.fromEntries(KINDS.map((kind) => [kind, new Set()]));
  const { failures } = runCorpus(listened(seen), files());
  if (failures.length > 0) throw new Error(`The corpus fails:\n${failures.join("\n")}`);
  for (const kind of KINDS) if (seen[kind].size === 0) throw new Error(`The corpus shows no ${kind}.`);
  return Object.fromEntries(KINDS.map((kind) => [kind, [...seen[kind]]]));
};

/** For each kind the JSON texts that were met; a response is its status, contentType and body. */
export const observed = observe();
