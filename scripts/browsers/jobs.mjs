// Has a browser do the jobs of tests/browsers with an installed package: in a page, or in a dedicated worker.
import { join } from "node:path";
import { Failure, root } from "../command.mjs";
import { serve } from "../serve.mjs";

const PATIENCE = 240_000;

const HEADERS = {
  // As strict as a site can be that runs WebAssembly: no eval, no inline scripts but the two of the page.
  "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-tests'",
  // Only a page that is isolated has shared memory.
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
};

/** Serves the package as it is installed in the project, the tests, and `texts` by their paths. */
export const serveJobs = (project, texts) =>
  serve(
    { "/share-policy/": join(project, "node_modules", "share-policy"), "/tests/": join(root, "tests") },
    { texts, headers: HEADERS },
  );

const progress = async (page) => {
  try {
    return await page.execute("return window.progress;");
  } catch {
    return "it does not say";
  }
};

/**
 * Does a job (a module of tests/browsers/jobs) in a fresh page, or in a "worker".
 * @returns `{report, loadTime, firstCallTime, runTime, userAgent}`, times in milliseconds.
 */
export const doJob = async (page, site, job, host = "page") => {
  const where = `${page.browser}, ${host}, ${job}`;
  await page.navigate(`${site.url}/tests/browsers/page.html?job=${job}&host=${host}`);
  let result;
  try {
    result = await page.waitFor("window.result", PATIENCE);
  } catch (error) {
    throw new Failure(`${where}: ${error.message} (the last that it told: ${await progress(page)})`, error.output);
  }
  if (result.error !== undefined) throw new Failure(`${where}: ${result.error}`);
  return result;
};
