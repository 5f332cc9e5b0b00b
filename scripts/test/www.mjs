// The share dialog and its page, in real browsers: the component alone, then the page with the service.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../command.mjs";
import { installFrom } from "../packages.mjs";
import { freePort } from "../port.mjs";
import { seed } from "../start/seed.mjs";
import { demo, world } from "../start/world.mjs";
import { migrate, quiet, serve } from "../start/wrangler.mjs";
import { buildPage } from "../www.mjs";
import { ofNode, runTests } from "./counts.mjs";

const tests = join(root, "tests", "www");
const directory = join(root, "target", "www-tests");

export const installWww = () =>
  installFrom(tests, directory, { title: "install axe-core", why: "for tests alone, once, seconds" });

const LIMIT = "--test-timeout=300000";

const testFiles = (names, env = {}) =>
  // One file after the other: each has a browser open, and times are measured.
  runTests(
    process.execPath,
    ["--test", "--test-reporter=spec", "--test-concurrency=1", LIMIT, ...names.map((name) => join(tests, name))],
    { env, count: ofNode },
  );

/** The component, on a page of its own. */
export const testDialog = () => {
  const names = readdirSync(tests)
    .filter((name) => name.endsWith(".test.mjs"))
    .sort();
  if (names.length === 0) throw new Failure(`There is no test in ${tests}.`);
  return testFiles(names);
};

/** The service as `npm start` has it, with a new database of its own. */
const startService = async (state, assets) => {
  rmSync(state, { recursive: true, force: true });
  await migrate(state);
  Object.assign(process.env, quiet(state));
  const [sharePolicy, { openLocal }] = await Promise.all([
    import("../../pkg/node.js"),
    import("../../www/service/local.js"),
  ]);
  const database = await openLocal(state);
  try {
    await seed(database, sharePolicy, world);
  } finally {
    await database.close();
  }
  return serve(state, { port: await freePort(0), assets, demo });
};

/** The page against the service, end to end. The step needs the service's packages: `installService`. */
export const testEndToEnd = async () => {
  const assets = await buildPage({ target: join(directory, "site") });
  const service = await startService(join(directory, "state"), assets);
  try {
    return await testFiles(["e2e.mjs"], { WWW_URL: service.url, WWW_FRESH: "1" });
  } finally {
    await service.end();
  }
};
