// Whatever is thrown at the package, the next call answers right. Runs in any host: no imports but ours.
import { attempts } from "./robustness/attempt.mjs";
import { attemptInput } from "./robustness/input.mjs";
import { attemptInterruptions } from "./robustness/interrupted.mjs";
import { attemptLargeTexts } from "./robustness/large.mjs";
import { attemptForms } from "./robustness/pasted.mjs";
import { attemptOverflows } from "./robustness/stack.mjs";

/** @returns how many cases ran, a line for each that failed, and how calls at the end of the stack ended. */
export const runRobustness = async (api, tell) => {
  const { attempt, good, report } = attempts(api, tell);
  await attemptInput(attempt, api);
  await attemptForms(attempt, api);
  await attemptInterruptions(attempt, api, good);
  const endings = await attemptOverflows(attempt, api);
  await attemptLargeTexts(attempt, api);
  return { ...report, endings };
};
