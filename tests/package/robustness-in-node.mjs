// Hostile input and the end of the stack, against the installed package in Node.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as sharePolicy from "share-policy";
import { runRobustness } from "./robustness.mjs";

test("whatever is thrown at it, the next call answers right", async (context) => {
  const { cases, failures, endings } = await runRobustness(sharePolicy);
  context.diagnostic(`${cases} cases; at the end of the stack ${JSON.stringify(endings)}`);
  assert.deepEqual(failures, []);
  assert.ok(cases > 200);
});
