// Runs steps, two at a time, each when those that it needs are done.
import { Failure } from "../command.mjs";
import { timed } from "../progress.mjs";

const AT_ONCE = 2;

/** The named steps and all that they need, in the order of `steps`. */
export const choose = (steps, names) => {
  const chosen = new Set();
  const add = (name) => {
    if (steps[name] === undefined) {
      throw new Failure(`There is no step "${name}". There are: ${Object.keys(steps).join(", ")}.`);
    }
    chosen.add(name);
    steps[name].needs?.forEach(add);
  };
  names.forEach(add);
  return Object.keys(steps).filter((name) => chosen.has(name));
};

const attempt = async ({ title, needs = [], work }, done) => {
  const lacking = needs.find((name) => done[name].failed > 0);
  if (lacking !== undefined) return { failed: 1, failure: `not run, because "${lacking}" failed` };
  const values = Object.fromEntries(needs.map((name) => [name, done[name].value]));
  const { value, error, elapsed } = await timed(title, () => work(values));
  if (error !== undefined) {
    return { failed: 1, failure: error instanceof Failure ? error.message : error.stack, output: error.output, elapsed };
  }
  return typeof value?.failed === "number" ? { ...value, elapsed } : { failed: 0, value, elapsed };
};

/** Runs the named steps; `report` hears of each when it is done. @returns their results by name. */
export const runSteps = async (steps, names, report) => {
  const done = {};
  const running = new Map();
  const waiting = [...names];
  // Two cargos would only wait for each other's lock.
  const isFree = (name) => !steps[name].compiles || ![...running.keys()].some((other) => steps[other].compiles);
  const isReady = (name) => steps[name].needs?.every((needed) => done[needed] !== undefined) ?? true;
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < AT_ONCE ? waiting.find((name) => isReady(name) && isFree(name)) : undefined;
    if (next === undefined) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    running.set(
      next,
      attempt(steps[next], done).then((result) => {
        done[next] = result;
        running.delete(next);
        report(next, result);
      }),
    );
  }
  return done;
};
