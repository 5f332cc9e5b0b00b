// Another writer in between: nothing of a decision on an older revision is ever written, and it is made anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeApp } from "../../www/service/src/app.js";
import { applyStatements, isConflict } from "../../www/service/src/apply.js";
import { idempotency } from "../../www/service/src/idempotency.js";
import { takeTurns } from "../../www/service/src/turns.js";
import { database, makeDocument, pathOf, person, sharePolicy, stateOf, viewers, write } from "./context.mjs";

const caller = { id: person("Priya").id };
const rows = [
  {
    principal: { user_id: person("Mei").id },
    address: "mei.chen@northwind.example",
    role: "viewer",
    code: "granted",
    notify: true,
  },
  { principal: { email: "a@b.example" }, address: "a@b.example", role: "viewer", code: "invited", notify: true },
];
const decided = (id, revision, list = rows) => applyStatements({ id, revision }, caller, list, { now: 1 });

test("one transaction: the database refuses all of it when the revision is another", async () => {
  const id = await makeDocument("transaction");
  const before = await stateOf(id);
  for (const revision of [0, 2, 7]) await assert.rejects(database.write(decided(id, revision)), isConflict);
  assert.deepEqual(await stateOf(id), before);
  await database.write(decided(id, 1));
  const after = await stateOf(id);
  assert.deepEqual([after.revision, after.entries.length, after.outbox.length], [2, 2, 2]);
  await assert.rejects(database.write(decided(id, 1)), isConflict);
  assert.deepEqual(await stateOf(id), after);
});

test("nor does half of it stay when a later statement is refused", async () => {
  const id = await makeDocument("later", { entries: [{ user_id: person("Mei").id }] });
  const before = await stateOf(id);
  await assert.rejects(database.write(decided(id, 1)), isConflict, "an entry that somebody wrote past the revision");
  const ghost = [{ ...rows[1] }, { ...rows[0], principal: { user_id: "usr_00000000000000000000000000" } }];
  await assert.rejects(database.write(decided(id, 1, ghost)), isConflict, "an account that is gone");
  const kept = idempotency({ caller, documentId: id, key: "k", print: "p", now: 1e15 }).keep(new Uint8Array(0));
  await database.write(kept);
  await assert.rejects(database.write([...decided(id, 1, [rows[1]]), ...kept]), isConflict, "a key that is used");
  await assert.rejects(
    database.write([...decided(id, 1, [rows[1]]), { sql: "INSERT INTO nowhere VALUES (1)", args: [] }]),
  );
  assert.deepEqual(await stateOf(id), { ...before, kept: [{ key: "k" }] });
  await assert.rejects(
    database.write(decided("doc_00000000000000000000000000", 1)),
    isConflict,
    "a document that is gone",
  );
});

/** The service, with somebody who does something between reading and writing, so many times. */
const interrupted = (times, interrupt) => {
  let count = 0;
  const write = async (statements) => {
    count += 1;
    if (count <= times) await interrupt(count);
    return database.write(statements);
  };
  const app = makeApp({ sharePolicy, database: { read: database.read, write } });
  const post = async (id, body, more = {}) => {
    const headers = { authorization: "Bearer demo-priya-nair", "content-type": "application/json", ...more };
    const response = await app.request(`${pathOf(id)}?detail=true`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, json: await response.json() };
  };
  return { post, tried: () => count };
};

test("it is read and decided again: what the other has granted is then there", async () => {
  const id = await makeDocument("again");
  const { post, tried } = interrupted(1, () => database.write(decided(id, 1)));
  const { status, json } = await post(id, viewers("mei.chen@northwind.example", "c@b.example"));
  assert.deepEqual([status, tried()], [200, 2]);
  assert.deepEqual(
    json.results.map(({ code }) => code),
    ["already_has_access", "invited"],
  );
  assert.equal(json.revision, "2");
  const { revision, entries, outbox } = await stateOf(id);
  assert.deepEqual([revision, entries.length, outbox.length], [3, 3, 3]);
});

test("a limit holds, and so does a change of policy or state in between", async () => {
  const change = (id, set, ...args) =>
    write([`UPDATE documents SET revision = revision + 1, ${set} WHERE id = ?1`, id, ...args]);
  const limited = await makeDocument("limited", { limits: [{ name: "seats", max: 2, applies_to: "all" }] });
  const full = await interrupted(1, () => database.write(decided(limited, 1))).post(limited, viewers("z@b.example"));
  assert.equal(full.json.results[0].code, "limit_reached");
  const blocked = await makeDocument("blocked");
  const policy = JSON.stringify({ blocked_domains: ["b.example"] });
  const answer = await interrupted(1, () => change(blocked, "policy = ?2", policy)).post(
    blocked,
    viewers("z@b.example"),
  );
  assert.equal(answer.json.results[0].code, "domain_blocked");
  const locked = await makeDocument("locked-meanwhile");
  const refused = await interrupted(1, () => change(locked, "state = 'locked'")).post(locked, viewers("z@b.example"));
  assert.deepEqual([refused.status, refused.json.errors[0].code], [409, "document_unavailable"]);
  assert.equal((await stateOf(locked)).entries.length, 0);
});

test("when others never stop it ends, with a 409 and nothing done", async () => {
  const id = await makeDocument("never");
  const disturb = () => write(["UPDATE documents SET revision = revision + 1 WHERE id = ?1", id]);
  const { post, tried } = interrupted(Infinity, disturb);
  const { status, headers, json } = await post(id, viewers("a@b.example"), { "idempotency-key": "k" });
  assert.deepEqual([status, json.errors[0].code, headers.get("retry-after")], [409, "conflict", "1"]);
  assert.equal(tried(), 7);
  const { entries, outbox, kept } = await stateOf(id);
  assert.deepEqual([entries, outbox, kept], [[], [], []]);
  const { status: later, json: done } = await interrupted(0).post(id, viewers("a@b.example"), {
    "idempotency-key": "k",
  });
  assert.deepEqual([later, done.successful], [200, 1]);
});

test("an answer that was lost on its way is found again by its key", async () => {
  const id = await makeDocument("lost-answer");
  let lost = true;
  const write = async (statements) => {
    await database.write(statements);
    if (lost) throw new Error("The connection to the database was lost.");
  };
  const logged = [];
  const app = makeApp({ sharePolicy, database: { read: database.read, write }, log: (error) => logged.push(error) });
  const headers = {
    authorization: "Bearer demo-priya-nair",
    "content-type": "application/json",
    "idempotency-key": "k",
  };
  const send = () => app.request(pathOf(id), { method: "POST", headers, body: JSON.stringify(viewers("a@b.example")) });
  const failed = await send();
  assert.deepEqual([failed.status, (await failed.json()).errors[0].code, logged.length], [500, "internal", 1]);
  lost = false;
  const answer = await (await send()).json();
  assert.deepEqual([answer.successful, (await stateOf(id)).entries.length], [1, 1]);
});

test("those that collided take turns, and nobody waits for one that does not come back", async () => {
  const turn = takeTurns();
  const order = [];
  const work = (name, until) => async () => {
    order.push(`${name} begins`);
    await until;
    order.push(`${name} ends`);
  };
  const other = turn("b", work(3));
  await Promise.all([
    turn("a", work(1, other)),
    assert.rejects(turn("a", () => Promise.reject(new Error("it failed")))),
    turn("a", work(2)),
    other,
  ]);
  assert.deepEqual(order, ["3 begins", "1 begins", "3 ends", "1 ends", "2 begins", "2 ends"]);
  void turn("a", () => new Promise(() => {}));
  await turn("a", work(4));
  assert.equal(order.at(-1), "4 ends");
});
