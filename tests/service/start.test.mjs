// npm start, as a person uses it: starts, keeps what was shared, starts over, and leaves nothing behind.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));
const state = mkdtempSync(join(tmpdir(), "share-policy-start-"));
after(() => rmSync(state, { recursive: true, force: true }));

const PATIENCE = 10_000;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const run = (...args) => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return { child, ended: once(child, "close"), text: () => text };
};

const started = async (...args) => {
  const running = run("--port", "0", "--state", state, ...args);
  const ended = running.ended.then(([code]) => assert.fail(`ended with ${code}: ${running.text()}`));
  const ready = (async () => {
    while (!/^Ctrl-C ends it\.$/m.test(running.text())) await wait(20);
    return /http:\/\/127\.0\.0\.1:\d+/.exec(running.text())[0];
  })();
  return { ...running, url: await Promise.race([ready, ended]) };
};

const parentOf = (pid) => {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    return state === "Z" ? undefined : Number(parent);
  } catch {
    return undefined;
  }
};

const descendants = (
  pid,
  all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number),
) => all.filter((one) => parentOf(one) === pid).flatMap((child) => [child, ...descendants(child, all)]);

/** As Ctrl-C does. */
const interrupt = async ({ child, ended, url }) => {
  const all = process.platform === "linux" ? descendants(child.pid) : [];
  if (process.platform === "linux") assert.ok(all.length >= 2, "wrangler and workerd run");
  child.kill("SIGINT");
  await ended;
  const left = () => all.filter((pid) => parentOf(pid) !== undefined);
  // What is killed takes a moment to be gone.
  for (const since = performance.now(); left().length > 0 && performance.now() - since < PATIENCE; ) await wait(20);
  assert.deepEqual(left(), [], "they are still there");
  await assert.rejects(fetch(url));
};

const sharing =
  (url, { key, document_id }) =>
  async (init = {}, rest = "") => {
    // A kept connection may be closed by the development server just when it is used again.
    const headers = { connection: "close", authorization: `Bearer ${key}`, "content-type": "application/json" };
    const response = await fetch(`${url}/v1/documents/${document_id}/sharing${rest}`, { ...init, headers });
    return response.json();
  };

const first = async (url) => (await (await fetch(`${url}/demo.json`)).json()).people[0];
const NEW = JSON.stringify({ recipients: [{ role: "viewer", email: "somebody.new@northwind.example" }] });

test("the first start: a page, a service, and everyone in demo.json", async () => {
  const running = await started();
  try {
    assert.match(running.text(), /A new database/);
    const page = await fetch(running.url);
    assert.deepEqual([page.status, page.headers.get("content-type")], [200, "text/html; charset=utf-8"]);
    assert.match(page.headers.get("content-security-policy"), /script-src 'self' 'wasm-unsafe-eval';/);
    const { people } = await (await fetch(`${running.url}/demo.json`)).json();
    assert.ok(people.length >= 5);
    for (const person of people) {
      const snapshot = await sharing(running.url, person)({}, "/snapshot");
      assert.deepEqual([snapshot.document.id, snapshot.caller.role], [person.document_id, person.role], person.name);
    }
    const launch = await sharing(running.url, people[0])({}, "/snapshot");
    assert.deepEqual(launch.limits, [{ name: "guests", max: 50, used: 48, applies_to: "external" }]);
    assert.equal((await sharing(running.url, people[0])({ method: "POST", body: NEW })).successful, 1);
  } finally {
    await interrupt(running);
  }
});

test("the second start keeps what was shared", async () => {
  const running = await started();
  try {
    assert.match(running.text(), /The database of the last start/);
    assert.equal((await sharing(running.url, await first(running.url))({ method: "POST", body: NEW })).successful, 0);
  } finally {
    await interrupt(running);
  }
});

test("--reset starts over", async () => {
  const running = await started("--reset");
  try {
    assert.match(running.text(), /A new database/);
    const { revision } = await sharing(running.url, await first(running.url))();
    assert.equal(revision, "1");
    const again = run("--port", new URL(running.url).port, "--state", state);
    assert.deepEqual(await again.ended, [1, null]);
    assert.match(again.text(), /^Port \d+ is taken by another program\. Choose another: npm start -- --port \d+$/m);
  } finally {
    await interrupt(running);
  }
});

test("what is no option is told so", async () => {
  for (const [args, told] of [
    [["--prot", "1"], /^usage: npm start/],
    [["--port", "many"], /^"many" is no port/],
    [["--port", "70000"], /is no port/],
  ]) {
    const running = run(...args);
    assert.deepEqual(await running.ended, [1, null]);
    assert.match(running.text(), told);
  }
});
