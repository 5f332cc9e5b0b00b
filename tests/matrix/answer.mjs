// Answers the corpus and the generated cases, in any host, and tells by what to compare it with the others.
// tools/native-host is the same in Rust.
import { checkExpecting, checkUnexpecting, pastedText, readTopic, requestForms, snapshotForms } from "../package/case.mjs";
import { runCorpus } from "../package/run-corpus.mjs";
import { Digest, fnv1a } from "./digest.mjs";

const encoder = new TextEncoder();

const problemOf = ({ SharePolicyError }, error) => {
  if (error instanceof SharePolicyError && error.problem !== undefined) return error.problem;
  throw error;
};

const describe = (api, text) => {
  try {
    const snapshot = new api.AclSnapshot(text);
    const { documentId, revision, unreadableAddresses } = snapshot;
    snapshot.free();
    return { ok: true, document_id: documentId, revision, unreadable_addresses: unreadableAddresses };
  } catch (error) {
    return { ok: false, problem: problemOf(api, error) };
  }
};

const join = (head, body) => {
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
};

/** JSON text; of `respond` the status, the media type and the body. */
const answer = (api, { call, options }, request, snapshot) => {
  if (call === "respond") {
    const { status, contentType, body } = api.respond(request, snapshot, options);
    return join(encoder.encode(`${status} ${contentType}\n`), body);
  }
  if (call === "snapshot") return encoder.encode(JSON.stringify(describe(api, snapshot)));
  return encoder.encode(JSON.stringify(api[call](request, snapshot, options)));
};

/** A snapshot that stays, or the text of one that cannot be read. */
const residentOf = (api, text) => {
  try {
    return new api.AclSnapshot(text);
  } catch (error) {
    problemOf(api, error);
    return text;
  }
};

/** The forms of an input take turns: text, bytes, value. Each fourth decision is made by a snapshot that stays. */
const answerInTurn = (api, test, snapshots, turn) => {
  if (test.call === "parse_recipients") return encoder.encode(JSON.stringify(api.parseRecipients(pastedText(test))));
  const requests = Object.values(requestForms(test));
  const texts = Object.values(snapshotForms(test, snapshots));
  const request = requests[turn % requests.length];
  const snapshot = texts[(turn >> 2) % texts.length];
  if (request === undefined || snapshot === undefined || turn % 4 > 0) return answer(api, test, request, snapshot);
  const resident = residentOf(api, snapshot);
  const bytes = answer(api, test, request, resident);
  resident?.free?.();
  return bytes;
};

/** What a call throws is an answer too: another one than that of the hosts where it does not. */
const answerOrThrown = (api, test, snapshots, turn) => {
  try {
    return answerInTurn(api, test, snapshots, turn);
  } catch (error) {
    return encoder.encode(`threw ${error}`);
  }
};

/** Every answer, with the name of its case: of the corpus, and then of the generated cases. */
export const answers = function* (api, { corpus, generated }) {
  let turn = 0;
  for (const file of [...corpus, generated]) {
    const { cases, snapshots } = readTopic(file.text);
    for (const test of cases) {
      (file === generated ? checkUnexpecting : checkExpecting)(test);
      yield { name: test.name, bytes: answerOrThrown(api, test, snapshots, turn) };
      turn += 1;
    }
  }
};

const digestOf = (files) => {
  const digest = new Digest();
  for (const { name, text } of files) digest.add(name, encoder.encode(text));
  return digest.hex();
};

/**
 * Runs the corpus against what it expects, and answers all of its cases and the generated ones.
 * `corpus` is a list of `{name, text}` in the order of the names, `generated` one; `expected` are the sums of
 * another host, to be compared with.
 * @returns `{corpus: {cases, failures}, cases, digest, inputDigest}`, and `sums`, or, when they were expected,
 * the `firstDifference` if there is one: `{name, answer}`.
 */
export const answerAll = async (api, { corpus, generated, expected }) => {
  const digest = new Digest();
  const sums = [];
  let firstDifference;
  for (const { name, bytes } of answers(api, { corpus, generated })) {
    const sum = fnv1a(bytes);
    if (expected !== undefined && sum !== expected[sums.length]) {
      firstDifference ??= { name, answer: new TextDecoder().decode(bytes) };
    }
    digest.add(name, bytes);
    sums.push(sum);
  }
  return {
    corpus: runCorpus(api, corpus),
    cases: sums.length,
    digest: await digest.hex(),
    inputDigest: await digestOf([...corpus, generated]),
    ...(expected === undefined ? { sums } : { firstDifference }),
  };
};
