// Hostile input, and the end of the stack.
import { runRobustness } from "/tests/package/robustness.mjs";

export const run = async (api, _prepared, tell) => runRobustness(api, tell);
