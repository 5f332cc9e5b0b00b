// What answers do not tell: which documents, keys and accounts there are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { giveKey, idOf, makeDocument, pathOf, person, post, send, stateOf, viewers, write } from "./context.mjs";

/** All that a client sees, except the time. */
const seen = ({ status, headers, text }) => {
  const told = [...headers].filter(([name]) => name !== "date" && name !== "connection" && name !== "keep-alive");
  return JSON.stringify([status, told.sort(), text]);
};

const same = (answers) => {
  assert.ok(answers.length > 1);
  assert.equal(new Set(answers.map(seen)).size, 1, answers.map(seen).join("\n"));
  return answers[0];
};

test("a document of others, one of another organization, and none at all: the same 404, byte for byte", async () => {
  const foreign = await makeDocument("foreign", { owner: person("Ana Reis") });
  const colleagues = await makeDocument("colleagues", { owner: person("Mei Chen") });
  const trashed = await makeDocument("foreign-trashed", { owner: person("Ana Reis"), state: "trashed" });
  const broken = await makeDocument("foreign-broken", { owner: person("Ana Reis"), policy: { nonsense: 1 } });
  const ids = [
    foreign,
    colleagues,
    trashed,
    broken,
    idOf("doc", "nowhere"),
    "doc_1",
    "x",
    "%00",
    "doc_%F0%9F%98%80",
    "%ff",
    "'%20OR%201=1--",
  ];
  const bodies = [
    viewers("a@b.example"),
    { recipients: [{ role: "viewer", email: "a@b.example", x: 1 }] },
    "{",
    { recipients: [{ role: "owner", user_id: person("Tom").id }] },
  ];
  const answers = [];
  for (const id of ids) {
    answers.push(await send(pathOf(id)), await send(`${pathOf(id)}/snapshot`));
    for (const body of bodies)
      answers.push(
        await post(id, body),
        await post(id, body, { query: "?detail=true", headers: { "idempotency-key": "k" } }),
      );
  }
  assert.equal(same(answers).status, 404);
  for (const id of [foreign, colleagues]) {
    const { revision, entries, outbox, kept } = await stateOf(id);
    assert.deepEqual([revision, entries, outbox, kept], [1, [], [], []]);
  }
});

test("no key, no valid key, a revoked one, one of an account that is not active: the same 401", async () => {
  await giveKey("revoked", person("Sam Okafor").id, 1);
  await giveKey("suspended", person("Noor Aziz").id);
  await giveKey("deleted", person("Rosa Ferrari").id);
  await giveKey("suspended-bot", idOf("bot", "archive"));
  const id = await makeDocument("keys", { entries: [{ user_id: person("Noor Aziz").id, role: "admin" }] });
  const headers = [
    {},
    { authorization: "" },
    { authorization: "Bearer" },
    { authorization: "Basic ZGVtbzpkZW1v" },
    { authorization: "demo-priya-nair" },
    { authorization: "Bearer demo-priya-naiR" },
    { authorization: "Bearer demo-priya-nair x" },
    { authorization: `Bearer ${"k".repeat(600)}` },
    { authorization: "Bearer '" },
    ...["revoked", "suspended", "deleted", "suspended-bot", "unknown"].map((key) => ({
      authorization: `Bearer ${key}`,
    })),
  ];
  const answers = [];
  for (const path of [pathOf(id), pathOf(idOf("doc", "nowhere")), `${pathOf(id)}/snapshot`]) {
    for (const one of headers) answers.push(await send(path, { key: null, headers: one }));
  }
  for (const one of headers) {
    answers.push(
      await send(pathOf(id), {
        key: null,
        method: "POST",
        body: JSON.stringify(viewers("a@b.example")),
        headers: { ...one, "content-type": "application/json" },
      }),
    );
  }
  assert.equal(same(answers).status, 401);
  assert.equal(answers[0].headers.get("www-authenticate"), "Bearer");
  assert.equal((await stateOf(id)).revision, 1);
});

test("a key that is taken back, and an account that is suspended, stop at once", async () => {
  const id = await makeDocument("stops", { owner: person("Leilani") });
  await giveKey("leilani", person("Leilani").id);
  assert.equal((await send(pathOf(id), { key: "leilani" })).status, 200);
  await write(["UPDATE users SET status = 'suspended' WHERE id = ?1", person("Leilani").id]);
  assert.equal((await send(pathOf(id), { key: "leilani" })).status, 401);
});

test("an address that is not proven to be the account's is nobody's", async () => {
  const { id: squatter } = person("Kwame");
  await write([
    "INSERT INTO addresses (key, user_id, spelling, verified) VALUES ('boss@rival.example', ?1, 'boss@rival.example', 0)",
    squatter,
  ]);
  const id = await makeDocument("unproven", { entries: [{ email: "boss@rival.example" }] });
  await giveKey("squatter", squatter);
  assert.equal((await send(pathOf(id), { key: "squatter" })).status, 404);
  const fresh = await makeDocument("unproven-2");
  const { json } = await post(fresh, viewers("boss@rival.example"), { query: "?detail=true" });
  assert.deepEqual([json.results[0].code, json.results[0].principal], ["invited", { email: "boss@rival.example" }]);
});

test("details are for members: a guest who may share learns no account and no reason", async () => {
  await giveKey("guest", person("Paul Lind").id);
  const id = await makeDocument("guest", { entries: [{ user_id: person("Paul Lind").id, role: "collaborator" }] });
  const refused = await post(id, viewers("tom.becker@northwind.example"), { key: "guest", query: "?detail=true" });
  assert.deepEqual([refused.status, refused.json.errors[0].code], [403, "detail_not_allowed"]);
  assert.equal((await stateOf(id)).entries.length, 1);
  const { status, text } = await post(id, viewers("tom.becker@northwind.example", "noor.aziz@northwind.example"), {
    key: "guest",
  });
  assert.equal(status, 200);
  for (const secret of [person("Tom").id, person("Noor").id, "suspended"]) assert.ok(!text.includes(secret), secret);
  const snapshot = await send(`${pathOf(id)}/snapshot`, { key: "guest" });
  const colleagues = new Set(snapshot.json.directory.users.map(({ org_id }) => org_id));
  assert.deepEqual(colleagues, new Set([person("Paul Lind").org_id]));
  assert.ok(!snapshot.text.includes("@northwind.example"));
});
