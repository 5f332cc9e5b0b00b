// The packed package in real browsers: in a page without a bundler, and in a dedicated worker.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { doJob, serveJobs } from "../browsers/jobs.mjs";
import { driverOf } from "../browsers/find.mjs";
import { open } from "../browsers/webdriver.mjs";
import { Failure, root } from "../command.mjs";

// A million calls say the same of memory in a page and in a worker.
const ALL = { page: ["corpus", "robustness", "exhaustion", "memory"], worker: ["corpus", "robustness", "exhaustion"] };
/** What takes seconds. */
const QUICK = { page: ["corpus", "robustness"], worker: ["corpus"] };

const readCorpus = () => {
  const directory = join(root, "tests", "conformance");
  const names = readdirSync(directory).filter((name) => name.endsWith(".json")).sort();
  return names.map((name) => ({ name, text: readFileSync(join(directory, name), "utf8") }));
};

/** A job that ran nothing has failed. */
const faultsOf = ({ cases, failures }) => (cases > 0 ? failures : [...failures, "no case ran"]);

const time = (milliseconds) => `${milliseconds.toFixed(1)} ms`;

const describe = (job, host, { browser, userAgent, report, loadTime, firstCallTime, runTime }, faults) => {
  const { cases, failures, ...measured } = report;
  const times = `load ${time(loadTime)}, first call ${time(firstCallTime)}, all ${time(runTime)}`;
  const line = `${job}, ${host} of ${browser}: ${cases} cases, ${faults.length} failures; ${times}`;
  return [line, userAgent, JSON.stringify(measured), ...faults].join("\n");
};

/** In a browser of its own: what one job leaves behind is not the next one's business. */
const doJobAlone = async (engine, site, job, host) => {
  const page = await open(engine);
  try {
    return { browser: page.browser, ...(await doJob(page, site, job, host)) };
  } finally {
    await page.close();
  }
};

/** What a job comes to, as a test; one that breaks off is a failure of that job alone. */
const testJob = async (engine, site, job, host) => {
  try {
    const result = await doJobAlone(engine, site, job, host);
    const faults = faultsOf(result.report);
    return { faults, told: describe(job, host, result, faults), corpus: job === "corpus" ? result.report.cases : undefined };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { faults: [error.message], told: `${job}, ${host}: ${error.message}\n${error.output}` };
  }
};

const testInBrowser = async (engine, project, jobs) => {
  const site = await serveJobs(project, { "/corpus.json": JSON.stringify(readCorpus()) });
  const tests = [];
  try {
    for (const [host, names] of Object.entries(jobs)) {
      for (const job of names) tests.push(await testJob(engine, site, job, host));
    }
  } finally {
    await site.close();
  }
  const failed = tests.filter(({ faults }) => faults.length > 0);
  const corpora = tests.filter(({ corpus }) => corpus !== undefined).map(({ corpus }) => corpus);
  return {
    passed: tests.length - failed.length,
    failed: failed.length,
    failure: failed.map(({ faults }) => faults[0]).join("\n") || undefined,
    output: tests.map(({ told }) => told).join("\n"),
    // Hosts are compared by it: one that ran other cases in its worker has no number.
    corpus: new Set(corpora).size === 1 ? corpora[0] : undefined,
  };
};

/** Only Linux has WebKit for everyone; where there is none, the step says so. */
export const isPresent = (engine) => process.platform === "linux" || driverOf[engine]() !== undefined;

/** Tests in an engine, or a note that there is none. */
export const wherePresent = (engine, test) =>
  isPresent(engine) ? test() : { passed: 0, failed: 0, note: `${engine} cannot be driven on this system` };

/** With `all` also what takes minutes: the end of memory, a million calls, all of it in a worker. */
export const testPackageIn = (engine, { packed }, all) =>
  wherePresent(engine, () => testInBrowser(engine, packed, all ? ALL : QUICK));
