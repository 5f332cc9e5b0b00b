// shareRequestSchema as Standard Schema has it: an answer for every value, and never an exception.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { shareRequestSchema, validate } from "share-policy";
import { bad, bo, faults, good, taken, told } from "./sample.mjs";

const standard = shareRequestSchema["~standard"];
const issuesOf = (value) => standard.validate(value).issues;

test("is version 1 of the standard, and cannot be changed", () => {
  assert.deepEqual(Object.keys(shareRequestSchema), ["~standard"]);
  assert.deepEqual(Object.keys(standard).sort(), ["jsonSchema", "validate", "vendor", "version"]);
  assert.deepEqual([standard.version, standard.vendor], [1, "share-policy"]);
  for (const object of [shareRequestSchema, standard, standard.jsonSchema]) {
    assert.ok(Object.isFrozen(object));
    assert.throws(() => (object.version = 2), TypeError);
  }
});

test("gives a request with its defaults", () => {
  assert.deepEqual(standard.validate(good), { value: taken });
  assert.deepEqual(standard.validate(good).value, validate(good).request);
});

test("takes a bad address and a repeated recipient: those are outcomes of their rows", () => {
  const recipients = ["not an address", "bo@example.com", "bo@example.com"].map((email) => ({ role: "viewer", email }));
  assert.deepEqual(standard.validate({ recipients }), { value: { recipients, should_send_notification: true } });
});

test("tells every fault, where it is, with its code and params", () => {
  const answer = standard.validate(bad);
  assert.deepEqual(Object.keys(answer), ["issues"]);
  assert.deepEqual(told(answer.issues), faults);
  const [role, id, row, notify, message] = answer.issues;
  assert.deepEqual(role.allowed, ["viewer", "commenter", "collaborator", "admin"]);
  assert.deepEqual([id.expected_prefix, row.found, notify.expected, message.max], ["usr_", 0, "boolean", 1000]);
  assert.ok(answer.issues.every((issue) => !("pointer" in issue)));
});

test("a path is names and indexes, whatever the names", () => {
  const row = { role: "viewer", email: "bo@example.com" };
  const paths = (value) => issuesOf(value).map(({ path }) => path);
  assert.deepEqual(paths({ recipients: [row], "a/b": 1, "m~n": 1, "~1": 1, "": 1, 0: 1, "é": 1 }), [
    ["0"],
    ["a/b"],
    ["m~n"],
    ["~1"],
    [""],
    ["é"],
  ]);
  assert.deepEqual(paths({ recipients: [row, { ...row, "a/b~": 1, 7: 1 }] }), [
    ["recipients", 1, "7"],
    ["recipients", 1, "a/b~"],
  ]);
  assert.deepEqual(paths({ recipients: Array(12).fill(row).with(11, 7) }), [["recipients", 11]]);
  assert.deepEqual(paths({}), [["recipients"]]);
  assert.deepEqual(paths([]), [[]]);
});

test("at most a hundred faults are told", () => {
  assert.equal(issuesOf(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x${index}`, 1]))).length, 100);
});

test("text and bytes are values, not JSON to be read", () => {
  const text = JSON.stringify(good);
  const bytes = new TextEncoder().encode(text);
  const foreign = vm.runInNewContext("new Uint8Array([123, 125])");
  for (const value of [text, "", "\ud800", "x".repeat(300000), bytes, Buffer.from(text), new Uint8Array(), foreign]) {
    const { message, ...issue } = issuesOf(value)[0];
    assert.deepEqual(issue, { code: "invalid_type", path: [], expected: "object", actual: "string" });
    assert.match(message, /object/);
    assert.equal(issuesOf(value).length, 1);
  }
  assert.deepEqual(standard.validate(new String(text)).issues[0].code, "invalid_type");
});

const cyclic = { recipients: [] };
cyclic.recipients.push(cyclic);

const deep = (depth) => {
  let value = {};
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
};

const refuse = () => {
  throw new Error("touched");
};
const throwing = new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const HOSTILE = {
  ...{ undefined, null: null, true: true, number: 7, nan: NaN, bigint: 7n, symbol: Symbol("x"), function: () => good },
  ...{ array: [], date: new Date(NaN), map: new Map([["recipients", []]]), set: new Set(), regexp: /x/ },
  ...{ cyclic, deep: deep(100), abyss: deep(100000), throwing, revoked: revoked.proxy },
  ...{ buffer: new ArrayBuffer(8), view: new DataView(new ArrayBuffer(8)), words: new Uint16Array(2) },
  ...{ toJSON: { toJSON: refuse }, getter: { get recipients() { throw throwing; } } },
  ...{ inherited: Object.create(good), weak: new WeakMap(), promise: Promise.resolve(good), thenable: { then() {} } },
};

for (const [name, value] of Object.entries(HOSTILE)) {
  test(`refuses ${name}, and answers the next call`, () => {
    const answer = standard.validate(value);
    assert.ok(answer.issues.length > 0);
    for (const { message, path } of answer.issues) {
      assert.ok(typeof message === "string" && message !== "" && Array.isArray(path));
    }
    assert.deepEqual(standard.validate(good), { value: taken });
  });
}

test("a value means what JSON.stringify of it means", () => {
  const written = { toJSON: () => good };
  assert.deepEqual(standard.validate(written), { value: taken });
  assert.deepEqual(standard.validate(new Proxy(good, {})), { value: taken });
  class Request {
    recipients = [{ role: "viewer", user_id: bo, get note() { return undefined; } }];
  }
  assert.deepEqual(Object.keys(standard.validate(new Request())), ["value"]);
});

test("needs no `this`, and takes the options of the standard", () => {
  const { validate: loose } = standard;
  assert.deepEqual(loose(good, { libraryOptions: { any: true } }), { value: taken });
});
