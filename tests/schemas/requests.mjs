// The request's schema refuses what the engine refuses, and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgedAll, judgedRequest } from "./judged.mjs";
import { mutants } from "./mutations.mjs";
import { observed } from "./observed.mjs";
import { pointers, reasons, request as schema } from "./schemas.mjs";

const OF_SHAPE = [
  "unknown_field",
  "missing_required_field",
  "invalid_type",
  "too_few_items",
  "too_many_items",
  "invalid_enum_value",
  "identifier_not_exactly_one",
  "invalid_id_format",
  "text_too_long",
];
const MEMBERS = ["recipients", "should_send_notification", "custom_message", "role", "user_id", "email", "bot_id"];

/** Fails unless both judge alike, at the same places. @returns the codes of the engine's errors. */
const agree = ({ text, value, errors, more_errors }) => {
  const context = `${text.slice(0, 1000)}\n${JSON.stringify(errors.slice(0, 5))}`;
  assert.equal(schema(value), errors.length === 0, `${context}\n${reasons(schema)}`);
  if (more_errors === 0) {
    const wanted = [...new Set(errors.map(({ pointer }) => pointer))];
    assert.deepEqual([...pointers(schema)].sort(), wanted.sort(), context);
  }
  return errors.map(({ code }) => code);
};

const corpus = judgedAll(judgedRequest, observed.requests);

test("requests of the corpus", () => {
  const codes = new Set(corpus.flatMap(agree));
  assert.deepEqual([...codes].sort(), [...OF_SHAPE].sort());
  assert.ok(corpus.length > 300, `only ${corpus.length} requests were compared`);
});

test("every small change of a request that is taken", () => {
  const taken = corpus.filter(({ errors }) => errors.length === 0);
  const texts = new Set();
  for (const { value } of taken) for (const mutant of mutants(value, MEMBERS)) texts.add(JSON.stringify(mutant));
  const all = judgedAll(judgedRequest, [...texts]);
  const codes = new Set(all.flatMap(agree));
  assert.deepEqual([...codes].sort(), [...OF_SHAPE].sort());
  const refused = all.filter(({ errors }) => errors.length > 0).length;
  assert.ok(refused > 10000 && all.length - refused > 1000, `${refused} of ${all.length} are refused`);
});

const sent = (value) => agree(judgedRequest(JSON.stringify(value)))[0];

test("rows without number", () => {
  const row = { role: "viewer", email: "bo@example.com" };
  const codes = [0, 1, 100, 101, 1000].map((count) => sent({ recipients: Array(count).fill(row) }));
  assert.deepEqual(codes, ["too_few_items", undefined, undefined, "too_many_items", "too_many_items"]);
});

test("a message is measured in code points", () => {
  const recipients = [{ role: "viewer", email: "bo@example.com" }];
  for (const character of ["a", "é", "€", "👍", "\u0000"]) {
    assert.equal(sent({ recipients, custom_message: character.repeat(1000) }), undefined);
    assert.equal(sent({ recipients, custom_message: character.repeat(1001) }), "text_too_long");
  }
});
