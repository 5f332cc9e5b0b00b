// An evaluation is built member by member: it has to be the very value that JSON.parse makes of its JSON text.
// `respond` gives that text, by another way, whenever it is asked for `detail`.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { AclSnapshot, evaluate, respond } from "share-policy";
import { generate } from "../matrix/generate.mjs";
import { readTopic, requestForms, snapshotForms } from "./case.mjs";
import { bo, caller, request, snapshot } from "./sample.mjs";

const directory = new URL("../conformance/", import.meta.url);
const corpus = readdirSync(directory)
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFileSync(new URL(name, directory), "utf8"));
const generated = generate({ seed: 5, count: 4000 });

/** The answer's JSON, by way of `respond`; undefined for a problem, which `respond` may tell in other words. */
const textOf = (request, snapshot, options) => {
  const { status, body } = respond(request, snapshot, { ...options, detail: true });
  return status === 200 ? `{"ok":true,"evaluation":${new TextDecoder().decode(body)}}` : undefined;
};

/** Fails unless every part is a plain object or array of its own, whose members can be changed and deleted. */
const checkPlain = (value, seen = new Set()) => {
  if (typeof value !== "object" || value === null) return;
  assert.ok(!seen.has(value), "one object stands in two places");
  seen.add(value);
  assert.ok(Object.isExtensible(value));
  assert.equal(Object.getPrototypeOf(value), Array.isArray(value) ? Array.prototype : Object.prototype);
  for (const name of Reflect.ownKeys(value)) {
    const { value: member, ...rest } = Object.getOwnPropertyDescriptor(value, name);
    const length = Array.isArray(value) && name === "length";
    assert.deepEqual(rest, { writable: true, enumerable: !length, configurable: !length });
    checkPlain(member, seen);
  }
};

/** @returns the evaluation, if there is one. */
const check = (request, snapshot, options) => {
  const { detail, ...others } = options ?? {};
  const answer = evaluate(request, snapshot, others);
  const text = textOf(request, snapshot, others);
  assert.equal(answer.ok, text !== undefined);
  if (!answer.ok) return undefined;
  assert.equal(JSON.stringify(answer), text);
  assert.deepEqual(answer, JSON.parse(text));
  checkPlain(answer);
  return answer.evaluation;
};

const evaluations = function* () {
  for (const text of [...corpus, generated]) {
    const { cases, snapshots } = readTopic(text);
    for (const one of cases.filter(({ call }) => call === "evaluate" || call === "respond")) {
      const found = check(requestForms(one).text, snapshotForms(one, snapshots).text, one.options);
      if (found !== undefined) yield found;
    }
  }
};

test("of the corpus and of 4,000 generated cases, with every code and every member", () => {
  const met = new Set();
  let count = 0;
  for (const { results, ...evaluation } of evaluations()) {
    count += 1;
    Object.keys(evaluation).forEach((name) => met.add(name));
    for (const row of results) {
      met.add(row.code);
      for (const name of [...Object.keys(row), ...Object.keys(row.params ?? {})]) met.add(name);
    }
  }
  assert.ok(count > 1500, `${count} evaluations`);
  const CODES = [
    ...["invalid_email", "duplicate_recipient", "recipient_is_caller", "recipient_is_owner", "role_exceeds_ceiling"],
    ...["recipient_kind_not_allowed", "external_sharing_disabled", "domain_blocked", "domain_not_allowed"],
    ...["role_not_allowed_for_recipient", "recipient_not_found", "recipient_ambiguous", "recipient_inactive"],
    ...["recipient_blocked", "already_has_access", "limit_reached", "indeterminate", "granted", "invited"],
  ];
  const MEMBERS = [
    ...["revision", "total", "successful", "failed", "grants", "warnings"],
    ...["index", "recipient", "success", "code", "error", "also", "params"],
    ...["principal", "address", "role", "current_role", "external", "notify"],
    ...["detail", "duplicate_of", "same_role", "requested_role", "max_role", "rule", "kind", "domain", "class", "status"],
    ...["comparison", "limit", "max", "used", "missing"],
  ];
  assert.deepEqual([...met].sort(), [...new Set([...CODES, ...MEMBERS])].sort());
});

test("of texts of every length and script", () => {
  const pieces = ["x".repeat(1022), "x".repeat(1024), "x".repeat(1025), "x".repeat(70_000), "é", "𝄞".repeat(300), "\u2028\0\"\\", ""];
  for (const piece of pieces) {
    const limits = [{ name: piece, max: 1, used: 1, applies_to: "invite" }];
    const acl = { ...snapshot, revision: piece, limits };
    const recipients = [piece, "New@Example.com", `${piece}@example.com`].map((email) => ({ role: "viewer", email }));
    check({ recipients }, acl, { warnings: true });
    check({ recipients: [...recipients, { role: "viewer", user_id: bo }] }, new AclSnapshot(acl));
  }
});

test("of as many rows as there can be", () => {
  const recipients = Array.from({ length: 100 }, (_none, index) => ({ role: "viewer", email: `p${index}@example.com` }));
  assert.equal(check({ recipients }, snapshot).grants.length, 100);
  const everyone = recipients.map(({ role }) => ({ role, user_id: caller }));
  assert.equal(check({ recipients: everyone }, snapshot).grants.length, 0);
});

/** Runs while something is not as it was when the package was loaded. */
const sabotaged = (object, name, descriptor, work) => {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { ...descriptor, configurable: true });
  try {
    return work();
  } finally {
    if (before === undefined) delete object[name];
    else Object.defineProperty(object, name, before);
  }
};

const boom = () => {
  throw new Error("boom");
};

test("whatever objects and arrays inherit", () => {
  const resident = new AclSnapshot(snapshot);
  const right = textOf(request, resident);
  const names = [...Object.keys(JSON.parse(right).evaluation), ...Object.keys(JSON.parse(right).evaluation.results[0])];
  const more = ["also", "params", "current_role", "external", "address", "warnings", "action", "email", "0", "1", "99"];
  for (const name of new Set([...names, ...more])) {
    for (const descriptor of [{ value: "admin" }, { value: 1, writable: true, enumerable: true }, { get: boom, set: boom }]) {
      for (const every of [Object.prototype, Array.prototype]) {
        const answer = sabotaged(every, name, descriptor, () => resident.evaluate(request));
        assert.equal(JSON.stringify(answer), right, name);
        checkPlain(answer);
      }
    }
  }
});

test("where arrays inherit from a Proxy", () => {
  const right = textOf(request, snapshot);
  const text = JSON.stringify(request);
  const acl = new AclSnapshot(snapshot);
  const traps = { has: () => false, set: boom, getOwnPropertyDescriptor: () => undefined };
  Object.setPrototypeOf(Array.prototype, new Proxy(Object.prototype, traps));
  let answer;
  try {
    answer = acl.evaluate(text);
  } finally {
    Object.setPrototypeOf(Array.prototype, Object.prototype);
  }
  assert.equal(JSON.stringify(answer), right);
});

test("whatever is replaced when the package is loaded", () => {
  const resident = new AclSnapshot(snapshot);
  const text = JSON.stringify(request);
  const right = textOf(request, resident);
  const methods = [
    [JSON, ["parse", "stringify"]],
    [String.prototype, ["slice", "substring", "split", "charCodeAt", "isWellFormed", "toString"]],
    [Array.prototype, ["push", "map", "slice", Symbol.iterator, "values"]],
    [TextDecoder.prototype, ["decode"]],
    [TextEncoder.prototype, ["encode", "encodeInto"]],
    [Uint8Array.prototype, ["constructor"]],
    [Object.getPrototypeOf(Uint8Array.prototype), ["set", "slice", "subarray", "length", "buffer"]],
    [Object.getPrototypeOf(Uint8Array), [Symbol.species]],
    [Function.prototype, ["call", "apply", "bind"]],
    [globalThis, ["Uint8Array", "Uint32Array", "TextDecoder", "JSON"]],
  ];
  for (const [object, names] of methods) {
    for (const name of names) {
      const accessor = Object.getOwnPropertyDescriptor(object, name)?.get !== undefined;
      const descriptor = accessor ? { get: () => 7 } : { value: boom, writable: true };
      const answer = sabotaged(object, name, descriptor, () => resident.evaluate(text));
      assert.equal(JSON.stringify(answer), right, String(name));
    }
  }
});
