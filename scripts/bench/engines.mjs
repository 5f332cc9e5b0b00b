// Policy engines, in a process of their own.
import { join } from "node:path";
import { Failure, root, run } from "../command.mjs";
import { installPeers } from "./bundle.mjs";

const PROGRAM = join(root, "bench", "engines", "program.mjs");

/** V8 11 aborts when a function is deoptimised while it waits for a module that returns an object, as Cedar's does. */
const CEDAR_SURVIVES = "--no-turbo-inline-js-wasm-calls";

const ask = async (project, workload, how) => {
  const args = [CEDAR_SURVIVES, PROGRAM, project, await installPeers(), how];
  const { stdout } = await run(process.execPath, args, { input: JSON.stringify(workload) });
  const { wrong, measured } = JSON.parse(stdout);
  if (wrong !== undefined) throw new Failure(wrong);
  return measured;
};

/** Fails when an engine decides otherwise. */
export const checkEngines = (project, workload) => ask(project, workload, "check");

/** @returns as the suite's `measure` does. */
export const measureEngines = (project, workload, quick) => ask(project, workload, quick ? "QUICK" : "THOROUGH");
