// A million calls, and ten thousand snapshots that nobody frees.
import { runMemory } from "/tests/package/memory.mjs";
import { watchMemory } from "/tests/package/robustness/watch.mjs";

export const prepare = () => watchMemory();

export const run = (api, memory) => runMemory(api, memory);
