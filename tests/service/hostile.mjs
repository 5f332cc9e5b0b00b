// Every request of the conformance corpus, as a body.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { requestForms, readTopic } from "../package/case.mjs";
import { idOf, makeDocument, pathOf, post, query, send, sharePolicy, write } from "./context.mjs";

const corpus = new URL("../conformance/", import.meta.url);

const bodies = readdirSync(corpus)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => readTopic(readFileSync(new URL(name, corpus), "utf8")).cases)
  .map((one) => ({ name: one.name, bytes: requestForms(one).bytes }))
  .filter(({ bytes }) => bytes !== undefined);

/** Nothing half-written: every entry and note belongs to a revision that the document has had. */
const checkWhole = async (id) => {
  const [{ revision }] = await query("SELECT revision FROM documents WHERE id = ?1", id);
  const made = await query("SELECT DISTINCT revision FROM entries WHERE document_id = ?1 ORDER BY revision", id);
  assert.deepEqual(
    made.map((row) => row.revision),
    Array.from({ length: revision - 1 }, (_, at) => at + 2),
  );
  const strays = await query(
    "SELECT principal FROM outbox o WHERE document_id = ?1 AND NOT EXISTS " +
      "(SELECT 1 FROM entries e WHERE e.document_id = o.document_id AND e.principal = o.principal AND e.revision = o.revision)",
    id,
  );
  assert.deepEqual(strays, []);
};

const countOf = async (id) =>
  (await query("SELECT count(*) AS entries FROM entries WHERE document_id = ?1", id))[0].entries;

const checkAnswer = (name, bytes, { status, type, json }) => {
  assert.ok(status === 200 || (status >= 400 && status < 500), `${name}: ${status}`);
  assert.equal(type, status === 200 ? "application/json" : "application/problem+json", name);
  if (status === 200) return assert.equal(json.successful + json.failed, json.total, name);
  assert.equal(json.status, status, name);
  assert.ok(json.errors.length > 0, name);
  if (status !== 413) assert.deepEqual(json, sharePolicy.normalize(bytes).problem, name);
};

test("each gets a JSON answer or a JSON problem that is not ours to blame, and what it says is so", async () => {
  const id = await makeDocument("corpus");
  const statuses = {};
  let granted = 0;
  for (const [at, { name, bytes }] of bodies.entries()) {
    const answer = await post(id, bytes);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    checkAnswer(name, bytes, answer);
    granted += answer.json.successful ?? 0;
    if (at % 50 === 0) assert.equal(await countOf(id), granted, `up to ${name}`);
  }
  assert.equal(await countOf(id), granted);
  await checkWhole(id);
  assert.ok(bodies.length > 400, `${bodies.length} requests`);
  for (const status of [200, 400, 413]) assert.ok(statuses[status] > 0, JSON.stringify(statuses));
  console.log(`corpus requests: ${bodies.length}, by status ${JSON.stringify(statuses)}`);
});

test("text that is dangerous elsewhere is stored as it is, and comes back as it is", async () => {
  const id = await makeDocument("hostile-text");
  const nasty = [
    "<script>alert(1)</script>",
    "'; DROP TABLE entries; --",
    "\u202e\u0000\u0007",
    "%s%n",
    "{{7*7}}",
    "=1+1",
  ];
  const emails = nasty
    .map((text) => `${text}@x.example`)
    .concat("o'hara--drop@x.example", "${jndi}@x.example", "__proto__@x.example");
  const { status, json } = await post(
    id,
    { ...viewersOf(emails), custom_message: nasty.join("\n") },
    { query: "?detail=true" },
  );
  assert.equal(status, 200);
  assert.deepEqual(
    json.results.map(({ recipient }) => recipient.email),
    emails,
  );
  // Quoted, because libSQL reads a text only up to its first NUL, though it stores all of it.
  const rows = await query("SELECT json_quote(message) AS message FROM outbox WHERE document_id = ?1", id);
  assert.ok(rows.length >= 3);
  for (const { message } of rows) assert.equal(JSON.parse(message), nasty.join("\n"));
  assert.ok((await send(pathOf(id))).json.entries.some(({ email }) => email === "__proto__@x.example"));
});

const viewersOf = (emails) => ({ recipients: emails.map((email) => ({ role: "viewer", email })) });

test("names in the directory are only ever text", async () => {
  const user = idOf("usr", "nasty");
  const name = '"><img src=x onerror=alert(1)>\u202e\u2066';
  await write(["INSERT INTO users (id, display_name) VALUES (?1, ?2)", user, name]);
  const id = await makeDocument("nasty-name", { entries: [{ user_id: user }] });
  const { type, json } = await send(pathOf(id));
  assert.deepEqual([type, json.entries[0].display_name], ["application/json", name]);
});
