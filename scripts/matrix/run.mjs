// Runs hosts, each in a project that has the packed package, and compares what they answer with the native library.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "../command.mjs";
import { makeInput } from "./input.mjs";
import { native, nativeAnswer } from "./native.mjs";

/** What is wrong with a report, or undefined. */
const fault = async (report, reference, input) => {
  const { corpus, cases, digest, inputDigest, firstDifference } = report;
  if (corpus.failures.length > 0) return `the corpus: ${corpus.failures.length} failures\n${corpus.failures.slice(0, 5).join("\n")}`;
  if (corpus.cases === 0 || cases === 0) return "no case ran";
  if (corpus.cases !== reference.corpus.cases || cases !== reference.cases) {
    return `${corpus.cases} of ${reference.corpus.cases} cases of the corpus ran, ${cases} of ${reference.cases} in all`;
  }
  if (inputDigest !== reference.inputDigest) return "it read other cases";
  if (digest === reference.digest) return undefined;
  if (firstDifference === undefined) return "another digest, and no case that differs";
  const { name, answer } = firstDifference;
  return `the first case that differs is ${name}\nhere:     ${answer}\nnatively: ${await nativeAnswer(input, name)}`;
};

/** Asks one host. @returns its line of the table; a host that could not start has a `failure`. */
const ask = async (host, job, reference, input) => {
  const began = performance.now();
  const line = { title: host.title };
  try {
    line.version = await host.version?.();
    line.report = await host.answer(job);
    line.version ??= line.report.version;
    line.failure = await fault(line.report, reference, input);
  } catch (error) {
    line.failure = error instanceof Failure ? `${error.message}\n${error.output ?? ""}`.trim() : error.stack;
  }
  return { ...line, elapsed: performance.now() - began };
};

/** The native library is a line of the table, and what the others have to be equal to. */
const askNative = async (input) => {
  const began = performance.now();
  const report = await native.answer(input);
  if (report.corpus.failures.length > 0) throw new Failure("The native library fails the corpus.", report.corpus.failures.join("\n"));
  return { title: native.title, version: await native.version(), report, elapsed: performance.now() - began };
};

/** So many generated cases have to show everything that an answer can say. */
const ENOUGH = 20_000;

const requireCoverage = async (project, { generated }, count) => {
  if (count < ENOUGH) return;
  const { coverage } = await import("../../tests/matrix/coverage.mjs");
  const { lacking } = coverage(await import(pathToFileURL(join(project, "node_modules/share-policy/node.js"))), generated);
  const told = lacking.map(([what, times]) => `${what} (${times} times)`).join(", ");
  if (told !== "") throw new Failure(`The generated cases do not reach ${told}.`);
};

/**
 * Asks the native library and then every host, `atOnce` of them at a time; `report` hears of each when it has answered.
 * @returns the lines of the table in the order of the hosts, and the native report, which the others have to equal.
 */
export const runHosts = async (hosts, { project, seed, count, atOnce = 1, report = () => {} }) => {
  const input = await makeInput({ seed, count });
  const first = await askNative(input);
  report(first);
  await requireCoverage(project, input, count);
  const { sums, ...reference } = first.report;
  const job = { project, input: JSON.stringify({ ...input, expected: sums }) };
  const waiting = Object.keys(hosts);
  const lines = {};
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      lines[name] = await ask(hosts[name], job, reference, input);
      report(lines[name]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { lines: [first, ...Object.keys(hosts).map((name) => lines[name])], reference };
};
