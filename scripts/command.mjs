// Runs other programs, and finds out which there are.
import { spawn } from "node:child_process";
import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A failure that its message explains: it is shown without a stack. */
export class Failure extends Error {
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

/** Runs a program to its end and gives what it wrote; `echo` also shows it as it comes. */
export const run = (program, args = [], { cwd = root, env = {}, input, echo = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    const all = [];
    const out = [];
    child.stdout.on("data", (chunk) => all.push(chunk) && out.push(chunk) && echo && process.stdout.write(chunk));
    child.stderr.on("data", (chunk) => all.push(chunk) && echo && process.stderr.write(chunk));
    child.on("error", (error) =>
      reject(error.code === "ENOENT" ? new Failure(`${program} is not installed.`) : error),
    );
    child.on("close", (code, signal) => {
      const output = Buffer.concat(all).toString();
      if (code === 0) resolve({ output, stdout: Buffer.concat(out).toString() });
      else reject(new Failure(`${program} ${args[0] ?? ""} failed (${signal ?? `exit ${code}`}).`, output));
    });
    if (input !== undefined) child.stdin.end(input);
  });

/** npm may be a script that only a shell can start: the one that runs us is known to Node. */
export const npm = (args, options) => {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js")
    ? run(process.execPath, [cli, ...args], options)
    : run("npm", args, options);
};

/** @returns the path of the first of these programs that is on PATH, or undefined. */
export const find = (...names) => {
  for (const name of names) {
    for (const directory of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(directory, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
};

/** Whether this file is the program, and not a part of another. */
const isProgram = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Runs a program of ours; what it throws becomes a message and exit status 1. */
export const main = async (url, work) => {
  if (!isProgram(url)) return;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.output) process.stderr.write(`\n${error.output.trimEnd()}\n\n`);
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};
