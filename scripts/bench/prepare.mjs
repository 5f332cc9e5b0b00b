// The suite with all that it compares, once it is known that their answers are the same.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { asTexts, fingerprint, makeWorkload } from "../../bench/workload.mjs";
import { Failure } from "../command.mjs";
import { step } from "../progress.mjs";
import { importBundle } from "./bundle.mjs";

/** More than fit in 64 MiB of text is refused. */
const GROWING = [10, 100, 1000, 10_000, 100_000, 220_000];

const installed = (project) => import(pathToFileURL(join(project, "node_modules", "share-policy", "node.js")).href);

/** How often each outcome occurs in the requests of 100 recipients, most frequent first. */
const countOutcomes = ({ requests, sharePolicy }) => {
  const counts = {};
  for (const request of requests[100]) {
    for (const { code } of sharePolicy.evaluate(request).evaluation.results) counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
};

const check = (suite, workloads) => {
  const [few] = workloads;
  const wrong = workloads.reduce((wrong, workload) => wrong ?? suite.findDifference(workload), suite.findWrongVerdict(few.requests));
  if (wrong !== undefined) throw new Failure(wrong);
};

/** Makes workloads of so many entries in a project that has the package, each side ready, and goes no further when answers differ. */
export const prepareSuite = async ({ project, entries }) => {
  const suite = await importBundle("suite.mjs", project);
  const module = await installed(project);
  return step("make the workloads and check all answers", "each side, byte for byte", () => {
    const texts = [];
    const workloads = entries.map((count) => {
      const workload = makeWorkload(count);
      texts.push(asTexts(count, workload));
      return { ...suite.prepare(module, texts.at(-1)), fingerprint: fingerprint(workload) };
    });
    check(suite, workloads);
    const growing = GROWING.map((count) => () => suite.prepare(module, asTexts(count, makeWorkload(count))));
    return { suite, project, module, workloads, texts, growing, outcomes: countOutcomes(workloads[0]) };
  });
};
