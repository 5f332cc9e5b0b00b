// The contract of the endpoint: what it answers, and what is in the database then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, ok, problem } from "./answers.mjs";
import { makeDocument, northwind, person, post, stateOf, viewers } from "./context.mjs";

test("an address with an account, one without, a bot and an id: the wire response, entries and notes", async () => {
  const id = await makeDocument("endpoint");
  const request = {
    recipients: [
      { role: "commenter", email: "Mei.Chen@Northwind.example" },
      { role: "viewer", email: "New.Person@Somewhere.example" },
      { role: "viewer", bot_id: "bot_01k8nb1d1d2j297g1s5g5vcy54" },
      { role: "admin", user_id: person("Tom").id },
      { role: "viewer", user_id: person("Hugo").id },
    ],
    custom_message: "Read this, שלום.",
  };
  const answer = ok(await post(id, request));
  assert.deepEqual(answer, {
    total: 5,
    successful: 5,
    failed: 0,
    results: request.recipients.map((recipient) => ({ recipient, success: true })),
  });
  const { revision, entries, outbox } = await stateOf(id);
  assert.equal(revision, 2);
  const shared = { document_id: id, can_share: 1, granted_by: person("Priya").id, revision: 2 };
  const none = { user_id: null, bot_id: null, address: null };
  const expected = [
    { ...none, user_id: person("Mei").id, role: "commenter", external: 0 },
    {
      ...none,
      address: "New.Person@somewhere.example",
      principal: "new.person@somewhere.example",
      role: "viewer",
      external: null,
    },
    { ...none, bot_id: "bot_01k8nb1d1d2j297g1s5g5vcy54", role: "viewer", external: 0 },
    { ...none, user_id: person("Tom").id, role: "admin", external: 0 },
    { ...none, user_id: person("Hugo").id, role: "viewer", external: 0 },
  ].map((entry) => ({ ...shared, principal: entry.user_id ?? entry.bot_id, ...entry }));
  const byPrincipal = (a, b) => (a.principal < b.principal ? -1 : 1);
  assert.deepEqual(entries.toSorted(byPrincipal), expected.sort(byPrincipal));
  const told = outbox.map(({ principal, address, role, action, sender, message, revision, sent_at }) => {
    assert.deepEqual([sender, message, revision, sent_at], [person("Priya").id, "Read this, שלום.", 2, null]);
    return [principal, address, role, action];
  });
  assert.deepEqual(
    told.sort(),
    [
      ["new.person@somewhere.example", "New.Person@somewhere.example", "viewer", "invite"],
      [person("Hugo").id, null, "viewer", "grant"],
      [person("Mei").id, "mei.chen@northwind.example", "commenter", "grant"],
      [person("Tom").id, "tom.becker@northwind.example", "admin", "grant"],
    ].sort(),
  );
});

test("the same request twice: the second time everyone has access already", async () => {
  const id = await makeDocument("twice");
  const request = viewers("mei.chen@northwind.example", "somebody@else.example");
  assert.equal(ok(await post(id, request)).successful, 2);
  const before = await stateOf(id);
  const again = ok(await post(id, request, { query: "?detail=true" }));
  assert.deepEqual(codes(again), ["already_has_access", "already_has_access"]);
  assert.equal(again.revision, "2");
  assert.deepEqual(await stateOf(id), before);
});

test("no note when none is to be sent", async () => {
  const id = await makeDocument("silent");
  ok(
    await post(id, { ...viewers("mei.chen@northwind.example"), should_send_notification: false, custom_message: "x" }),
  );
  const { entries, outbox } = await stateOf(id);
  assert.deepEqual([entries.length, outbox.length], [1, 0]);
});

test("a hundred recipients are one transaction", async () => {
  const id = await makeDocument("hundred");
  const addresses = Array.from({ length: 100 }, (_, at) => `p${at}@crowd.example`);
  const { successful } = ok(await post(id, viewers(...addresses)));
  const { revision, entries, outbox } = await stateOf(id);
  assert.deepEqual([successful, revision, entries.length, outbox.length], [100, 2, 100, 100]);
});

test("?detail=true is the evaluation, false and absent the wire response, all else a problem", async () => {
  const id = await makeDocument("detail");
  const evaluation = ok(await post(id, viewers("a@b.example", "a@b"), { query: "?detail=true" }));
  assert.deepEqual(codes(evaluation), ["invited", "invalid_email"]);
  assert.deepEqual(
    evaluation.grants.map(({ principal }) => principal),
    [{ email: "a@b.example" }],
  );
  assert.deepEqual(Object.keys(ok(await post(id, viewers("c@b.example"), { query: "?detail=false" }))), [
    "total",
    "successful",
    "failed",
    "results",
  ]);
  for (const value of ["yes", "", "TRUE", "constructor", "1"]) {
    problem(await post(id, viewers("d@b.example"), { query: `?detail=${value}` }), 400, "invalid_query");
  }
  assert.equal((await stateOf(id)).entries.length, 2);
});

test("what the engine refuses comes out as it says", async () => {
  const id = await makeDocument("refused");
  const refused = problem(
    await post(id, { recipients: [{ rol: "viewer", email: "a@b.example" }], x: 1 }),
    400,
    "unknown_field",
  );
  assert.equal(refused.errors.length, 3);
  problem(await post(id, { recipients: [] }), 400, "too_few_items");
  problem(await post(id, ""), 400, "malformed_json");
  problem(await post(id, '{"recipients":[],"recipients":[]}'), 400, "malformed_json");
  for (const state of ["locked", "trashed"]) {
    const closed = await makeDocument(state, { state });
    assert.equal(
      problem(await post(closed, viewers("a@b.example")), 409, "document_unavailable").errors[0].state,
      state,
    );
    assert.equal((await stateOf(closed)).entries.length, 0);
  }
});
