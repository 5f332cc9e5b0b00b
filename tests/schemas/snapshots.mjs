// The snapshot's schema refuses what the engine refuses, but for what a schema cannot say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgedAll, judgedSnapshot } from "./judged.mjs";
import { mutants } from "./mutations.mjs";
import { observed } from "./observed.mjs";
import { pointers, reasons, snapshot as schema } from "./schemas.mjs";

const OF_SHAPE = [
  "unknown_field",
  "missing_required_field",
  "invalid_type",
  "invalid_enum_value",
  "identifier_not_exactly_one",
  "invalid_id_format",
];
const BEYOND_SHAPE = ["inconsistent", "invalid_domain", "invalid_email"];

const at = (value, pointer) => pointer.split("/").slice(1).reduce((inner, name) => inner?.[name], value);

/** Whether a schema can say it: not what two members say together, nor the syntax of domains and addresses. */
const isExpressible = (value) => ({ detail, pointer }) => {
  if (detail === "inconsistent") return /^\/entries\/\d+$/.test(pointer);
  if (detail === "invalid_email") return !at(value, pointer).includes("@");
  return detail !== "invalid_domain";
};

/** Fails unless both judge alike, at the same places. @returns what the engine's errors are about. */
const agree = ({ text, value, errors, more_errors }) => {
  const said = errors.filter(isExpressible(value));
  const context = `${text.slice(0, 1000)}\n${JSON.stringify(errors.slice(0, 5))}`;
  assert.equal(schema(value), said.length === 0, `${context}\n${reasons(schema)}`);
  if (more_errors === 0) {
    // A version from the future is all that is told of a snapshot.
    const version = errors[0]?.code === "snapshot_version_unsupported";
    const found = [...pointers(schema)].filter((pointer) => !version || pointer === "/version");
    assert.deepEqual(found.sort(), [...new Set(said.map(({ pointer }) => pointer))].sort(), context);
  }
  return errors.map(({ code, detail }) => detail ?? code);
};

const corpus = judgedAll(judgedSnapshot, observed.snapshots);

test("snapshots of the corpus", () => {
  const details = new Set(corpus.flatMap(agree));
  assert.deepEqual([...details].sort(), [...OF_SHAPE, ...BEYOND_SHAPE, "snapshot_version_unsupported"].sort());
  assert.ok(corpus.length > 250, `only ${corpus.length} snapshots were compared`);
});

// Each of them belongs somewhere, and not everywhere.
const MEMBERS = ["id", "owner", "user_id", "bot_id", "email", "role", "org_id", "status", "complete", "max"];

const shape = (value) => {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shape(item))))].sort();
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.entries(value).sort().map(([name, inner]) => [name, shape(inner)]);
};

/** One for each set of members: those that differ in values alone would show the same mutants again. */
const differentInShape = (values) => {
  const byShape = new Map(values.map((value) => [JSON.stringify(shape(value)), value]));
  return [...byShape.values()];
};

test("every small change of a snapshot that is taken", () => {
  const taken = corpus.filter(({ errors }) => errors.length === 0).map(({ value }) => value);
  const texts = new Set();
  for (const value of differentInShape(taken)) {
    for (const mutant of mutants(value, MEMBERS)) texts.add(JSON.stringify(mutant));
  }
  const all = judgedAll(judgedSnapshot, [...texts]);
  const details = new Set(all.flatMap(agree));
  assert.deepEqual([...details].sort(), [...OF_SHAPE, ...BEYOND_SHAPE, "snapshot_version_unsupported"].sort());
  const refused = all.filter(({ errors }) => errors.length > 0).length;
  assert.ok(refused > 10000 && all.length - refused > 1000, `${refused} of ${all.length} are refused`);
});
