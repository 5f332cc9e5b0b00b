// The matrix as a step of the tests.
import { table } from "../matrix/report.mjs";
import { runHosts } from "../matrix/run.mjs";

const COUNT = 20_000;
const SEED = 1;

export const testMatrix = async (hosts, project) => {
  const { lines, reference } = await runHosts(hosts, { project, seed: SEED, count: COUNT, atOnce: 2 });
  const failures = lines.filter(({ failure }) => failure !== undefined);
  return {
    passed: lines.length - failures.length,
    failed: failures.length,
    failure: failures.map(({ title, failure }) => `${title}: ${failure}`).join("\n") || undefined,
    output: table(lines),
    corpus: reference.corpus.cases,
  };
};
