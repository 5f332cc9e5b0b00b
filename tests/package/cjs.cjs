// The installed package as a CommonJS module of Node.
const assert = require("node:assert/strict");
const { test } = require("node:test");
const sharePolicy = require("share-policy");

test("exports what the declarations say, and nothing else", () => {
  const others = ["evaluate", "normalize", "parseRecipients", "respond", "shareRequestSchema", "validate", "version"];
  const names = ["AclSnapshot", "SharePolicyError", ...others];
  assert.deepEqual(Object.keys(sharePolicy).sort(), names);
  assert.equal(typeof sharePolicy.version.package, "string");
});

test("decides", async () => {
  const { request, snapshot, codes, stillGood } = await import("./sample.mjs");
  const { AclSnapshot, evaluate } = sharePolicy;
  const answer = evaluate(request, new AclSnapshot(snapshot));
  assert.deepEqual(answer.evaluation.results.map(({ code }) => code), codes);
  stillGood(sharePolicy);
});

test("import and require share one instance", async () => {
  const imported = await import("share-policy");
  for (const name of Object.keys(sharePolicy)) assert.equal(imported[name], sharePolicy[name]);
});

test("a deep import is refused", () => {
  for (const path of ["share-policy/api.js", "share-policy/generated/api.cjs"]) {
    assert.throws(() => require(path), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
  }
});
