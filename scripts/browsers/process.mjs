// Programs that run beside us until they are ended, with everything that they have started:
// also when we are interrupted, or fail.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../command.mjs";

const PATIENCE = 3000;
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const hasGroups = process.platform !== "win32";
const running = new Set();

/** Process ids by that of their parent, where the system tells (Linux). */
const families = () => {
  const children = new Map();
  for (const name of process.platform === "linux" ? readdirSync("/proc") : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return children;
};

const descendants = (pid, children = families()) =>
  (children.get(pid) ?? []).flatMap((child) => [child, ...descendants(child, children)]);

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
};

/** A driver may give its browser a process group of its own: the group alone is not all. */
const everyone = ({ pid }) => [hasGroups ? -pid : pid, ...descendants(pid)];

const forget = (program) => {
  running.delete(program);
  rmSync(program.directory, { recursive: true, force: true, maxRetries: 5 });
  if (running.size > 0) return;
  process.off("exit", endAllNow);
  for (const name of Object.keys(SIGNALS)) process.off(name, interrupted);
};

function endAllNow() {
  for (const program of [...running]) {
    for (const pid of everyone(program.child)) signal(pid, "SIGKILL");
    forget(program);
  }
}

/** Exits, so that what others have left to do at exit is done too. */
function interrupted(name) {
  process.exit(SIGNALS[name]);
}

const remember = (program) => {
  if (running.size === 0) {
    process.on("exit", endAllNow);
    for (const name of Object.keys(SIGNALS)) process.on(name, interrupted);
  }
  running.add(program);
};

const end = async (program) => {
  if (!running.has(program)) return;
  const all = everyone(program.child);
  signal(all[0], "SIGTERM");
  await Promise.race([program.ended, new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
  for (const pid of all) signal(pid, "SIGKILL");
  await program.ended;
  forget(program);
};

/**
 * Starts a program that stays. What it leaves in the directory for temporary files goes when it ends.
 * @returns the `child`, what it has written so far, what it ends with, and what ends it.
 */
export const start = async (path, args, { env = {}, stdio = ["ignore", "pipe", "pipe"] } = {}) => {
  const directory = mkdtempSync(join(tmpdir(), "sp-"));
  const child = spawn(path, args, { detached: hasGroups, stdio, env: { ...process.env, ...env, TMPDIR: directory } });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => child.once("exit", (code, name) => resolve(name ?? `exit ${code}`)));
  try {
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw new Failure(`${path} does not start: ${error.message}.`);
  }
  const program = { child, directory, ended };
  remember(program);
  return { child, ended, written: () => Buffer.concat(chunks).toString(), end: () => end(program) };
};
