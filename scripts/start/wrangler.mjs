// Runs wrangler: the service on workerd with a local D1 database.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { start } from "../browsers/process.mjs";
import { Failure, root, run } from "../command.mjs";

const PATIENCE = 30_000;

export const service = join(root, "www", "service");
const config = join(service, "wrangler.jsonc");
const cli = [
  "--no-warnings",
  "--experimental-vm-modules",
  join(service, "node_modules", "wrangler", "wrangler-dist", "cli.js"),
];

/** It asks nothing, tells nobody, and writes where we say. */
export const quiet = (state) => ({
  CI: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_CACHE_DIR: join(state, "cache"),
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_LOG_PATH: join(state, "logs"),
  WRANGLER_REGISTRY_PATH: join(state, "registry"),
  WRANGLER_SEND_METRICS: "false",
});

/** Runs a command of wrangler to its end. */
export const wrangler = (state, args) =>
  run(process.execPath, [...cli, ...args, "--config", config], { cwd: service, env: quiet(state) });

/** Makes the local database, or brings it up to date. */
export const migrate = (state) =>
  wrangler(state, ["d1", "migrations", "apply", "DB", "--local", "--persist-to", state]);

/** What would be deployed: the worker, bundled, and the module beside it. */
export const bundle = (state, directory, assets) =>
  wrangler(state, ["deploy", "--dry-run", "--outdir", directory, "--assets", assets]);

const address = async (program) => {
  for (const since = performance.now(); performance.now() - since < PATIENCE;) {
    const [, url] = /Ready on (http:\S+)/.exec(program.written()) ?? [];
    if (url !== undefined) return url;
    const ending = await Promise.race([program.ended, new Promise((resolve) => setTimeout(resolve, 25))]);
    if (ending !== undefined) throw new Failure(`wrangler has ended (${ending}).`, program.written());
  }
  throw new Failure("wrangler does not get ready.", program.written());
};

/** Serves the service and a page. @returns the program, with its `url`. */
export const serve = async (state, { port, assets, demo }) => {
  mkdirSync(state, { recursive: true });
  const where = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0", "--persist-to", state];
  const what = ["--assets", assets, "--show-interactive-dev-session=false", ...(demo ? ["--var", `DEMO:${demo}`] : [])];
  const args = [...cli, "dev", "--config", config, ...where, ...what];
  const program = await start(process.execPath, args, { env: quiet(state) });
  try {
    return { ...program, url: await address(program) };
  } catch (error) {
    await program.end();
    throw error;
  }
};
