// The end of memory.
import { MAX_BYTES, runExhaustion } from "/tests/package/exhaustion.mjs";
import { watchMemory } from "/tests/package/robustness/watch.mjs";

export const prepare = () => watchMemory({ maxBytes: MAX_BYTES });

export const run = async (api, _memory, tell) => runExhaustion(api, tell);
