// npm start                    builds, makes and fills the local database, serves the page and the service
// npm start -- --port 8080     on another port than 8787
// npm start -- --reset         with a new database: what was shared before is gone
// npm start -- --state DIR     with a database elsewhere than in target/start
//
// Ctrl-C ends everything. The database stays.
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { freePort } from "./port.mjs";
import { reportTo, say, step } from "./progress.mjs";
import { installService } from "./start/install.mjs";
import { seed } from "./start/seed.mjs";
import { migrate, quiet, serve } from "./start/wrangler.mjs";
import { demo, world } from "./start/world.mjs";
import { buildPage } from "./www.mjs";

const USAGE = "usage: npm start [-- --port PORT] [--reset] [--state DIR]";
const DEFAULT_PORT = 8787;

const OPTIONS = {
  port: { type: "string" },
  reset: { type: "boolean", default: false },
  state: { type: "string", default: join(root, "target", "start") },
};

const portOf = (text) => {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Failure(`"${text}" is no port: 0 to 65535, and 0 is any free one.`);
  return port;
};

const optionsOf = (args) => {
  try {
    const { port, reset, state } = parseArgs({ args, options: OPTIONS }).values;
    return { port: portOf(port), reset, state: resolve(state) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(USAGE);
  }
};

/** Fills the database with the demo's world, the first time. */
const fill = async (state) => {
  Object.assign(process.env, quiet(state));
  const [sharePolicy, { openLocal }] = await Promise.all([import("../pkg/node.js"), import("../www/service/local.js")]);
  const database = await openLocal(state);
  try {
    return await seed(database, sharePolicy, world);
  } finally {
    await database.close();
  }
};

/** What wrangler keeps is removed, and nothing else that may be there. */
const removeDatabase = (state) => rmSync(join(state, "v3"), { recursive: true, force: true });

const prepare = async ({ state, reset }) => {
  await Promise.all([build(), installService()]);
  const assets = await buildPage();
  if (reset) removeDatabase(state);
  const isNew = await step("make the database", "wrangler and workerd, seconds", async () => {
    await migrate(state);
    return fill(state);
  });
  return { assets, isNew };
};

/** Serves until it is told to end, or wrangler ends. */
const start = async () => {
  const { port, ...options } = optionsOf(process.argv.slice(2));
  const free = await freePort(port);
  const { assets, isNew } = await prepare(options);
  const serving = () => serve(options.state, { port: free, assets, demo });
  const program = await step("start the service", "wrangler and workerd", serving);
  say(
    isNew
      ? "A new database, with the demo's people and documents."
      : "The database of the last start (--reset makes a new one).",
  );
  say(`\n  ${program.url}\n\nCtrl-C ends it.`);
  throw new Failure(`wrangler has ended (${await program.ended}).`, program.written());
};

await main(import.meta.url, async () => {
  reportTo(process.stdout);
  await start();
});
