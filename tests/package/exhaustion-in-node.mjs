// The end of memory, against the installed package in Node: its module is started with little of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_BYTES, runExhaustion } from "./exhaustion.mjs";
import { watchMemory } from "./robustness/watch.mjs";

const memory = watchMemory({ maxBytes: MAX_BYTES });
const sharePolicy = await import("share-policy");

test("after memory ran out, the next call answers right", async (context) => {
  const { cases, failures } = await runExhaustion(sharePolicy);
  context.diagnostic(`${cases} cases, ${memory().bytes} bytes at the end`);
  assert.deepEqual(failures, []);
  assert.ok(cases > 50);
});
