// Sentences in two languages, over every answer of the corpus: the engine's English, and German.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as sharePolicy from "share-policy";
import * as messages from "share-policy/messages";
import * as de from "share-policy/messages/de";
import { corpusAnswers } from "./corpus-answers.mjs";
import { request, snapshot } from "./sample.mjs";

const { formatOutcome, formatProblem, formatResidue, formatTitle, formatWarning } = messages;
const { german } = de;
const { rows, wireRows, warnings, residue: corpusResidue, problems, clientProblems } = corpusAnswers(sharePolicy);
const allProblems = [...problems, ...clientProblems];
const errors = allProblems.flatMap((problem) => problem.errors);
const failed = rows.filter((row) => row.error !== undefined);
const succeeded = rows.filter((row) => row.error === undefined);

/** Faults of an address that the corpus has in rows alone. */
const unreadable = [
  `${"a".repeat(5000)}@example.com`,
  `${"a".repeat(65)}@example.com`,
  `a@${"b.".repeat(150)}com`,
  "Bob bob@example.com>",
];
const residue = [...corpusResidue, ...unreadable.flatMap((text) => sharePolicy.parseRecipients(text).residue)];

const ENGLISH = /\b(?:the|this|of|is|are|not|and|no|must|cannot|you|your|recipient|address|document|more|errors?)\b/i;
const SLIPS = /undefined|NaN|\[object|[{}]| {2}|^\s|\s$/;

/** The wire's own names stay as they are in every language. */
const names = /share-policy|document\.owner|user_id|bot_id/g;

const assertGerman = (sentence, english, about) => {
  assert.equal(typeof sentence, "string", about);
  assert.match(sentence, /^\p{L}.*[.?]$/u, about);
  assert.doesNotMatch(sentence, SLIPS, about);
  assert.doesNotMatch(sentence.replace(names, ""), ENGLISH, about);
  assert.notEqual(sentence, english, about);
};

/** Whoever reads the German knows as much: no two different English sentences have the same. */
const assertTellsAll = (pairs) => {
  const englishOf = new Map();
  for (const [sentence, english] of pairs) {
    assert.equal(englishOf.get(sentence) ?? english, english, sentence);
    englishOf.set(sentence, english);
  }
};

const sorted = (values) => [...new Set(values)].sort();

/** A catalogue that says for every code what `sentence` says. */
const everyCode = (codes, sentence) => Object.fromEntries(Object.keys(codes).map((code) => [code, sentence]));

test("exports what the declarations say, and nothing else", () => {
  assert.deepEqual(Object.keys(messages).sort(), [
    "formatOutcome",
    "formatProblem",
    "formatResidue",
    "formatTitle",
    "formatWarning",
  ]);
  assert.deepEqual(Object.keys(de), ["german"]);
});

test("without a catalogue every sentence is the engine's", () => {
  const empty = { outcome: {}, warning: {}, residue: {}, problem: {}, title: {} };
  for (const nothing of [undefined, null, {}, empty]) {
    for (const row of rows) assert.equal(formatOutcome(row, nothing), row.error);
    for (const warning of warnings) assert.equal(formatWarning(warning, nothing), warning.message);
    for (const part of residue) assert.equal(formatResidue(part, nothing), part.message);
    for (const error of errors) assert.equal(formatProblem(error, nothing), error.message);
    for (const problem of allProblems) {
      assert.equal(formatProblem(problem, nothing), problem.detail);
      assert.equal(formatTitle(problem, nothing), problem.title);
    }
  }
});

test("the corpus meets every code, and German has a sentence for each", () => {
  assert.deepEqual(sorted(rows.map(({ code }) => code)), Object.keys(german.outcome).sort());
  assert.deepEqual(sorted(warnings.map(({ code }) => code)), Object.keys(german.warning).sort());
  assert.deepEqual(sorted(residue.map(({ reason }) => reason)), Object.keys(german.residue).sort());
  assert.deepEqual(sorted(errors.map(({ code }) => code)), Object.keys(german.problem).sort());
  assert.deepEqual(sorted(allProblems.map(({ type }) => type.split(":").at(-1))), Object.keys(german.title).sort());
});

test("the corpus meets every word that a sentence depends on", () => {
  const met = (code, name) => sorted(rows.filter((row) => row.code === code).flatMap((row) => row.params[name]));
  assert.equal(met("invalid_email", "detail").length, 21);
  assert.deepEqual(met("duplicate_recipient", "same_role"), [false, true]);
  assert.deepEqual(met("role_exceeds_ceiling", "rule"), ["own_role", "owner_only"]);
  assert.deepEqual(met("recipient_kind_not_allowed", "kind"), ["bot", "email", "user"]);
  assert.deepEqual(met("role_not_allowed_for_recipient", "class"), ["bot", "external", "invite"]);
  assert.deepEqual(met("recipient_inactive", "status"), ["deleted", "suspended"]);
  assert.deepEqual(met("already_has_access", "comparison"), ["higher", "lower", "same"]);
  assert.deepEqual(met("indeterminate", "missing"), ["account", "address", "entries", "organization"]);
  const hinted = (code, word) => sorted(warnings.filter((one) => one.code === code).map(word));
  assert.deepEqual(hinted("possible_same_mailbox", ({ rule }) => rule), ["gmail_dots", "plus_tag"]);
  assert.deepEqual(hinted("limit_nearly_reached", ({ max, used }) => used < max), [false, true]);
  const prefixes = residue.flatMap((part) => (part.reason === "invalid_id_format" ? part.expected_prefix : []));
  assert.deepEqual(sorted(prefixes), ["bot_", "usr_"]);
  const details = (code) => sorted(errors.filter((error) => error.code === code).map(({ detail }) => detail));
  assert.deepEqual(details("malformed_json"), ["depth", "duplicate_key", "encoding", "syntax"]);
  assert.equal(details("sharing_not_allowed").length, 5);
  // Two of the envelope, six of shape (the others cannot be in a snapshot), three of its own, and what a client is told.
  assert.equal(details("snapshot_invalid").length, 12);
});

const inSnapshot = (detail, params) => ({ message: "English.", pointer: "/x", ...params, code: "snapshot_invalid", detail });

test("German: a fault of a snapshot reads as that of a request", () => {
  const alike = errors.filter((error) => error.detail === undefined && !/^snapshot|^document/.test(error.code));
  assert.equal(new Set(alike.map(({ code }) => code)).size, 10);
  for (const error of alike) {
    assert.equal(formatProblem(inSnapshot(error.code, error), german), formatProblem(error, german));
  }
  for (const { params } of rows.filter(({ code }) => code === "invalid_email")) {
    const error = inSnapshot("invalid_email", { reason: params.detail });
    assertGerman(formatProblem(error, german), error.message, params.detail);
    const domain = inSnapshot("invalid_domain", { reason: params.detail });
    if (params.detail.startsWith("domain_")) assertGerman(formatProblem(domain, german), domain.message, params.detail);
  }
});

test("German: every type for every other", () => {
  const types = ["object", "array", "string", "number", "boolean", "null"];
  for (const expected of [...types, "integer"]) {
    for (const actual of types) {
      const error = { code: "invalid_type", pointer: "", message: "English.", expected, actual };
      assertGerman(formatProblem(error, german), error.message, `${expected} ${actual}`);
    }
  }
});

test("German: every row that fails", () => {
  for (const row of failed) assertGerman(formatOutcome(row, german), row.error, JSON.stringify(row));
  assertTellsAll(failed.map((row) => [formatOutcome(row, german), row.error]));
});

test("German: every row that succeeds, of which English says nothing", () => {
  assert.ok(succeeded.length > 0);
  for (const row of succeeded) assertGerman(formatOutcome(row, german), row.error, JSON.stringify(row));
});

test("German: every hint", () => {
  for (const hint of warnings) assertGerman(formatWarning(hint, german), hint.message, JSON.stringify(hint));
  assertTellsAll(warnings.map((hint) => [formatWarning(hint, german), hint.message]));
});

test("German: every residue of a pasted text", () => {
  for (const part of residue) assertGerman(formatResidue(part, german), part.message, JSON.stringify(part));
  assertTellsAll(residue.map((part) => [formatResidue(part, german), part.message]));
});

test("German: an address that cannot be read is told alike in a row and in a pasted text", () => {
  const faults = new Map(rows.flatMap((row) => (row.code === "invalid_email" ? [[row.params.detail, row]] : [])));
  const alike = residue.filter(({ reason }) => faults.has(reason));
  assert.deepEqual(sorted(alike.map(({ reason }) => reason)), sorted(faults.keys()));
  for (const part of alike) {
    assert.equal(formatResidue(part, german), formatOutcome(faults.get(part.reason), german));
  }
});

test("German: a row is counted from 1, and a limit is full or nearly so", () => {
  const same = { code: "possible_same_mailbox", index: 2, of: 0, rule: "plus_tag", message: "English." };
  assert.match(formatWarning(same, german), /^Das ist vielleicht dasselbe Postfach wie bei Nummer 1: /);
  const limit = { code: "limit_nearly_reached", limit: "Gäste", max: 10, message: "English." };
  const sentence = (used) => formatWarning({ ...limit, used }, german);
  assert.equal(sentence(9), "Das Limit „Gäste“ ist damit fast erreicht: 9 von 10 sind dann belegt.");
  assert.equal(sentence(10), "Das Limit „Gäste“ ist damit erreicht: 10 von 10 sind dann belegt.");
});

test("German: every error of a problem", () => {
  for (const error of errors) assertGerman(formatProblem(error, german), error.message, JSON.stringify(error));
  assertTellsAll(errors.map((error) => [formatProblem(error, german), error.message]));
});

test("German: whole problems", () => {
  for (const problem of allProblems) {
    const sentence = formatProblem(problem, german);
    assert.ok(sentence.includes(formatProblem(problem.errors[0], german)), sentence);
    assert.doesNotMatch(sentence.slice(problem.errors[0].pointer.length).replace(names, ""), ENGLISH);
    assert.notEqual(formatTitle(problem, german), problem.title);
    assert.doesNotMatch(formatTitle(problem, german), ENGLISH);
  }
  const { problem } = sharePolicy.validate({ recipients: [{ role: "owner", user_id: "bo" }], cc: 1 });
  assert.equal(problem.errors.length, 3);
  assert.equal(formatProblem(problem, german), "/cc: Dieses Feld ist nicht bekannt. (und 2 weitere Fehler)");
});

test("a whole problem is put together as the engine does it", () => {
  const engine = {
    problem: everyCode(german.problem, ({ message }) => message),
    more: (count) => `(and ${count} more ${count === 1 ? "error" : "errors"})`,
  };
  for (const problem of allProblems) assert.equal(formatProblem(problem, engine), problem.detail);
  assert.ok(allProblems.some((problem) => problem.more_errors > 0));
});

test("never two languages in one sentence", () => {
  const { problem } = sharePolicy.validate({ cc: 1, bcc: 2 });
  assert.equal(formatProblem(problem, { problem: german.problem }), problem.detail);
  assert.equal(formatProblem(problem, { more: german.more }), problem.detail);
});

test("words and codes of a newer version stay English", () => {
  const error = "Something new.";
  const newer = [
    { code: "recipient_on_holiday", params: { until: "May" }, error },
    { code: "invalid_email", params: { detail: "too_funny" }, error },
    { code: "recipient_kind_not_allowed", params: { kind: "team" }, error },
    { code: "role_not_allowed_for_recipient", params: { class: "team", max_role: "viewer" }, error },
    { code: "recipient_inactive", params: { status: "asleep" }, error },
    { code: "indeterminate", params: { missing: ["account", "weather"] }, error },
  ];
  for (const row of newer) assert.equal(formatOutcome(row, german), error);
  const hints = [{ code: "full_moon" }, { code: "possible_same_mailbox", of: 0, rule: "anagram" }];
  for (const hint of hints) assert.equal(formatWarning({ message: error, ...hint }, german), error);
  assert.equal(formatResidue({ reason: "too_funny", message: error }, german), error);
  const faults = [
    { code: "request_unsigned" },
    { code: "malformed_json", detail: "style", line: 1, column: 1 },
    { code: "invalid_type", expected: "date", actual: "string" },
    { code: "invalid_type", expected: "string", actual: "date" },
    { code: "sharing_not_allowed", detail: "holiday" },
    { code: "document_unavailable", state: "shredded" },
    { code: "snapshot_invalid", detail: "too_old" },
    { code: "snapshot_invalid", detail: "malformed_json", reason: "style", line: 1, column: 1 },
    { code: "snapshot_invalid", detail: "invalid_email", reason: "too_funny" },
    { code: "snapshot_invalid", detail: "invalid_domain", reason: "too_funny" },
    { code: "snapshot_invalid", detail: "inconsistent" },
  ];
  for (const fault of faults) {
    const one = { pointer: "/x", message: error, ...fault };
    const whole = { type: `urn:x:${fault.code}2`, title: "New", detail: `/x: ${error}`, errors: [one] };
    assert.equal(formatProblem(one, german), error);
    assert.equal(formatProblem(whole, german), whole.detail);
    assert.equal(formatTitle(whole, german), "New");
  }
});

test("what every object inherits is no sentence and no word", () => {
  const [error, message] = ["Theirs.", "Theirs."];
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"]) {
    assert.equal(formatOutcome({ code: name, params: {}, error }, german), error);
    assert.equal(formatWarning({ code: name, message }, german), message);
    assert.equal(formatWarning({ code: "possible_same_mailbox", of: 0, rule: name, message }, german), message);
    assert.equal(formatResidue({ reason: name, message }, german), message);
    assert.equal(formatProblem({ code: name, pointer: "", message }, german), message);
    assert.equal(formatTitle({ type: `urn:share-policy:problem:${name}`, title: "Theirs" }, german), "Theirs");
    assert.equal(formatOutcome({ code: "invalid_email", params: { detail: name }, error }, german), error);
    assert.equal(formatOutcome({ code: "indeterminate", params: { missing: [name] }, error }, german), error);
    assert.equal(formatProblem({ code: "sharing_not_allowed", pointer: "", detail: name, message }, german), message);
    assert.equal(formatProblem({ code: "snapshot_invalid", pointer: "", detail: name, message }, german), message);
    const row = { code: "granted", role: name, recipient: {} };
    assert.equal(formatOutcome(row, german), `Diese Person erhält Zugriff mit der Rolle „${name}“.`);
  }
  const inherited = { outcome: Object.create({ recipient_not_found: () => "Inherited." }) };
  assert.equal(formatOutcome({ code: "recipient_not_found", error }, inherited), error);
});

test("a sentence of one's own, from params and row", () => {
  const { results } = sharePolicy.evaluate(request, snapshot).evaluation;
  const ours = {
    ...german,
    outcome: {
      ...german.outcome,
      invited: (params, row) => `${params} ${row.address}`,
      recipient_is_caller: (params, row) => `${params} ${row.index}`,
    },
  };
  assert.deepEqual(
    results.map((row) => formatOutcome(row, ours)),
    ["Diese Person erhält Zugriff mit der Rolle „Betrachter“.", "undefined New.Person@example.com", "undefined 2"],
  );
});

test("what people wrote stands in a sentence as they wrote it, limits and suggestions in quotes", () => {
  const name = "<img src=x onerror=alert(1)> ${used} %s $& \u202e";
  const full = { name, max: 9007199254740991, used: 9007199254740991, applies_to: "all" };
  const { evaluation } = sharePolicy.evaluate(request, { ...snapshot, limits: [full] });
  const sentence = `Das Limit „${name}“ ist erreicht: 9007199254740991 von 9007199254740991 sind belegt.`;
  assert.equal(formatOutcome(evaluation.results[0], german), sentence);
});

test("a response of the wire has no codes, and stays as it is", () => {
  assert.ok(wireRows.some((row) => row.success) && wireRows.some((row) => !row.success));
  for (const row of wireRows) assert.equal(formatOutcome(row, german), row.error);
});
