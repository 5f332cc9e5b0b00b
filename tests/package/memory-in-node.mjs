// Memory stays flat, against the installed package in Node: in the module and on the heap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runMemory } from "./memory.mjs";
import { watchMemory } from "./robustness/watch.mjs";

const memory = watchMemory();
const sharePolicy = await import("share-policy");

/** Collected by hand to see what is left at the end, when all is measured that has to do without. */
const heapBytes = () => {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
};

test("a million calls and ten thousand snapshots leave nothing behind", async (context) => {
  const before = process.memoryUsage().heapUsed;
  const { cases, failures, figures } = await runMemory(sharePolicy, memory);
  context.diagnostic(JSON.stringify(figures));
  assert.deepEqual(failures, []);
  assert.equal(cases, 3);
  const grown = heapBytes() - before;
  assert.ok(grown < 8 * 1024 * 1024, `the heap grew by ${grown} bytes`);
});
