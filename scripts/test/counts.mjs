// Reads from a runner's output how many tests it ran: an exit status of 0 does not tell.
import { Failure, run } from "../command.mjs";

const sum = (output, pattern) => [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);

/** What `cargo test` and the wasm runner print after each binary. */
export const ofRust = (output) => ({
  passed: sum(output, /^test result: \w+\. (\d+) passed/gm),
  failed: sum(output, /^test result: \w+\. \d+ passed; (\d+) failed/gm),
});

/** What `node --test --test-reporter=spec` prints at its end. */
export const ofNode = (output) => ({
  passed: sum(output, /^ℹ pass (\d+)$/gm),
  failed: sum(output, /^ℹ (?:fail|cancelled) (\d+)$/gm),
});

/** How many cases of the conformance corpus ran; undefined when none was reported. */
export const ofCorpus = (output) => {
  const counts = [...output.matchAll(/corpus: (\d+) cases$/gm)].map(([, count]) => Number(count));
  if (new Set(counts).size > 1) throw new Failure(`The corpus was run with ${counts.join(" and ")} cases.`, output);
  return counts[0];
};

const FAILURES = /^failures:\n[^]*?^test result: FAILED.*$|^✖ failing tests:\n[^]*/gm;
const LINES = 80;
const COLUMNS = 400;

const cut = (lines) => lines.map((line) => (line.length > COLUMNS ? `${line.slice(0, COLUMNS)}…` : line)).join("\n");

/** The part of a runner's output that tells what failed; of any other program's, the end. */
export const excerpt = (output) => {
  const told = output.match(FAILURES)?.join("\n\n").split("\n");
  if (told !== undefined) return cut(told.length > LINES ? [...told.slice(0, LINES), "…"] : told);
  const lines = output.trimEnd().split("\n");
  return cut(lines.length > LINES ? ["…", ...lines.slice(-LINES)] : lines);
};

/** Runs tests and counts them. A run that fails counts at least one failure, one without any test fails. */
export const runTests = async (program, args, { count = ofRust, ...options }) => {
  let failure;
  let output;
  try {
    ({ output } = await run(program, args, options));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error.message;
    ({ output } = error);
  }
  const { passed, failed } = count(output);
  if (failure !== undefined || failed > 0) return { passed, failed: Math.max(failed, 1), output, failure };
  if (passed === 0) return { passed, failed: 1, output, failure: "No test ran." };
  return { passed, failed, output };
};
