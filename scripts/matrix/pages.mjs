// Hosts that are browsers: a page without a bundler, and a dedicated worker of it.
import { doJob, serveJobs } from "../browsers/jobs.mjs";
import { open } from "../browsers/webdriver.mjs";

const answerIn = (engine, host) => async ({ project, input }) => {
  const site = await serveJobs(project, { "/input.json": input });
  let page;
  try {
    page = await open(engine);
    const { report, loadTime, firstCallTime } = await doJob(page, site, "answer", host);
    return { ...report, version: page.browser.split(" ").at(-1), start: { load: loadTime, firstCall: firstCallTime } };
  } finally {
    await page?.close();
    await site.close();
  }
};

const TITLES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };
const PLACES = ["page", "worker"];

export const pages = Object.fromEntries(
  Object.keys(TITLES).flatMap((engine) =>
    PLACES.map((place) => [`${engine}-${place}`, { title: `${TITLES[engine]}, ${place}`, answer: answerIn(engine, place) }]),
  ),
);
