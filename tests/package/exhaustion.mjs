// Memory runs out wherever it can: a module that may have only a little is filled up, from every side.
import { attempts, describe, fail } from "./robustness/attempt.mjs";
import { request, requestText, snapshot } from "./robustness/good.mjs";
import { snapshotOf } from "./robustness/large.mjs";

const MIB = 1024 * 1024;

/** What the module has, in the runs of this file. */
export const MAX_BYTES = 16 * MIB;

const isReset = ({ SharePolicyError }, thrown) => thrown instanceof SharePolicyError && thrown.code === "module_reset";

/** @returns whether the call came back; when not, it has to say that the module was reset. */
const comesBack = (api, call) => {
  try {
    call();
    return true;
  } catch (thrown) {
    return isReset(api, thrown) ? false : fail(`throws ${describe(thrown)}`);
  }
};

/** Builds snapshots until one is refused. @returns those that were built, all of them lost now. */
const fill = (api, text, built = []) => {
  while (comesBack(api, () => built.push(new api.AclSnapshot(text)))) {
    if (built.length > 100_000) fail("the memory has no end");
  }
  return built;
};

const allLost = (api, residents) => {
  for (const resident of residents) {
    let code;
    try {
      resident.evaluate(request);
    } catch (thrown) {
      ({ code } = thrown);
    }
    if (code !== "snapshot_lost") fail(`a snapshot built before answers, or ${code}`);
    resident.free();
  }
};

/** Each size comes to its end at another place: in the copy of the text, in what is parsed of it, in an index. */
const attemptGrowth = async (attempt, api) => {
  const calls = {
    evaluate: (text) => api.evaluate(request, text),
    respond: (text) => api.respond(requestText, text),
    AclSnapshot: (text) => new api.AclSnapshot(text).free(),
  };
  const sizes = Array.from({ length: 12 }, (_none, step) => Math.ceil(1.25 ** step * MIB));
  const texts = [...sizes, 64 * MIB].map(snapshotOf);
  for (const [name, call] of Object.entries(calls)) {
    const came = [];
    for (const text of texts) {
      await attempt(`${name} with a snapshot of ${text.length} bytes`, () => {
        came.push(comesBack(api, () => call(text)));
      });
    }
    await attempt(`${name} comes to the end of memory`, () => (came[0] && !came.at(-1)) || fail(`${came}`));
  }
};

const attemptResidents = async (attempt, api) => {
  for (const size of [20_000, 300_000, MIB]) {
    await attempt(`snapshots of ${size} bytes until one is refused`, () => {
      const built = fill(api, snapshotOf(size));
      if (built.length < 2) fail(`only ${built.length} were built`);
      allLost(api, built);
    });
  }
};

/** With next to nothing left a small call comes to its end too, or comes back. */
const attemptLeftovers = async (attempt, api) => {
  const recipient = (_none, index) => ({ role: "viewer", email: `p${index}@example.com` });
  const recipients = Array.from({ length: 100 }, recipient);
  const large = JSON.stringify({ recipients });
  const filler = snapshotOf(20_000);
  const build = (count, text, built = []) => {
    for (let one = 0; one < count; one += 1) built.push(new api.AclSnapshot(text));
    return built;
  };
  // How many there is room for depends on what an instance has answered before: so each time it is a new one.
  const renew = () => fill(api, filler);
  renew();
  const fillers = renew().length;
  const smalls = fill(api, snapshot, build(fillers, filler)).length - fillers;
  const endings = new Set();
  for (let left = 0; left < 12; left += 1) {
    await attempt(`calls when there is room for ${left} more small snapshots`, () => {
      renew();
      const built = build(smalls - left, snapshot, build(fillers, filler));
      const came = comesBack(api, () => {
        built[0].respond(large, { detail: true });
        built.at(-1).evaluate({ recipients });
        api.normalize(large);
        api.parseRecipients(large);
      });
      endings.add(came);
      if (!came) return allLost(api, built);
      built.forEach((resident) => resident.free());
    });
  }
  await attempt("a small call comes to the end of memory", () => endings.has(false) || fail("never"));
};

/** For an api whose module was started with `watchMemory({ maxBytes: MAX_BYTES })`. */
export const runExhaustion = async (api, tell) => {
  const { attempt, report } = attempts(api, tell);
  await attemptGrowth(attempt, api);
  await attemptResidents(attempt, api);
  await attemptLeftovers(attempt, api);
  return report;
};
