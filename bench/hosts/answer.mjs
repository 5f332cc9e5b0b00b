// The suite's main cases in whatever host this is, which has share-policy.
import { COARSE, findDifference, measure, objects, prepare, resident } from "../suite.mjs";

/** @returns the results, once the answers are known to be the same here. */
export const answer = async (module, input) => {
  const workload = prepare(module, input);
  const difference = findDifference(workload);
  if (difference !== undefined) throw new Error(difference);
  const plan = { ...COARSE, rounds: input.rounds };
  return [...(await measure(resident(workload, [1, 100]), plan)), ...(await measure(objects(workload, [100]), plan))];
};
