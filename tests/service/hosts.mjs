// The two hosts of the service, each with its database in a directory.
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../../scripts/browsers/process.mjs";
import { bundle, migrate, quiet } from "../../scripts/start/wrangler.mjs";
import { openLocal } from "../../www/service/local.js";
import { sqlite } from "../../www/service/sqlite.js";

const programOf = (name) => fileURLToPath(new URL(`${name}-host.mjs`, import.meta.url));
const fileIn = (directory) => join(directory, "sharing.db");
const bundleIn = (directory) => join(directory, "bundle");

/** As the system ends a program that it has no memory for: with all that it started, and without a word. */
const killed = ({ child, ended, end }) => {
  process.kill(-child.pid, "SIGKILL");
  return ended.then(end);
};

/** Starts a program that tells its address when it is ready. */
const listening = async (name, args) => {
  const started = await start(process.execPath, [programOf(name), ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const failed = started.ended.then((how) => Promise.reject(new Error(`${how}: ${started.written()}`)));
  failed.catch(() => {});
  const [{ url }] = await Promise.race([once(started.child, "message"), failed]);
  return { ...started, url, kill: () => killed(started) };
};

const node = {
  open: (directory) => sqlite(`file:${fileIn(directory)}`),
  async start(directory, { page = "", demo = "" } = {}) {
    const started = await listening("node", [fileIn(directory), "0", page, demo]);
    const stats = async () => {
      started.child.send("stats");
      return (await once(started.child, "message"))[0];
    };
    return { ...started, stats };
  },
};

const workerd = {
  async open(directory) {
    Object.assign(process.env, quiet(directory));
    await migrate(directory);
    // The page is the host's here, so there is none to upload.
    const none = join(directory, "none");
    mkdirSync(none);
    await bundle(directory, bundleIn(directory), none);
    return openLocal(directory);
  },
  start: (directory, { page = "", demo = "" } = {}) =>
    listening("workerd", [bundleIn(directory), directory, "0", page, demo]),
};

const HOSTS = { node, workerd };

/** The host that the environment asks for. */
export const hostName = process.env.SERVICE_HOST ?? "node";
export const host = HOSTS[hostName];
if (host === undefined) throw new Error(`SERVICE_HOST is one of ${Object.keys(HOSTS).join(", ")}.`);
