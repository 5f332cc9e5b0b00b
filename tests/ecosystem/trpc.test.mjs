// tRPC: the input of a procedure, called by the server itself and over HTTP.
import assert from "node:assert/strict";
import { test } from "node:test";
import { StandardSchemaV1Error, TRPCError, initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { shareRequestSchema } from "share-policy";
import { bad, faults, good, taken, told } from "./sample.mjs";

const t = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, issues: error.cause instanceof StandardSchemaV1Error ? error.cause.issues : undefined },
  }),
});
const router = t.router({ share: t.procedure.input(shareRequestSchema).mutation(({ input }) => input) });
const caller = t.createCallerFactory(router)({});

test("a procedure is called with what the schema gives", async () => {
  assert.deepEqual(await caller.share(good), taken);
});

test("a bad request carries every issue", async () => {
  await assert.rejects(caller.share(bad), (error) => {
    assert.ok(error instanceof TRPCError && error.cause instanceof StandardSchemaV1Error);
    assert.equal(error.code, "BAD_REQUEST");
    assert.deepEqual(told(error.cause.issues), faults);
    return true;
  });
  for (const input of [undefined, null, JSON.stringify(good)]) {
    await assert.rejects(caller.share(input), { code: "BAD_REQUEST" });
  }
});

const post = async (body) => {
  const request = new Request("https://example.com/share", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const response = await fetchRequestHandler({ endpoint: "", req: request, router, createContext: () => ({}) });
  return { status: response.status, body: await response.json() };
};

test("so does its answer over HTTP", async () => {
  assert.deepEqual(await post(good), { status: 200, body: { result: { data: taken } } });
  const { status, body } = await post(bad);
  assert.equal(status, 400);
  assert.deepEqual(told(body.error.data.issues), faults);
});

test("the schema also judges an output", async () => {
  const echo = t.router({ echo: t.procedure.output(shareRequestSchema).query(() => good) });
  assert.deepEqual(await t.createCallerFactory(echo)({}).echo(), taken);
  const broken = t.router({ echo: t.procedure.output(shareRequestSchema).query(() => bad) });
  await assert.rejects(t.createCallerFactory(broken)({}).echo(), { code: "INTERNAL_SERVER_ERROR" });
});
