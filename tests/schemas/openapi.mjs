// The OpenAPI document is one, its references lead to the schemas beside it, and the engine answers as it promises.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { validate as validator } from "@hyperjump/json-schema/openapi-3-1";
import { judgedAll, judgedRequest } from "./judged.mjs";
import { observed as seen } from "./observed.mjs";
import { read } from "./schemas.mjs";

const FILE = pathToFileURL(createRequire(import.meta.url).resolve("share-policy/schemas/openapi.json"));
const PATH = "/v1/documents/{document_id}/sharing";
const OF_THE_SERVICE = ["401", "404", "default"];

const document = read("openapi.json");
const operation = document.paths[PATH].post;

/** The schema at this place of the document, with whatever it refers to. */
const compiled = (...steps) => {
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
  return validator(`${FILE}#/${pointer}`);
};

const isOpenApi = (value) => validator("https://spec.openapis.org/oas/3.1/schema-base", value);

/** Every `$ref` in a value. */
const references = (value) => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === "$ref" ? [inner] : references(inner)));
};

test("is an OpenAPI 3.1 document", async () => {
  assert.equal((await isOpenApi(document)).valid, true);
  const wrong = [
    { ...document, openapi: "2.0" },
    { ...document, path: {} },
    { ...document, components: { ...document.components, schemas: { Wrong: { type: "text" } } } },
  ];
  for (const other of wrong) assert.equal((await isOpenApi(other)).valid, false);
});

test("refers to every schema, and to nothing that is not there", async () => {
  const files = ["evaluation", "problem", "request", "response"].map((name) => `${name}.schema.json`);
  const { schemas } = document.components;
  assert.deepEqual(Object.values(schemas).flatMap(references).sort(), files);
  for (const name of Object.keys(schemas)) await compiled("components", "schemas", name);
  const known = Object.keys(document.components).flatMap((kind) =>
    Object.keys(document.components[kind]).map((name) => `#/components/${kind}/${name}`),
  );
  const outside = references(document).filter((reference) => !known.includes(reference));
  assert.deepEqual(outside.sort(), [...files, "snapshot.schema.json#/$defs/document_id"]);
});

test("takes the requests that the engine takes", async () => {
  const schema = await compiled("paths", PATH, "post", "requestBody", "content", "application/json", "schema");
  const all = judgedAll(judgedRequest, seen.requests);
  for (const { text, value, errors } of all) {
    assert.equal(schema(value).valid, errors.length === 0, text.slice(0, 1000));
  }
  const refused = all.filter(({ errors }) => errors.length > 0).length;
  assert.ok(refused > 20 && all.length - refused > 100, `${refused} of ${all.length} are refused`);
});

test("takes the ids that documents have", async () => {
  const schema = await compiled("paths", PATH, "post", "parameters", "0", "schema");
  const id = "doc_01h455vb4pex5vsknk084sn02q";
  assert.equal(schema(id).valid, true);
  for (const other of [id.toUpperCase(), `${id}x`, id.replace("doc", "usr"), id.replace("_0", "_8"), ""]) {
    assert.equal(schema(other).valid, false, other);
  }
});

/** By status and media type. */
const promises = () => {
  const known = new Map();
  return async (status, contentType) => {
    const key = `${status} ${contentType}`;
    assert.ok(operation.responses[status]?.content[contentType], `nothing is promised for ${key}`);
    const steps = ["paths", PATH, "post", "responses", `${status}`, "content", contentType, "schema"];
    if (!known.has(key)) known.set(key, await compiled(...steps));
    return known.get(key);
  };
};

test("promises each answer of the engine, under its status and media type", async () => {
  const [problems, responses] = [seen.problems, seen.responses].map((texts) => texts.map((text) => JSON.parse(text)));
  const contentType = "application/problem+json";
  const answers = [...problems.map((body) => ({ status: body.status, contentType, body })), ...responses];
  const promised = promises();
  for (const { status, contentType, body } of answers) {
    const schema = await promised(status, contentType);
    assert.equal(schema(body).valid, true, JSON.stringify(body).slice(0, 1000));
    if (status !== 200) assert.equal(schema({ ...body, status: 418 }).valid, false);
  }
  const wanted = Object.keys(operation.responses).filter((status) => !OF_THE_SERVICE.includes(status));
  assert.deepEqual([...new Set(answers.map(({ status }) => `${status}`))].sort(), wanted.sort());
});
