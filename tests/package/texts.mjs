// Texts at random, JSON and nearly JSON, against JSON.parse: what one accepts the other does, and reads the same.
// What the contract refuses beyond JSON (a member named twice, a lone surrogate, too much depth) is told apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AclSnapshot, SharePolicyError, validate } from "share-policy";
import { Random } from "../matrix/random.mjs";
import { bo, snapshot } from "./sample.mjs";

const TEXTS = 20_000;
const SEED = 20261126;

const STRICTER = ["duplicate_key", "depth", "encoding"];

const ROLES = ['"role":"viewer"', '"role" : "admin"', '"r\\u006fle":"viewer"'];
const IDENTIFIERS = [
  '"email":"bo@example.com"',
  '"email":"\\u0062o@b\\u00fccher.example"',
  '"email":"a\\"\\\\\\/\\b\\f\\n\\r\\t\u2028"',
  `"user_id":"${bo}"`,
];
const OTHERS = ['"bot_id":null', '"note":[{"a":-0.5e+7},[],{},true,false,null]'];
const PIECES = ["{", "}", "[", "]", ",", ":", '"', "\\", "\\u00e", "\\ud83d\\ude00", "\\ud800", "0", "-", "1.", "e5", "01", "tru", "null", " ", "\n", "\t", "\u00a0", "\ufeff", "\0", "é", "\x7f"];

const row = (random) => {
  const members = [random.pick(ROLES), random.pick(IDENTIFIERS)];
  if (random.percent(30)) members.push(random.pick([...ROLES, ...IDENTIFIERS, ...OTHERS]));
  return `{${members.join(random.pick([",", " , ", ",\n"]))}}`;
};

const request = (random) => {
  const rows = Array.from({ length: random.below(4) }, () => row(random));
  const rest = random.pick(["", "", ',"should_send_notification":false', ',"custom_message":"a\\u0000b"', ',"custom_message":null']);
  return `${random.pick(["", " "])}{"recipients":[${rows.join(",")}]${rest}}${random.pick(["", "\n"])}`;
};

/** A piece more, less, or elsewhere. */
const spoiled = (random, text) => {
  const at = random.below(text.length + 1);
  const removed = random.percent(50) ? random.below(3) : 0;
  return text.slice(0, at) + (random.percent(60) ? random.pick(PIECES) : "") + text.slice(at + removed);
};

const parse = (text) => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error };
  }
};

const malformed = (problem) => (problem.errors[0].code === "malformed_json" ? problem.errors[0].detail : undefined);

/** A request as it is answered: what is absent or null is left out, and what has a default is there. */
const normal = ({ recipients, should_send_notification, custom_message }) => ({
  recipients: recipients.map(({ role, user_id, email, bot_id }) =>
    Object.fromEntries(Object.entries({ role, user_id, email, bot_id }).filter(([, value]) => value !== undefined && value !== null)),
  ),
  should_send_notification: should_send_notification ?? true,
  ...(typeof custom_message === "string" && { custom_message }),
});

const agree = (text, problem) => {
  const detail = problem === undefined ? undefined : malformed(problem);
  const { value, error } = parse(text);
  if (detail === undefined) assert.equal(error, undefined, `only JSON.parse refuses ${JSON.stringify(text)}`);
  else if (error === undefined) assert.ok(STRICTER.includes(detail), `only share-policy refuses ${JSON.stringify(text)}: ${detail}`);
  return value;
};

test("requests are read as JSON.parse reads them", () => {
  const seen = { ok: 0, faults: 0, malformed: 0 };
  for (let index = 0; index < TEXTS; index += 1) {
    const random = new Random(SEED, index);
    let text = request(random);
    for (let round = random.below(3); round > 0; round -= 1) text = spoiled(random, text);
    const answer = validate(text);
    const value = agree(text, answer.problem);
    if (answer.ok) assert.deepEqual(answer.request, normal(value), JSON.stringify(text));
    seen[answer.ok ? "ok" : malformed(answer.problem) ? "malformed" : "faults"] += 1;
  }
  for (const [what, count] of Object.entries(seen)) assert.ok(count > TEXTS / 20, `too few ${what}: ${count}`);
});

test("snapshots are taken and refused as JSON.parse takes and refuses them", () => {
  const whole = JSON.stringify({ ...snapshot, directory: { users: [{ user_id: bo, emails: ["bo@example.com"] }] } });
  const seen = { taken: 0, refused: 0 };
  for (let index = 0; index < TEXTS / 4; index += 1) {
    const random = new Random(SEED + 1, index);
    const text = random.percent(10) ? whole : spoiled(random, whole);
    try {
      new AclSnapshot(text).free();
      agree(text);
      seen.taken += 1;
    } catch (error) {
      if (!(error instanceof SharePolicyError)) throw error;
      const [{ detail, reason }] = error.problem.errors;
      const fault = { errors: [{ code: detail === "malformed_json" ? detail : "other", detail: reason }] };
      agree(text, fault);
      seen.refused += 1;
    }
  }
  for (const [what, count] of Object.entries(seen)) assert.ok(count > TEXTS / 100, `too few ${what}: ${count}`);
});
