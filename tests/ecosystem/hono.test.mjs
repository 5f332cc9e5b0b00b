// Hono, by its validator for Standard Schema: the body of a route, and the answer to one that is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { shareRequestSchema } from "share-policy";
import { bad, faults, good, taken, told } from "./sample.mjs";

const PATH = "/v1/documents/:id/sharing";

const post = async (app, sent) => {
  const headers = { "content-type": "application/json" };
  const response = await app.request("/v1/documents/doc_1/sharing", { method: "POST", headers, body: sent });
  const type = response.headers.get("content-type");
  const body = type?.includes("json") ? await response.json() : await response.text();
  return { status: response.status, type, body };
};

test("a handler gets what the schema gives", async () => {
  const app = new Hono().post(PATH, sValidator("json", shareRequestSchema), (c) => c.json(c.req.valid("json")));
  assert.deepEqual(await post(app, JSON.stringify(good)), { status: 200, type: "application/json", body: taken });
});

test("a body that is wrong is a 400 with every issue, and no handler runs", async () => {
  const app = new Hono().post(PATH, sValidator("json", shareRequestSchema), () => assert.fail("the handler ran"));
  const { status, body } = await post(app, JSON.stringify(bad));
  assert.equal(status, 400);
  assert.equal(body.success, false);
  assert.deepEqual(told(body.error), faults);
  for (const other of ["{", "", "7", '"{}"', "null"]) assert.equal((await post(app, other)).status, 400, other);
});

test("a hook can answer in its own way", async () => {
  const problem = (result, c) => {
    if (result.success) return undefined;
    const errors = result.error.map(({ path, code }) => ({ code, at: path.join(".") }));
    return c.body(JSON.stringify({ errors }), 400, { "content-type": "application/problem+json" });
  };
  const app = new Hono().post(PATH, sValidator("json", shareRequestSchema, problem), (c) => c.body(null, 204));
  const { status, type, body } = await post(app, JSON.stringify(bad));
  assert.deepEqual([status, type], [400, "application/problem+json"]);
  assert.deepEqual(body.errors, faults.map(([path, code]) => ({ code, at: path.join(".") })));
  assert.equal((await post(app, JSON.stringify(good))).status, 204);
});
