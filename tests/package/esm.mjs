// The installed package as an ES module of Node: every export does what it should.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import * as sharePolicy from "share-policy";
import { bo, caller, codes, documentId, request, snapshot, stillGood } from "./sample.mjs";

const { AclSnapshot, SharePolicyError, evaluate, normalize, parseRecipients, respond, validate, version } = sharePolicy;
const require = createRequire(import.meta.url);

const decode = (bytes) => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
const firstCode = (answer) => (answer.ok ? "ok" : answer.problem.errors[0].code);
const guarded = (options) => firstCode(evaluate(request, snapshot, options));

test("exports what the declarations say, and nothing else", () => {
  const others = ["evaluate", "normalize", "parseRecipients", "respond", "shareRequestSchema", "validate", "version"];
  const names = ["AclSnapshot", "SharePolicyError", ...others];
  assert.deepEqual(Object.keys(sharePolicy).sort(), names);
});

test("version", () => {
  assert.deepEqual(Object.keys(version), ["package", "contract", "unicode"]);
  assert.equal(version.package, require("share-policy/package.json").version);
  assert.equal(version.contract, 1);
  assert.match(version.unicode, /^\d+\.\d+\.\d+$/);
  assert.throws(() => (version.contract = 2), TypeError);
});

test("validate fills in defaults and points at faults", () => {
  const { ok, request: read, rows } = validate(request);
  assert.deepEqual({ ok, rows }, { ok: true, rows: [] });
  assert.deepEqual(read, { ...request, should_send_notification: true });
  const { problem } = validate({ recipients: [{ role: "owner", user_id: bo, e_mail: "bo@example.com" }] });
  assert.deepEqual(
    problem.errors.map(({ code, pointer }) => [code, pointer]),
    [["unknown_field", "/recipients/0/e_mail"], ["invalid_enum_value", "/recipients/0/role"]],
  );
  assert.equal(problem.errors[0].suggestion, "email");
});

test("normalize joins two spellings of one address", () => {
  const recipients = ["Bo@Example.com", "bo@example.COM"].map((email) => ({ role: "viewer", email }));
  const { unique, rows } = normalize({ recipients });
  const one = { email: "bo@example.com", address: "Bo@example.com", display: "Bo@example.com" };
  assert.deepEqual(unique, [{ ...one, roles: ["viewer"], indexes: [0, 1] }]);
  assert.deepEqual(rows.map(({ index, code, params }) => [index, code, params]), [
    [1, "duplicate_recipient", { duplicate_of: 0, same_role: true }],
  ]);
});

test("evaluate decides, the same for every form of input", () => {
  const answer = evaluate(request, snapshot);
  assert.deepEqual(answer.evaluation.results.map(({ code }) => code), codes);
  const [text, acl] = [JSON.stringify(request), JSON.stringify(snapshot)];
  const bytes = new TextEncoder().encode(text);
  for (const form of [text, bytes, Buffer.from(text), request]) {
    for (const state of [acl, Buffer.from(acl), snapshot, new AclSnapshot(acl), new AclSnapshot(snapshot)]) {
      assert.deepEqual(evaluate(form, state), answer);
    }
  }
});

test("respond gives the wire response, and the evaluation when asked", () => {
  const wire = respond(JSON.stringify(request), snapshot);
  assert.deepEqual([wire.status, wire.contentType], [200, "application/json"]);
  assert.ok(wire.body instanceof Uint8Array);
  assert.deepEqual(Object.keys(decode(wire.body)), ["total", "successful", "failed", "results"]);
  const detailed = respond(JSON.stringify(request), snapshot, { detail: true });
  assert.deepEqual(decode(detailed.body), evaluate(request, snapshot).evaluation);
});

test("respond answers every body", () => {
  for (const [body, status] of [["", 400], ["{", 400], [undefined, 400], [null, 400], [{}, 400], [" ".repeat(300000), 413]]) {
    const answer = respond(body, snapshot);
    assert.deepEqual([answer.status, answer.contentType], [status, "application/problem+json"]);
    assert.equal(decode(answer.body).status, status);
  }
});

test("respond tells a client nothing about a snapshot that is wrong", () => {
  const answer = respond(JSON.stringify(request), { ...snapshot, secret: "rule" });
  assert.equal(answer.status, 500);
  const { errors } = decode(answer.body);
  assert.deepEqual(errors.map(({ code, pointer }) => [code, pointer]), [["snapshot_invalid", ""]]);
  assert.doesNotMatch(JSON.stringify(errors), /secret|rule/);
});

test("parseRecipients finds recipients, and tells where the rest is", () => {
  const text = '😀; "Doe, John" <J@Example.com>, bob';
  const { recipients, residue } = parseRecipients(text);
  const [{ span, ...one }] = recipients;
  assert.deepEqual(one, { email: "j@example.com", address: "J@example.com", display: "J@example.com", name: "Doe, John" });
  assert.equal(text.slice(...span.utf16), '"Doe, John" <J@Example.com>');
  const rest = residue.map(({ reason, span: { utf16 } }) => [text.slice(...utf16), reason]);
  assert.deepEqual(rest, [["😀", "missing_at"], ["bob", "missing_at"]]);
  assert.match(residue[1].message, /@/);
});

test("parseRecipients takes text, and nothing else", () => {
  for (const input of [undefined, null, 7, {}, ["a@b.com"], new Uint8Array(2), new String("a@b.com"), { toString: () => "a@b.com" }]) {
    assert.throws(() => parseRecipients(input), TypeError);
  }
});

test("a lone surrogate in a pasted text moves no span", () => {
  const text = "a\ud800@b.com, c@d.com";
  const { recipients, residue } = parseRecipients(text);
  assert.deepEqual(recipients.map(({ span }) => text.slice(...span.utf16)), ["c@d.com"]);
  assert.deepEqual(residue.map(({ reason, span }) => [reason, text.slice(...span.utf16)]), [["local_non_ascii", "a\ud800@b.com"]]);
});

test("a pasted text that is too long stays whole", () => {
  const text = "é@b.com, ".repeat(40_000);
  const { recipients, residue } = parseRecipients(text);
  assert.deepEqual(recipients, []);
  const { reason, span, max_bytes, actual_bytes } = residue[0];
  assert.deepEqual([reason, max_bytes, actual_bytes], ["input_too_large", 262_144, 400_000]);
  assert.deepEqual(span, { bytes: [0, 400_000], utf16: [0, 360_000] });
});

test("warnings stand behind an evaluation that they do not change", () => {
  const asked = { recipients: [{ role: "viewer", email: "Bo@GMIAL.com" }], should_send_notification: false, custom_message: "!" };
  const { warnings, ...same } = evaluate(asked, snapshot, { warnings: true }).evaluation;
  assert.deepEqual(same, evaluate(asked, snapshot).evaluation);
  assert.deepEqual(warnings.map(({ code, index }) => [code, index]), [
    ["email_normalized", 0],
    ["similar_domain", 0],
    ["message_ignored", undefined],
  ]);
  const resident = new AclSnapshot(snapshot);
  assert.deepEqual(resident.evaluate(asked, { warnings: true }), evaluate(asked, snapshot, { warnings: true }));
  const [text, options] = [JSON.stringify(asked), { warnings: true, detail: true }];
  for (const answer of [respond(text, snapshot, options), resident.respond(text, options)]) {
    assert.deepEqual(decode(answer.body), { ...same, warnings });
  }
  assert.deepEqual(respond(text, snapshot, { warnings: true }), respond(text, snapshot));
});

test("guards refuse", () => {
  assert.equal(guarded({ document_id: documentId, expected_revision: "r7" }), "ok");
  assert.equal(guarded({ document_id: null, expected_revision: undefined }), "ok");
  assert.equal(guarded({ document_id: documentId.replace(/3$/, "4") }), "snapshot_mismatch");
  assert.equal(guarded({ expected_revision: "r8" }), "snapshot_stale");
  for (const value of ["", 7, false, [documentId], { toString: () => documentId }, `${documentId}\ud800`]) {
    assert.equal(guarded({ document_id: value }), "snapshot_mismatch");
    assert.equal(guarded({ expected_revision: value }), "snapshot_stale");
  }
});

test("an option that does not exist throws", () => {
  const mistakes = [{ documentId }, { expectedRevision: "r7" }, { warning: true }, { detail: true }, { [Symbol("x")]: 1 }];
  for (const options of [...mistakes, "r7", [documentId], new Map(), Object.create({ document_id: documentId })]) {
    assert.throws(() => evaluate(request, snapshot, options), TypeError);
  }
  assert.throws(() => evaluate(request, snapshot, { documentId }), /Did you mean "document_id"\?/);
  assert.throws(() => respond("{}", snapshot, { detail: "yes" }), TypeError);
  assert.throws(() => evaluate(request, snapshot, { warnings: 1 }), TypeError);
});

test("AclSnapshot lives until it is freed", () => {
  const resident = new AclSnapshot(snapshot);
  assert.deepEqual([resident.documentId, resident.revision, resident.unreadableAddresses], [documentId, "r7", 0]);
  assert.deepEqual(resident.evaluate(request), evaluate(request, snapshot));
  assert.deepEqual(resident.respond("{}"), respond("{}", snapshot));
  assert.equal(firstCode(resident.evaluate(request, { expected_revision: "r8" })), "snapshot_stale");
  resident.free();
  resident[Symbol.dispose]();
  for (const use of [() => resident.evaluate(request), () => evaluate(request, resident), () => respond("", resident)]) {
    assert.throws(use, (error) => error instanceof SharePolicyError && error.code === "snapshot_freed");
  }
  assert.equal(resident.documentId, documentId);
});

test("a snapshot that is refused throws its problem", () => {
  assert.throws(
    () => new AclSnapshot({ ...snapshot, policy: { allow_domains: [] } }),
    (error) => {
      assert.ok(error instanceof SharePolicyError && error instanceof Error);
      assert.equal(error.name, "SharePolicyError");
      assert.equal(error.code, "snapshot_invalid");
      const { code, detail, pointer, suggestion } = error.problem.errors[0];
      assert.deepEqual([code, detail, pointer, suggestion], ["snapshot_invalid", "unknown_field", "/policy/allow_domains", "allowed_domains"]);
      return true;
    },
  );
  assert.throws(() => new AclSnapshot({ ...snapshot, version: 2 }), { code: "snapshot_version_unsupported" });
  assert.throws(() => new AclSnapshot(), { code: "snapshot_invalid" });
});

test("import and require share one instance", () => {
  const required = require("share-policy");
  for (const name of Object.keys(sharePolicy)) assert.equal(required[name], sharePolicy[name]);
});

test("a snapshot of another copy of the package is refused, and not read as {}", async () => {
  const directory = mkdtempSync(join(tmpdir(), "share-policy-copy-"));
  try {
    cpSync(dirname(require.resolve("share-policy/package.json")), directory, { recursive: true });
    const copy = await import(pathToFileURL(join(directory, "node.js")));
    assert.notEqual(copy.AclSnapshot, AclSnapshot);
    const foreign = new copy.AclSnapshot(snapshot);
    assert.deepEqual(copy.evaluate(request, foreign), evaluate(request, snapshot));
    assert.throws(() => evaluate(request, foreign), TypeError);
    assert.throws(() => new AclSnapshot(foreign), TypeError);
    assert.throws(() => evaluate(request, new Proxy(new AclSnapshot(snapshot), {})), TypeError);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test("methods need their snapshot", () => {
  const { evaluate: loose } = new AclSnapshot(snapshot);
  assert.throws(() => loose(request), TypeError);
  assert.throws(() => AclSnapshot.prototype.evaluate.call(snapshot, request), TypeError);
});

test("answers are plain, and belong to the caller", () => {
  const answer = evaluate(request, snapshot);
  answer.evaluation.results[0].code = "changed";
  assert.deepEqual(structuredClone(evaluate(request, snapshot)), evaluate(request, snapshot));
  assert.deepEqual(JSON.parse(JSON.stringify(evaluate(request, snapshot))), evaluate(request, snapshot));
  stillGood(sharePolicy);
});

test("the caller is the caller", () => {
  const { results } = evaluate(request, snapshot).evaluation;
  assert.deepEqual(results[2].principal, { user_id: caller });
});
