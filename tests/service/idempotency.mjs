// Idempotency-Key: sent again is answered again, and done once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDocument, person, post, query, stateOf, viewers, write } from "./context.mjs";

const keyed = (id, body, key, more = {}) => post(id, body, { headers: { "idempotency-key": key }, ...more });
const ADDRESS = viewers("idem@example.com");

test("the same key and body: the stored answer, though by now another one would be due", async () => {
  const id = await makeDocument("replayed");
  const first = await keyed(id, ADDRESS, "k1");
  const before = await stateOf(id);
  const second = await keyed(id, ADDRESS, "k1");
  assert.deepEqual([second.status, second.type, second.text], [200, "application/json", first.text]);
  assert.deepEqual(
    [first.headers.get("idempotency-replayed"), second.headers.get("idempotency-replayed")],
    [null, "true"],
  );
  assert.equal(first.json.successful, 1);
  assert.deepEqual(await stateOf(id), before);
  assert.equal((await keyed(id, ADDRESS, '"k1"')).text, first.text, "quotes are the header's, not the key's");
  assert.equal((await keyed(id, ADDRESS, "k2")).json.successful, 0);
});

test("the same key and another request is refused, and nothing is done", async () => {
  const id = await makeDocument("reused");
  await keyed(id, ADDRESS, "k1");
  const before = await stateOf(id);
  for (const [body, more] of [
    [viewers("other@example.com")],
    [`${JSON.stringify(ADDRESS)} `],
    [ADDRESS, { query: "?detail=true" }],
  ]) {
    const { status, type, json } = await keyed(id, body, "k1", more);
    assert.deepEqual([status, type, json.errors[0].code], [422, "application/problem+json", "idempotency_key_reused"]);
  }
  assert.deepEqual(await stateOf(id), before);
});

test("a key is the caller's own, on this document", async () => {
  const id = await makeDocument("scoped", { entries: [{ user_id: person("Tom").id, role: "admin" }] });
  const other = await makeDocument("scoped-2");
  const answers = [
    await keyed(id, viewers("a@example.com"), "shared-key"),
    await keyed(id, viewers("b@example.com"), "shared-key", { key: "demo-tom-becker" }),
    await keyed(other, viewers("c@example.com"), "shared-key"),
  ];
  assert.deepEqual(
    answers.map(({ json }) => json.successful),
    [1, 1, 1],
  );
});

test("who has lost access gets no old answer", async () => {
  const id = await makeDocument("lost", { entries: [{ user_id: person("Tom").id, role: "admin" }] });
  assert.equal((await keyed(id, ADDRESS, "k1", { key: "demo-tom-becker" })).status, 200);
  await write(["DELETE FROM entries WHERE document_id = ?1 AND user_id = ?2", id, person("Tom").id]);
  assert.equal((await keyed(id, ADDRESS, "k1", { key: "demo-tom-becker" })).status, 404);
});

test("duplicates at the same moment: one is done, all get its answer", async () => {
  const id = await makeDocument("at-once");
  const body = viewers("x@example.com", "y@example.com");
  const answers = await Promise.all(Array.from({ length: 12 }, () => keyed(id, body, "once")));
  assert.deepEqual(
    new Set(answers.map(({ status, text }) => `${status} ${text}`)).size,
    1,
    answers.map(({ text }) => text).join("\n"),
  );
  assert.equal(answers[0].json.successful, 2);
  const { revision, entries, outbox, kept } = await stateOf(id);
  assert.deepEqual([revision, entries.length, outbox.length, kept.length], [2, 2, 2, 1]);
});

test("an answer without a grant is kept too; a refused request is not", async () => {
  const id = await makeDocument("kept");
  await keyed(id, "{", "k1");
  assert.equal((await stateOf(id)).kept.length, 0);
  const first = await keyed(id, viewers("not an address"), "k1");
  assert.deepEqual([first.json.failed, (await stateOf(id)).kept.length, (await stateOf(id)).revision], [1, 1, 1]);
  assert.equal((await keyed(id, viewers("not an address"), "k1")).text, first.text);
});

test("a key is forgotten after a day", async () => {
  const id = await makeDocument("forgotten");
  await keyed(id, ADDRESS, "k1");
  await write([
    "UPDATE idempotency SET created_at = created_at - ?2 WHERE document_id = ?1",
    id,
    24 * 60 * 60 * 1000 + 60_000,
  ]);
  const again = await keyed(id, ADDRESS, "k1");
  assert.deepEqual([again.status, again.json.successful], [200, 0]);
  assert.equal((await query("SELECT count(*) AS rows FROM idempotency WHERE document_id = ?1", id))[0].rows, 1);
});

test("what is no key is a 400", async () => {
  const id = await makeDocument("bad-key");
  for (const key of ["", " ", "a b", '"', '""', '"a', "k".repeat(256), "k\u00e9", "a, b"]) {
    const { status, json } = await keyed(id, ADDRESS, key);
    assert.deepEqual([status, json.errors[0].code], [400, "idempotency_key_invalid"], JSON.stringify(key));
  }
  assert.equal((await keyed(id, ADDRESS, "k".repeat(255))).status, 200);
});
