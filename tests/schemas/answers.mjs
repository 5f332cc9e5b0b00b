// Whatever the engine answers over the corpus is as its schema says, and nothing else is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate, respond, validate } from "share-policy";
import { observed as seen } from "./observed.mjs";
import * as schemas from "./schemas.mjs";

const { evaluation, problem, reasons, read, response } = schemas;

const parse = (text) => JSON.parse(text);
// Requests that the corpus only validates are decided too: each has its own bad addresses.
const [snapshot] = read("snapshot.schema.json").examples;
const decided = seen.requests.map((text) => evaluate(text, snapshot)).filter(({ ok }) => ok);
const evaluations = [...seen.evaluations.map(parse), ...decided.map(({ evaluation }) => evaluation)];
const responses = seen.responses.map(parse);
const bodiesOf = (responses) => responses.map(({ body }) => body);
const problems = [...seen.problems.map(parse), ...bodiesOf(responses.filter(({ status }) => status !== 200))];
const bodies = bodiesOf(responses.filter(({ status }) => status === 200));
const wire = bodies.filter((body) => !("grants" in body));
const detailed = bodies.filter((body) => "grants" in body);

const fits = (schema, value) =>
  assert.ok(schema(value), `${JSON.stringify(value).slice(0, 1000)}\n${reasons(schema)}`);

/** Copies of the value in which one object has a member more. */
const drifted = function* (value) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { ...value, drift: true };
  for (const name of Object.keys(value)) {
    for (const inner of drifted(value[name])) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      copy[name] = inner;
      yield copy;
    }
  }
};

const isSmall = (value) => JSON.stringify(value).length < 2000;

/** Fails unless the schema takes them all, and none of them with a member more anywhere. */
const holds = (schema, values) => {
  assert.ok(values.length > 0);
  for (const value of values) fits(schema, value);
  for (const value of values.filter(isSmall)) {
    for (const other of drifted(value)) assert.ok(!schema(other), JSON.stringify(other));
  }
};

const enumOf = (schema, ...path) => path.reduce((inner, name) => inner[name], schema).enum;
const met = (values) => [...new Set(values)].sort();

test("evaluations", () => {
  holds(evaluation, [...evaluations, ...detailed]);
  const rows = evaluations.flatMap(({ results }) => results);
  const { properties } = read("evaluation.schema.json").$defs.result;
  assert.deepEqual(met(rows.map(({ code }) => code)), met(enumOf(properties, "code")));
  assert.deepEqual(met(rows.flatMap(({ also = [] }) => also)), met(enumOf(properties, "also", "items")));
});

test("every value that a param can have", () => {
  const { $defs } = read("evaluation.schema.json");
  const params = evaluations.flatMap(({ results }) => results.map(({ params }) => params ?? {}));
  const list = (name) => met(params.flatMap((one) => one[name] ?? []));
  for (const [definition, name] of [
    ["invalid_email", "detail"],
    ["role_exceeds_ceiling", "rule"],
    ["recipient_kind_not_allowed", "kind"],
    ["role_not_allowed_for_recipient", "class"],
    ["recipient_inactive", "status"],
    ["already_has_access", "comparison"],
  ]) {
    assert.deepEqual(list(name), met(enumOf($defs[definition], "properties", name)), name);
  }
  assert.deepEqual(list("missing"), met(enumOf($defs.indeterminate, "properties", "missing", "items")));
});

test("wire responses", () => holds(response, wire));

test("problems", () => {
  holds(problem, problems);
  const { properties } = read("problem.schema.json");
  assert.deepEqual(met(problems.map(({ type }) => type)), met(enumOf(properties, "type")));
  assert.deepEqual(met(problems.map(({ status }) => status)), met(enumOf(properties, "status")));
});

test("every error that a problem can hold", () => {
  const { $defs } = read("problem.schema.json");
  const errors = problems.flatMap((one) => one.errors);
  const reached = new Set(errors.map(({ code, detail }) => (code === "snapshot_invalid" ? `${code} ${detail}` : code)));
  const codes = Object.values($defs).map((one) => one.properties?.code?.const).filter(Boolean);
  const alternatives = ["snapshot_version_unsupported", "snapshot_invalid"].flatMap((name) => $defs[name].oneOf);
  const details = alternatives.map(({ properties: { code, detail } }) =>
    code.const === "snapshot_invalid" ? `${code.const} ${detail?.const}` : code.const,
  );
  assert.deepEqual([...reached].sort(), met([...codes, ...details]));
  const given = (member) => met(errors.flatMap((error) => error[member] ?? []));
  assert.deepEqual(given("expected_prefix"), ["bot_", "doc_", "org_", "usr_"]);
  const types = $defs.expected_type.enum.filter((type) => !["null", "number"].includes(type));
  assert.deepEqual(given("expected"), met(types));
  assert.deepEqual(given("state"), met(enumOf($defs.document_unavailable, "properties", "state")));
});

test("the examples in the schemas are as the schemas say", () => {
  for (const name of ["request", "snapshot", "response", "evaluation", "problem"]) {
    const { examples } = read(`${name}.schema.json`);
    assert.ok(examples.length > 0);
    for (const example of examples) fits(schemas[name], example);
  }
});

// They may change; what a reader of an example relies on may not.
const SENTENCES = ["error", "message", "title", "detail"];
const withoutSentences = (value) =>
  JSON.parse(JSON.stringify(value, (name, inner) => (SENTENCES.includes(name) ? "" : inner)));

test("the examples tell one story, and it is what the engine answers", () => {
  const example = (name) => withoutSentences(read(`${name}.schema.json`).examples[0]);
  const [request] = read("request.schema.json").examples;
  assert.deepEqual(withoutSentences(evaluate(request, snapshot).evaluation), example("evaluation"));
  const { body } = respond(JSON.stringify(request), snapshot);
  assert.deepEqual(withoutSentences(JSON.parse(new TextDecoder().decode(body))), example("response"));
  const { problem } = validate({ recipients: [{ role: "viewer", userId: "usr_01h455vb4pex5vsknk084sn02q" }] });
  assert.deepEqual(withoutSentences(problem), example("problem"));
});
