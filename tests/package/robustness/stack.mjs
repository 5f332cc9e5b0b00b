// The stack runs out wherever it can: in the caller, in the package's scripts, in JSON.parse, in the module.
import { describe, fail } from "./attempt.mjs";
import { request, requestText, snapshot, snapshotText } from "./good.mjs";

const MOST_CALLS = 2000;
const ENOUGH = 25;
// How many values lie on the stack at each level: the end falls at another place for each.
const FRAMES = [0, 1, 2, 3, 5, 8, 14, 37];

/** Firefox calls it an InternalError. */
const isOverflow = (thrown) => thrown instanceof RangeError || thrown?.name === "InternalError";

/**
 * Goes down until no stack is left, then calls at every level on the way up until enough calls came back.
 * @returns how the calls ended.
 */
const callAtTheBottom = (call, frame) => {
  const endings = Array(MOST_CALLS).fill(undefined); // To note an ending takes no stack.
  let calls = 0;
  let returned = 0;
  const descend = (...locals) => {
    try {
      descend(...locals);
    } catch {
      // There is none left. To look what it is would take some.
    }
    if (returned === ENOUGH || calls === MOST_CALLS) return locals;
    try {
      endings[calls] = call();
      returned += 1;
    } catch (thrown) {
      endings[calls] = thrown;
    }
    calls += 1;
    return locals;
  };
  descend(...Array(frame).fill(0));
  return endings.slice(0, calls);
};

const pasted = '"Doe, Jane" <jane@bücher.example>; bo@example.com, nobody@';

const read = ({ status, body }) => `${status} ${new TextDecoder().decode(body)}`;

/** Each with what makes a text of its answer, once there is stack again. */
const callsOf = (api, withResident) => ({
  "evaluate of values": [() => api.evaluate(request, snapshot), JSON.stringify],
  "evaluate of texts": [() => api.evaluate(requestText, snapshotText), JSON.stringify],
  "evaluate with options": [() => api.evaluate(requestText, snapshot, { expected_revision: "r7" }), JSON.stringify],
  "validate": [() => api.validate(request), JSON.stringify],
  "normalize": [() => api.normalize(requestText), JSON.stringify],
  "parseRecipients": [() => api.parseRecipients(pasted), JSON.stringify],
  "shareRequestSchema": [() => api.shareRequestSchema["~standard"].validate(request), JSON.stringify],
  "respond": [() => api.respond(requestText, snapshot), read],
  "evaluate of a resident snapshot": [withResident((resident) => resident.evaluate(request)), JSON.stringify],
  "respond of a resident snapshot": [withResident((resident) => resident.respond(requestText, { detail: true })), read],
  "AclSnapshot": [() => new api.AclSnapshot(snapshotText), (made) => made.documentId],
});

const HONEST = ["module_reset", "snapshot_lost"];

/** What an ending is; undefined when it is none that is allowed. */
const kindOf = ({ SharePolicyError }, ending, show, right) => {
  if (ending instanceof SharePolicyError) return HONEST.find((code) => code === ending.code);
  if (isOverflow(ending)) return "overflow";
  return show(ending) === right ? "right" : undefined;
};

const shown = (ending) => (ending instanceof Error ? describe(ending) : JSON.stringify(ending));

/** The overflow has to be met, and to be over at the end. */
const judge = (api, endings, show, right) => {
  const tally = {};
  for (const ending of endings) {
    const kind = kindOf(api, ending, show, right) ?? fail(`ends with ${shown(ending)}`);
    tally[kind] = (tally[kind] ?? 0) + 1;
  }
  if (!tally.right) fail(`never answers: ${JSON.stringify(tally)}`);
  if (!tally.overflow && !tally.module_reset) fail("the stack never ran out");
  return tally;
};

/** A resident snapshot that is built again when it was lost, as its owner would. */
const rebuilding = ({ AclSnapshot }) => {
  let resident = new AclSnapshot(snapshot);
  return (work) => () => {
    try {
      return work(resident);
    } catch (thrown) {
      if (thrown.code === "snapshot_lost") resident = new AclSnapshot(snapshot);
      throw thrown;
    }
  };
};

/** The snapshot may have been lost in what came before. */
const secondTry = (call) => {
  try {
    return call();
  } catch {
    return call();
  }
};

/** @returns how often each ending came. */
export const attemptOverflows = async (attempt, api) => {
  const total = { right: 0, module_reset: 0, snapshot_lost: 0, overflow: 0 };
  for (const [name, [call, show]] of Object.entries(callsOf(api, rebuilding(api)))) {
    for (const frame of FRAMES) {
      await attempt(`${name} at the end of the stack, frames of ${frame}`, () => {
        const right = show(secondTry(call));
        const tally = judge(api, callAtTheBottom(call, frame), show, right);
        for (const [kind, count] of Object.entries(tally)) total[kind] += count;
      });
    }
  }
  await attempt("the stack ran out inside", () => total.module_reset > 0 || fail(JSON.stringify(total)));
  return total;
};
