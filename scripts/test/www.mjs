// The share dialog and its page, in real browsers: the component alone, then the page with the service.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../command.mjs";
import { installFrom } from "../packages.mjs";
import { freePort } from "../port.mjs";
import { seed } from "../start/seed.mjs";
import { demo, world } from "../start/world.mjs";
import { migrate, quiet, serve } from "../start/wrangler.mjs";
import { buildPage } from "../www.mjs";
import { isPresent, wherePresent } from "./browsers.mjs";
import { ofNode, runTests } from "./counts.mjs";

const tests = join(root, "tests", "www");
const directory = join(root, "target", "www-tests");

export const installWww = () =>
  installFrom(tests, directory, { title: "install axe-core", why: "for tests alone, once, seconds" });

const LIMIT = "--test-timeout=300000";

const testFile = (name, env) =>
  runTests(process.execPath, ["--test", "--test-reporter=spec", LIMIT, join(tests, name)], { env, count: ofNode });

/** The component, on a page of its own. @returns what ran, also as `dialog`: all engines have to run the same tests. */
export const testDialogIn = (engine) =>
  wherePresent(engine, async () => {
    const result = await testFile("dialog.test.mjs", { WWW_ENGINES: engine });
    return { ...result, dialog: result.passed + result.failed };
  });

/** The conformance corpus, in the component. */
export const testCorpus = () => testFile("corpus.test.mjs", { WWW_ENGINES: "chromium,firefox" });

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
export const testEndToEnd = async (engines) => {
  const assets = await buildPage({ target: join(directory, "site") });
  const service = await startService(join(directory, "state"), assets);
  try {
    return await testFile("e2e.test.mjs", {
      WWW_ENGINES: engines.filter(isPresent).join(),
      WWW_FRESH: "1",
      WWW_URL: service.url,
    });
  } finally {
    await service.end();
  }
};
