// What an answer has to be, whatever it says.
import assert from "node:assert/strict";

/** @returns the body of a 200. */
export const ok = ({ status, type, json }) => {
  assert.deepEqual([status, type], [200, "application/json"]);
  return json;
};

/** @returns the body of a problem with this status and code. */
export const problem = ({ status, type, json }, expected, code) => {
  assert.deepEqual([status, type], [expected, "application/problem+json"]);
  assert.equal(json.status, expected);
  for (const member of ["type", "title", "detail"])
    assert.ok(typeof json[member] === "string" && json[member] !== "", member);
  assert.equal(json.errors[0].code, code);
  return json;
};

export const codes = ({ results }) => results.map(({ code }) => code);
