// Load and faults: fifty clients share one document with overlapping recipients, twice: once to the end, once with the
// service killed in the middle and started again on the same database. Afterwards every answer that anyone got is held
// against the database.
//   SERVICE_HOST=node|workerd node tests/service/load.mjs
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sharePolicy from "../../pkg/node.js";
import { seed } from "../../scripts/start/seed.mjs";
import { idOf, world } from "../../scripts/start/world.mjs";
import { host, hostName } from "./hosts.mjs";

const CLIENTS = 50;
// Local D1 writes a tenth as fast.
const REQUESTS = { node: 6, workerd: 3 }[hostName];
const RECIPIENTS = 8;
const PEOPLE = 600;
const PATIENCE = 120_000;

const owner = world.users[0];
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Who each request names: neighbours overlap, so that most people are named by several clients. */
const named = (client, request) =>
  Array.from(
    { length: RECIPIENTS },
    (_, at) => `p${(client * 11 + request * 97 + at * ((client % 3) + 1)) % PEOPLE}@load.example`,
  );

/** Sends until there is an answer, as a careful client does: the same request with the same key. */
const insist = async (service, documentId, job, deadline) => {
  const headers = {
    authorization: "Bearer demo-priya-nair",
    "content-type": "application/json",
    "idempotency-key": job.key,
  };
  const body = JSON.stringify({ recipients: job.emails.map((email) => ({ role: "viewer", email })) });
  for (;;) {
    assert.ok(performance.now() < deadline, "the load takes too long");
    job.sent += 1;
    try {
      const response = await fetch(`${service.url}/v1/documents/${documentId}/sharing`, {
        method: "POST",
        headers,
        body,
      });
      const answer = await response.json();
      if (response.status === 200) return { ...answer, replayed: response.headers.has("idempotency-replayed") };
      assert.equal(response.status, 409, JSON.stringify(answer));
      job.conflicts += 1;
      await wait(50 + Math.random() * 200);
    } catch (error) {
      // The service is gone; it comes back.
      if (error instanceof assert.AssertionError) throw error;
      job.lost += 1;
      await wait(20 + Math.random() * 50);
    }
  }
};

const jobsOf = (round) =>
  Array.from({ length: CLIENTS }, (_, client) =>
    Array.from({ length: REQUESTS }, (_, request) => ({
      key: randomUUID(),
      emails: named(client + round, request),
      sent: 0,
      conflicts: 0,
      lost: 0,
    })),
  );

/** All clients at once, each with one request after the other. */
const load = async (service, documentId, jobs, deadline) => {
  const began = performance.now();
  await Promise.all(
    jobs.map(async (own) => {
      for (const job of own) job.answer = await insist(service, documentId, job, deadline);
    }),
  );
  return (performance.now() - began) / 1000;
};

const rowsOf = async (database, sql, id) => (await database.read([{ sql, args: [id] }]))[0];

/** Each answer is true, nobody is granted twice or lost, and nothing is half there. */
const check = async (database, documentId, jobs) => {
  const all = jobs.flat();
  const [{ revision }] = await rowsOf(database, "SELECT revision FROM documents WHERE id = ?1", documentId);
  const entries = await rowsOf(database, "SELECT principal, revision FROM entries WHERE document_id = ?1", documentId);
  const outbox = await rowsOf(database, "SELECT principal, revision FROM outbox WHERE document_id = ?1", documentId);
  const kept = await rowsOf(database, "SELECT key, body FROM idempotency WHERE document_id = ?1", documentId);

  const granted = all.flatMap(({ answer }) =>
    answer.results.filter(({ success }) => success).map(({ recipient }) => recipient.email),
  );
  const named = new Set(all.flatMap(({ emails }) => emails));
  assert.equal(new Set(granted).size, granted.length, "somebody was granted twice");
  assert.deepEqual(new Set(granted), named, "somebody was lost");
  assert.deepEqual(new Set(entries.map(({ principal }) => principal)), named, "entries are what was granted");

  const place = ({ principal, revision }) => `${revision} ${principal}`;
  assert.deepEqual(
    outbox.map(place).sort(),
    entries.map(place).sort(),
    "each entry has its note, of the same revision",
  );
  const revisions = [...new Set(entries.map((entry) => entry.revision))].sort((a, b) => a - b);
  assert.deepEqual(
    revisions,
    Array.from({ length: revision - 1 }, (_, at) => at + 2),
    "each revision made entries",
  );

  // Of one answer all successes were made at one revision: it was one transaction.
  const revisionOf = new Map(entries.map((entry) => [entry.principal, entry.revision]));
  for (const { answer } of all) {
    const made = answer.results
      .filter(({ success }) => success)
      .map(({ recipient }) => revisionOf.get(recipient.email));
    assert.ok(new Set(made).size <= 1, "an answer was made in parts");
    for (const { recipient, success, error } of answer.results)
      assert.ok(
        success || (revisionOf.has(recipient.email) && /already has access|more than once|twice/i.test(error)),
        error,
      );
  }
  assert.equal(kept.length, all.length, "each key has one answer");
  const answers = new Map(kept.map(({ key, body }) => [key, JSON.parse(body)]));
  for (const {
    key,
    answer: { replayed, ...answer },
  } of all)
    assert.deepEqual(answers.get(key), answer);
  return { revision, entries: entries.length };
};

const documentFor = async (database, name) => {
  const id = idOf("doc", name);
  const sql = "INSERT INTO documents (id, title, owner_id, org_id) VALUES (?1, ?2, ?3, ?4)";
  await database.write([{ sql, args: [id, name, owner.id, owner.org_id] }]);
  return id;
};

const sum = (jobs, member) => jobs.flat().reduce((total, job) => total + job[member], 0);

const tell = (what, jobs, seconds, { revision, entries }) => {
  const rate = Math.round((sum(jobs, "sent") - sum(jobs, "lost")) / seconds);
  const replayed = jobs.flat().filter(({ answer }) => answer.replayed).length;
  console.log(
    `${hostName}, ${what}: ${jobs.flat().length} requests of ${RECIPIENTS} recipients by ${CLIENTS} clients in ${seconds.toFixed(1)} s ` +
      `(${rate} answered a second, ${sum(jobs, "conflicts")} conflicts told, ${sum(jobs, "lost")} lost and sent again, ` +
      `${replayed} replayed); ${entries} entries in ${revision - 1} revisions`,
  );
};

/** How long the engine took of all that the service did: where the host has a clock that runs while it computes. */
const tellShare = async (service, before, seconds) => {
  const { spent, cpu } = await service.stats();
  const milliseconds = spent.milliseconds - before.spent.milliseconds;
  const busy = (cpu.user + cpu.system - before.cpu.user - before.cpu.system) / 1000;
  console.log(
    `${hostName}: ${spent.calls - before.spent.calls} calls of the module took ${milliseconds.toFixed(0)} ms: ` +
      `${((100 * milliseconds) / busy).toFixed(1)} % of the service's processor time, ${(milliseconds / seconds / 10).toFixed(1)} % of the time`,
  );
};

const steady = async (directory, database, deadline) => {
  const id = await documentFor(database, "load");
  const service = await host.start(directory);
  try {
    const before = await service.stats?.();
    const jobs = jobsOf(0);
    const seconds = await load(service, id, jobs, deadline);
    tell("steady", jobs, seconds, await check(database, id, jobs));
    if (before !== undefined) await tellShare(service, before, seconds);
  } finally {
    await service.end();
  }
};

/** Nobody looks into the database meanwhile: workerd does not wait for a lock that another program has. */
const answered = (jobs) => jobs.flat().filter(({ answer }) => answer !== undefined).length;

const faulty = async (directory, database, deadline) => {
  const id = await documentFor(database, "faults");
  const current = { url: undefined };
  let service = await host.start(directory);
  current.url = service.url;
  const jobs = jobsOf(7);
  try {
    const loading = load(current, id, jobs, deadline);
    loading.catch(() => {});
    for (const share of [0.1, 0.4]) {
      while (answered(jobs) < share * jobs.flat().length) {
        assert.ok(performance.now() < deadline, "the load takes too long");
        await wait(5);
      }
      await service.kill();
      service = await host.start(directory);
      current.url = service.url;
    }
    const seconds = await loading;
    assert.ok(sum(jobs, "lost") > 0, "nothing was in flight when the service was killed");
    tell("killed twice", jobs, seconds, await check(database, id, jobs));
  } finally {
    await service.end();
  }
};

const directory = mkdtempSync(join(tmpdir(), "share-policy-load-"));
const database = await host.open(directory);
try {
  await seed(database, sharePolicy, world);
  for (const part of [steady, faulty]) await part(directory, database, performance.now() + PATIENCE);
  console.log(`load: 2 parts`);
} finally {
  await database.close();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}
