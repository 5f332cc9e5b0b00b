// Attempts: each is a case, and after each one the good call must answer as always.
import { goodCall } from "./good.mjs";

/** What was thrown, in words; it may be anything, and do anything when it is looked at. */
export const describe = (thrown) => {
  try {
    return thrown instanceof Error ? `${thrown.name} ${thrown.code ?? ""}: ${thrown.message}` : String(thrown);
  } catch {
    return "something that cannot be shown";
  }
};

export const fail = (message) => {
  throw new Error(message);
};

const short = (text) => (text.length > 600 ? `${text.slice(0, 600)}…` : text);

/** Fails unless the two texts are the same. */
export const same = (got, wanted, what) => {
  if (got !== wanted) fail(`${what}\n    expected ${short(`${wanted}`)}\n    answered ${short(`${got}`)}`);
};

/** @returns what the call throws; it fails when the call returns. */
export const thrownBy = (call) => {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return fail("nothing was thrown");
};

/** Fails unless the call throws a SharePolicyError with this code. */
export const refusesWith = ({ SharePolicyError }, code, call) => {
  const thrown = thrownBy(call);
  if (!(thrown instanceof SharePolicyError) || thrown.code !== code) fail(`not ${code} but ${describe(thrown)}`);
};

/** Lets the host do what it has to do between tasks: to collect what nobody needs, and to say so. */
export const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

const TASK = 50;

/** @returns `attempt(name, work)`, and the report that it writes; `tell` hears of each name. */
export const attempts = (api, tell = () => {}) => {
  const report = { cases: 0, failures: [] };
  const good = goodCall(api);
  let since = performance.now();
  const note = (name, work) => {
    try {
      work();
    } catch (thrown) {
      report.failures.push(`${name}: ${describe(thrown)}`);
    }
  };
  const attempt = async (name, work) => {
    report.cases += 1;
    tell(name);
    note(name, work);
    note(`after ${name}`, good);
    if (performance.now() - since < TASK) return;
    await pause();
    since = performance.now();
  };
  return { attempt, good, report };
};
