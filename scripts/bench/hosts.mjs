// The main cases in other hosts: Deno and Bun, and pages in Chromium and Firefox.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { browsers } from "../browsers.mjs";
import { open } from "../browsers/webdriver.mjs";
import { Failure, root, run } from "../command.mjs";
import { programs } from "../matrix/programs.mjs";
import { installTools, programOf } from "../matrix/tools.mjs";
import { serve } from "../serve.mjs";
import { bundle } from "./bundle.mjs";

const PATIENCE = 120_000;

/** A page that is isolated has the finest clock that a browser gives. */
const ISOLATED = { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" };

const inProgram = (name, program, args) => async ({ project, input }) => {
  const { stdout } = await run(program(), [...args, await bundle("hosts/program.mjs", project)], { cwd: project, input });
  return { version: await programs[name].version(), results: JSON.parse(stdout) };
};

const measureIn = async (engine, site) => {
  const page = await open(engine);
  try {
    await page.navigate(`${site.url}/index.html`);
    const { error, results } = JSON.parse(await page.waitFor("window.report", PATIENCE));
    if (error !== undefined) throw new Failure(`${page.browser}: ${error}`);
    return { version: page.browser.split(" ").at(-1), results };
  } finally {
    await page.close();
  }
};

const inPage = (engine) => async ({ project, input }) => {
  const directory = dirname(await bundle("hosts/page.mjs", project));
  const index = readFileSync(join(root, "bench", "hosts", "index.html"), "utf8");
  const roots = { "/share-policy/": join(project, "node_modules", "share-policy"), "/bench/": directory };
  const site = await serve(roots, { texts: { "/index.html": index, "/input.json": input }, headers: ISOLATED });
  try {
    return await measureIn(engine, site);
  } finally {
    await site.close();
  }
};

const HOSTS = {
  Node: inProgram("node-esm", () => process.execPath, []),
  Deno: inProgram("deno", () => programOf("deno"), ["run", "--no-prompt", "--cached-only"]),
  Bun: inProgram("bun", () => programOf("bun"), []),
  Chromium: inPage("chromium"),
  Firefox: inPage("firefox"),
};

/** Measures in each host; `report` hears of each. @returns `{ host, version, results }` of each. */
export const measureHosts = async (project, workload, rounds, report) => {
  await installTools();
  await browsers();
  const input = JSON.stringify({ ...workload, rounds });
  const measured = [];
  for (const [host, measure] of Object.entries(HOSTS)) {
    measured.push({ host, ...(await measure({ project, input })) });
    report(measured.at(-1));
  }
  return measured;
};
