// HTTP: methods, types, bodies that are too large or never end, headers.
import assert from "node:assert/strict";
import { request as open } from "node:http";
import { test } from "node:test";
import { database, makeDocument, pathOf, post, send, service, stateOf, viewers } from "./context.mjs";

const code = ({ type, json }) => {
  assert.equal(type, "application/problem+json");
  return json.errors[0].code;
};

test("methods: HEAD is GET without a body, OPTIONS tells them, others are a 405", async () => {
  const id = await makeDocument("methods");
  for (const [path, allow] of [
    [pathOf(id), "GET, HEAD, POST, OPTIONS"],
    [`${pathOf(id)}/snapshot`, "GET, HEAD, OPTIONS"],
  ]) {
    const head = await send(path, { method: "HEAD" });
    assert.deepEqual([head.status, head.type, head.text], [200, "application/json", ""]);
    assert.equal((await send(path, { method: "HEAD", key: null })).status, 401);
    const options = await send(path, { method: "OPTIONS", key: null });
    assert.deepEqual([options.status, options.headers.get("allow"), options.text], [204, allow, ""]);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const refused = await send(path, { method, body: method === "DELETE" ? undefined : "{}" });
      assert.deepEqual(
        [refused.status, code(refused), refused.headers.get("allow")],
        [405, "method_not_allowed", allow],
        method,
      );
    }
  }
  const refused = await send(`${pathOf(id)}/snapshot`, { method: "POST", body: "{}" });
  assert.equal(refused.status, 405);
});

test("the body has to be JSON, and say so", async () => {
  const id = await makeDocument("types");
  const body = JSON.stringify(viewers("a@b.example"));
  const status = async (headers) =>
    (await send(pathOf(id), { method: "POST", body: new TextEncoder().encode(body), headers })).status;
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
    "application/jsonp",
    "multipart/form-data",
  ]) {
    assert.equal(await status({ "content-type": type }), 415, type);
  }
  assert.equal(await status({}), 415);
  assert.equal(await status({ "content-type": "application/json", "content-encoding": "gzip" }), 415);
  assert.equal((await stateOf(id)).entries.length, 0);
  for (const type of [
    "application/json",
    "Application/JSON",
    "application/json; charset=utf-8",
    'application/json;charset="UTF-8"',
  ]) {
    assert.equal(await status({ "content-type": type }), 200, type);
  }
});

test("a client that does not take JSON is told so, and nothing is done", async () => {
  const id = await makeDocument("accept");
  for (const accept of ["text/html", "application/json;q=0", "application/xml, image/*", "*/*;q=0"]) {
    const refused = await post(id, viewers("a@b.example"), { headers: { accept } });
    assert.deepEqual([refused.status, code(refused)], [406, "not_acceptable"], accept);
  }
  assert.equal((await stateOf(id)).entries.length, 0);
  for (const accept of ["*/*", "application/*", "text/html, application/json;q=0.1", "application/json, */*;q=0"]) {
    assert.equal((await send(pathOf(id), { headers: { accept } })).status, 200, accept);
  }
});

/** As much as came: the service ends the connection of a client that does not stop sending. */
const received = async (response) => {
  const chunks = [];
  try {
    for await (const chunk of response) chunks.push(chunk);
  } catch (error) {
    assert.equal(error.code, "ECONNRESET");
  }
  return Buffer.concat(chunks).toString();
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A request by hand: fetch keeps the rules that a hostile client breaks. */
const raw = (path, { headers = {}, write }) =>
  new Promise((resolve, reject) => {
    const all = { authorization: "Bearer demo-priya-nair", "content-type": "application/json", ...headers };
    const request = open(service.url + path, { method: "POST", headers: all, agent: false });
    let answered = false;
    request.on("response", async (response) => {
      answered = true;
      const json = parsed(await received(response));
      resolve({ status: response.statusCode, type: response.headers["content-type"], json });
      request.destroy();
    });
    request.on("error", (error) => answered || reject(error));
    write(request);
  });

test("a body over the limit is refused by its length, before it is sent", async () => {
  const id = await makeDocument("too-large");
  const refused = await raw(pathOf(id), {
    headers: { "content-length": String(256 * 1024 + 1) },
    write: (request) => request.write("{"),
  });
  assert.deepEqual([refused.status, code(refused)], [413, "input_too_large"]);
  assert.equal(
    (await raw(pathOf(id), { headers: { "content-length": "99999999999999" }, write: (request) => request.write("{") }))
      .status,
    413,
  );
});

test("a body without a length is refused while it is read: its end is not waited for", async () => {
  const id = await makeDocument("endless");
  const refused = await raw(pathOf(id), { write: (request) => request.write(Buffer.alloc(256 * 1024 + 1, " ")) });
  assert.deepEqual([refused.status, code(refused)], [413, "input_too_large"]);
});

test("a client that sends on and on is cut off", async () => {
  const id = await makeDocument("pouring");
  let sent = 0;
  const pour = (request) => {
    const more = () => {
      if (request.destroyed || sent > 64 * 1024 * 1024) return;
      sent += 16 * 1024;
      // After a look for an answer, which a connection that is cut off may not bring.
      request.write(Buffer.alloc(16 * 1024, " "), () => setImmediate(more));
    };
    more();
  };
  const end = await raw(pathOf(id), { write: pour }).catch(({ code }) => ({ status: code }));
  assert.ok([413, "ECONNRESET", "EPIPE"].includes(end.status), end.status);
  assert.ok(sent < 32 * 1024 * 1024, `${sent} bytes were taken`);
  assert.equal((await send(pathOf(id))).status, 200, "others are answered");
});

test("a body of exactly the limit is read, one byte more is not", async () => {
  const id = await makeDocument("at-the-limit");
  const text = JSON.stringify(viewers("a@b.example"));
  assert.equal((await post(id, text.padEnd(256 * 1024 + 1))).status, 413);
  assert.equal((await post(id, text.padEnd(256 * 1024))).status, 200);
});

test("a client that goes away in the middle changes nothing, and the service goes on", async () => {
  const id = await makeDocument("gone");
  const leave = (request) => {
    request.write('{"recipients":[');
    setTimeout(() => request.destroy(new Error("gone")), 50);
  };
  await assert.rejects(raw(pathOf(id), { headers: { "content-length": "100" }, write: leave }), /gone/);
  assert.equal((await stateOf(id)).revision, 1);
  assert.equal((await send(pathOf(id))).status, 200);
});

test("every answer of the API is closed to caches, sniffing and frames", async () => {
  const id = await makeDocument("headers");
  const answers = [
    await send(pathOf(id)),
    await send(`${pathOf(id)}/snapshot`),
    await post(id, viewers("a@b.example")),
    await post(id, "{"),
    await send(pathOf(id), { key: null }),
    await send("/v1/nothing"),
    await send(pathOf(id), { method: "PUT", body: "" }),
  ];
  for (const { status, headers } of answers) {
    assert.equal(headers.get("cache-control"), "no-store", status);
    assert.equal(headers.get("x-content-type-options"), "nosniff", status);
    assert.equal(headers.get("content-security-policy"), "default-src 'none'; frame-ancestors 'none'", status);
    assert.equal(headers.get("access-control-allow-origin"), null, status);
    assert.equal(headers.get("x-powered-by"), null, status);
  }
});

test("the page has the strict policy; what lies outside of it is not served", async () => {
  const { status, type, headers, text } = await send("/", { key: null });
  assert.deepEqual([status, type], [200, "text/html; charset=utf-8"]);
  assert.match(text, /The page/);
  assert.equal(
    headers.get("content-security-policy"),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  for (const path of [
    "/nothing",
    "/../sharing.db",
    "/..%2fsharing.db",
    "/%2e%2e/sharing.db",
    "/sharing.db",
    "/..%5csharing.db",
    "/%00",
    "/%",
  ]) {
    const { status } = await send(path, { key: null });
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
  }
});

test("when the database fails the answer is a plain problem, and the service goes on", async () => {
  const id = await makeDocument("broken");
  await database.write([{ sql: "ALTER TABLE limits RENAME TO limits_elsewhere", args: [] }]);
  try {
    for (const answer of [
      await post(id, viewers("a@b.example")),
      await send(pathOf(id)),
      await send(`${pathOf(id)}/snapshot`),
    ]) {
      assert.deepEqual([answer.status, code(answer)], [500, "internal"]);
      assert.doesNotMatch(answer.text, /limits|SQL|\bat \w|\.js/);
    }
  } finally {
    await database.write([{ sql: "ALTER TABLE limits_elsewhere RENAME TO limits", args: [] }]);
  }
  assert.equal((await post(id, viewers("a@b.example"))).status, 200);
});

test("a policy that the engine refuses is a plain 500 too: nobody gets in by it", async () => {
  const id = await makeDocument("bad-policy", { policy: { blocked_domain: ["contoso.example"] } });
  const answer = await post(id, viewers("a@b.example"), { query: "?detail=true" });
  assert.deepEqual([answer.status, answer.type], [500, "application/problem+json"]);
  assert.doesNotMatch(answer.text, /blocked|contoso/);
  assert.equal((await stateOf(id)).entries.length, 0);
});
