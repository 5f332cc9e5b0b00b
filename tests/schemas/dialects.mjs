// Standard JSON Schema: for every target one schema that judges as the file does, of what goes in and what comes out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { registerSchema, validate as validator } from "@hyperjump/json-schema/openapi-3-0";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { shareRequestSchema } from "share-policy";
import { judgedAll, judgedRequest } from "./judged.mjs";
import { observed } from "./observed.mjs";
import { STRICT, read, request as file } from "./schemas.mjs";

const { input, output } = shareRequestSchema["~standard"].jsonSchema;

/** By ajv, in the dialect that the schema itself names. */
const byAjv = (Validator, $schema) => (schema) => {
  assert.equal(schema.$schema, $schema);
  return new Validator(STRICT).compile(schema);
};

/** By a validator that has the semantics of OpenAPI 3.0, and refuses what that does not know. */
const byOpenApi = async (schema) => {
  assert.equal("$schema" in schema, false);
  const components = { schemas: { It: schema } };
  const document = { openapi: "3.0.4", info: { title: "", version: "" }, paths: {}, components };
  const checked = await validator("https://spec.openapis.org/oas/3.0/schema", document);
  assert.equal(checked.valid, true);
  const uri = `https://example.com/${JSON.stringify(schema).length}`;
  registerSchema(schema, uri, "https://spec.openapis.org/oas/3.0/dialect");
  const compiled = await validator(uri);
  return (value) => compiled(value).valid;
};

const TARGETS = {
  "draft-2020-12": byAjv(Ajv2020, "https://json-schema.org/draft/2020-12/schema"),
  "draft-07": byAjv(Ajv, "http://json-schema.org/draft-07/schema#"),
  "openapi-3.0": byOpenApi,
};

const corpus = judgedAll(judgedRequest, observed.requests);
const taken = corpus.filter(({ request }) => request !== undefined);

for (const [target, compile] of Object.entries(TARGETS)) {
  test(`${target}: what goes in`, async () => {
    const schema = await compile(input({ target }));
    for (const { text, value } of corpus) assert.equal(schema(value), file(value), text.slice(0, 1000));
    assert.ok(taken.length > 100 && corpus.length - taken.length > 20);
  });

  test(`${target}: what comes out`, async () => {
    const schema = await compile(output({ target }));
    for (const { request } of taken) {
      assert.equal(schema(request), true, JSON.stringify(request).slice(0, 1000));
      const [{ role, ...one }] = request.recipients;
      for (const other of [
        { ...request, should_send_notification: undefined },
        { ...request, should_send_notification: null },
        { ...request, custom_message: null },
        { ...request, drift: true },
        { ...request, recipients: [one] },
        { ...request, recipients: [{ role }] },
        { ...request, recipients: [{ ...one, role, email: null, user_id: null, bot_id: null }] },
        { ...request, recipients: [{ role, email: "a", user_id: "usr_01h455vb4pex5vsknk084sn02q" }] },
      ]) {
        const written = JSON.parse(JSON.stringify(other));
        assert.equal(schema(written), false, JSON.stringify(written).slice(0, 1000));
      }
    }
  });
}

const FOR_PEOPLE = ["$id", "title", "description", "examples"];

test("the 2020-12 schema is the file, but for its texts", () => {
  const text = (name, value) => (FOR_PEOPLE.includes(name) ? undefined : value);
  const bare = (value) => JSON.parse(JSON.stringify(value, text));
  assert.deepEqual(input({ target: "draft-2020-12" }), bare(read("request.schema.json")));
});

test("each call gives a copy of its own", () => {
  for (const side of [input, output]) {
    const schema = side({ target: "draft-07" });
    schema.properties.recipients.maxItems = 7;
    assert.equal(side({ target: "draft-07" }).properties.recipients.maxItems, 100);
  }
});

test("another target throws, and tells which there are", () => {
  const unknown = /there is one for draft-2020-12, draft-07, openapi-3\.0\./;
  for (const target of ["draft-04", "openapi-3.1", "", "toString", "__proto__", 7, null, undefined, Symbol("x")]) {
    for (const side of [input, output]) assert.throws(() => side({ target }), { name: "TypeError", message: unknown });
  }
  for (const side of [input, output]) {
    assert.throws(() => side(), { name: "TypeError", message: unknown });
    assert.deepEqual(side({ target: "draft-07", libraryOptions: { any: 1 } }), side({ target: "draft-07" }));
  }
});
