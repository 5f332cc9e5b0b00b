// The module's one instance, and its recovery: a call that does not come back
// (the host's stack or memory ran out) leaves the instance's own stack lost,
// and every later call would be wrong. So nothing is called on it again: it is
// replaced, at once or, when there is no stack left to do that, by the next call.
import { __wbg_reset_state as replaceInstance } from "./generated/share_policy.js";
import { SharePolicyError } from "./error.js";
import { forget } from "./memory.js";
import { version } from "./start.js";

let inside = false;
let epoch = 0;

const replace = () => {
  epoch += 1;
  forget();
  replaceInstance();
  inside = false;
};

const notStarted = () =>
  new SharePolicyError("not_loaded", "share-policy is not loaded yet: `await init()` comes before the first call.");

const hostStopped = (cause) =>
  new SharePolicyError(
    "module_reset",
    "The host stopped share-policy in the middle of a call (its stack or its memory ran out). " +
      "This call has no answer. The next one works; an AclSnapshot made before has to be built again.",
    undefined,
    cause,
  );

/** @returns the number of the instance that the next call meets. What an earlier one held is gone. */
export const currentEpoch = () => {
  if (version === undefined) throw notStarted();
  if (!inside) return epoch;
  try {
    replace();
  } catch (cause) {
    throw hostStopped(cause);
  }
  return epoch;
};

/** Calls into the module; what it answers comes back, a failure of the host becomes `module_reset`. */
export const enter = (call) => {
  currentEpoch();
  inside = true;
  let answer;
  try {
    answer = call();
  } catch (cause) {
    const error = hostStopped(cause);
    try {
      replace();
    } catch {
      // There is not even room for that: the next call does it.
    }
    throw error;
  }
  inside = false;
  return answer;
};
