// Hosts that are browsers, with no bundler: a page, and a dedicated worker, of each engine.
import { doJob, serveJobs } from "../browsers/jobs.mjs";
import { open } from "../browsers/webdriver.mjs";

const TITLES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit (GTK)" };

const versions = {};

const versionOf = async (engine) => {
  const page = await open(engine);
  await page.close();
  return page.browser.split(" ").at(-1);
};

const answerIn = async (engine, host, { project, input }) => {
  const site = await serveJobs(project, { "/input.json": input });
  let page;
  try {
    page = await open(engine);
    const { report, loadTime, firstCallTime } = await doJob(page, site, "answer", host);
    return { ...report, start: { load: loadTime, firstCall: firstCallTime } };
  } finally {
    await page?.close();
    await site.close();
  }
};

const browser = (engine, host) => ({
  title: `${TITLES[engine]}, ${host}`,
  version: () => (versions[engine] ??= versionOf(engine)),
  answer: (job) => answerIn(engine, host, job),
  needsBrowser: engine,
});

const hostsOf = (engine) => [
  [engine, browser(engine, "page")],
  [`${engine}-worker`, browser(engine, "worker")],
];

export const browserHosts = Object.fromEntries(Object.keys(TITLES).flatMap(hostsOf));
