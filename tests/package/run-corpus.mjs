// Runs the conformance corpus against a loaded share-policy, in any host.
import { CALLS, checkExpecting, fail, isObject, isText, pastedText, readTopic, requestForms, snapshotForms } from "./case.mjs";

// ── Answers ─────────────────────────────────────────────────────────────────

/** Takes the sentences out of an answer; each must be there, and say something. */
const without = (object, sentences) => {
  const rest = { ...object };
  for (const name of sentences) {
    isText(object[name]) || fail(`"${name}" is not a sentence in ${JSON.stringify(object)}`);
    delete rest[name];
  }
  return rest;
};

const bareProblem = (problem) => {
  const bare = without(problem, ["type", "title", "detail"]);
  return { ...bare, errors: problem.errors.map((error) => without(error, ["message"])) };
};

const bareRow = (row) => {
  if (row.success === false) return without(row, ["error"]);
  return "error" in row ? fail(`a row that succeeded has an error: ${JSON.stringify(row)}`) : row;
};

const bareMessages = (list) => list.map((one) => without(one, ["message"]));

const bareWarnings = (object) =>
  object.warnings === undefined ? object : { ...object, warnings: bareMessages(object.warnings) };

const bareResults = (answer) => bareWarnings({ ...answer, results: answer.results.map(bareRow) });

/** What is where a span says, by the units of JavaScript and by bytes, must be the same. */
const checkSpan = (text, { span }) => {
  const bytes = new TextEncoder().encode(text).slice(...span.bytes);
  new TextDecoder().decode(bytes) === text.slice(...span.utf16) || fail(`a span disagrees with itself: ${JSON.stringify(span)}`);
};

const barePasted = (text, { recipients, residue, ...rest }) => {
  for (const one of [...recipients, ...residue]) checkSpan(text, one);
  return { ...rest, recipients: recipients.map(bareWarnings), residue: bareMessages(residue) };
};

const bareAnswer = (answer) => {
  if (!answer.ok) return { ...answer, problem: bareProblem(answer.problem) };
  if (answer.evaluation !== undefined) return { ...answer, evaluation: bareResults(answer.evaluation) };
  return answer.rows === undefined ? answer : { ...answer, rows: answer.rows.map((row) => without(row, ["error"])) };
};

const bareResponse = ({ status, contentType, body }) => {
  const json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  return { status, content_type: contentType, body: status === 200 ? bareResults(json) : bareProblem(json) };
};

const bareSnapshot = ({ AclSnapshot, SharePolicyError }, form) => {
  let snapshot;
  try {
    snapshot = new AclSnapshot(form);
  } catch (error) {
    if (!(error instanceof SharePolicyError) || error.problem === undefined) throw error;
    return { ok: false, problem: bareProblem(error.problem) };
  }
  const { documentId, revision, unreadableAddresses } = snapshot;
  snapshot.free();
  const document = { ok: true, document_id: documentId, unreadable_addresses: unreadableAddresses };
  return revision === undefined ? document : { ...document, revision };
};

const outline = (answer, wanted) => {
  const outlined = {};
  if ("warnings" in wanted) outlined.warnings = (answer.evaluation ?? answer.body).warnings ?? null;
  for (const list of ["recipients", "residue"]) if (list in wanted) outlined[list] = answer[list].length;
  if ("status" in wanted) outlined.status = answer.status ?? answer.problem?.status;
  if ("codes" in wanted) {
    outlined.codes = [];
    for (const { code } of (answer.evaluation ?? answer.body ?? fail("there are no rows")).results) {
      const last = outlined.codes.at(-1);
      if (last?.[0] === code) last[1] += 1;
      else outlined.codes.push([code, 1]);
    }
  }
  return outlined;
};

/** JSON with members in alphabetical order; a member that is undefined is a difference. */
const canonical = (value) =>
  JSON.stringify(value, (_name, member) => {
    if (member === undefined) return "(undefined)";
    if (!isObject(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

// ── Cases ───────────────────────────────────────────────────────────────────

const call = (api, test, request, snapshot) => {
  if (test.call === "respond") return bareResponse(api.respond(request, snapshot, test.options));
  if (test.call === "evaluate") return bareAnswer(api.evaluate(request, snapshot, test.options));
  if (test.call === "snapshot") return bareSnapshot(api, snapshot);
  if (test.call === "parse_recipients") {
    const text = pastedText(test);
    return barePasted(text, api.parseRecipients(text));
  }
  return bareAnswer(api[test.call](request));
};

/** The same through a snapshot that stays, when it is one that can be parsed. */
const callResident = (api, test, request, snapshot) => {
  let resident;
  try {
    resident = new api.AclSnapshot(snapshot);
  } catch {
    return undefined;
  }
  const answers = [call(api, test, request, resident)];
  answers.push(
    test.call === "respond"
      ? bareResponse(resident.respond(request, test.options))
      : bareAnswer(resident.evaluate(request, test.options)),
  );
  resident.free();
  return answers;
};

const answersOf = function* (api, test, snapshots) {
  const needs = CALLS[test.call];
  const requests = requestForms(test);
  const forms = snapshotForms(test, snapshots);
  const usualSnapshot = Object.values(forms)[0];
  for (const [form, request] of Object.entries(requests)) yield [form, call(api, test, request, usualSnapshot)];
  const usualRequest = Object.values(requests)[0];
  for (const [form, snapshot] of Object.entries(forms).slice(1)) {
    yield [`snapshot as ${form}`, call(api, test, usualRequest, snapshot)];
  }
  if (needs.request && needs.snapshot) {
    for (const answer of callResident(api, test, usualRequest, usualSnapshot) ?? []) yield ["resident snapshot", answer];
  }
};

const runCase = (api, test, snapshots) => {
  checkExpecting(test);
  for (const [form, answer] of answersOf(api, test, snapshots)) {
    const wanted = test.expected ?? test.expected_outline;
    const got = test.expected === undefined ? outline(answer, wanted) : answer;
    if (canonical(got) !== canonical(wanted)) {
      fail(`(${form})\n    expected ${canonical(wanted)}\n    answered ${canonical(got)}`);
    }
  }
};

/**
 * Runs every case of every file, given as `{name, text}`.
 * @returns how many cases ran, and a line for each that failed.
 */
export const runCorpus = (api, files) => {
  const names = new Set();
  const failures = [];
  let cases = 0;
  const attempt = (where, work) => {
    try {
      work();
    } catch (error) {
      failures.push(`${where}: ${error.message}`);
    }
  };
  if (files.length === 0) failures.push("the corpus has no file");
  for (const { name: file, text } of files) {
    attempt(file, () => {
      const { cases: tests, snapshots } = readTopic(text);
      for (const test of tests) {
        cases += 1;
        attempt(`${file}: ${test.name ?? "(a case without a name)"}`, () => {
          if (names.has(test.name)) fail("the name is used twice");
          names.add(test.name);
          runCase(api, test, snapshots);
        });
      }
    });
  }
  return { cases, failures };
};
