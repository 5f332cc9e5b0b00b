// A snapshot's text comes into the module piece by piece: wherever it is cut, the answer is the one for the whole text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Random } from "../matrix/random.mjs";
import { documentId, request, snapshot } from "./robustness/good.mjs";

// A module's memory shows in no figure of the host as what it is.
const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
  construct: (target, args) => {
    const made = Reflect.construct(target, args);
    memories.push(made.exports.memory);
    return made;
  },
});
const { AclSnapshot, SharePolicyError, evaluate } = await import("share-policy");

const PIECE = 256 * 1024;
const utf8 = (text) => new TextEncoder().encode(text);

const { entries: _none, ...rest } = snapshot;
const head = JSON.stringify(rest).slice(0, -1);
const entry = (index, name = "") => `{"email":"p${index}@example.com","role":"viewer","display_name":"${name}"}`;
const asked = { recipients: [...request.recipients, { role: "viewer", email: "P7@example.com" }, { role: "viewer", email: "last@example.com" }] };

/** What a snapshot decides, or why it is refused. */
const resident = (bytes) => {
  try {
    const made = new AclSnapshot(bytes);
    const answer = made.evaluate(asked);
    made.free();
    return answer;
  } catch (error) {
    if (!(error instanceof SharePolicyError)) throw error;
    return { ok: false, problem: error.problem };
  }
};

/** The text of a call is read as a whole. */
const same = (bytes, ok) => {
  const whole = evaluate(asked, bytes);
  assert.equal(whole.ok, ok);
  assert.deepEqual(resident(bytes), whole);
};

/** A text of so many bytes; what fills it stands before the last entry. */
const textOf = (bytes, fill, end = "") => {
  const items = Array.from({ length: 900 }, (_none, index) => entry(index, index % 9 ? "Léna" : "𝄞")).join(",");
  const [before, behind] = [`${head},"entries":[${items},${entry("0a", "|")},`, `{"email":"last@example.com","role":"admin"}]}${end}`];
  const [start, rest] = before.split("|");
  const room = bytes - utf8(start + rest + behind).length;
  return utf8(start + fill(room) + rest + behind);
};

const FILLS = {
  letters: (room) => "x".repeat(room),
  "characters of two bytes": (room) => "x".repeat(room % 2) + "é".repeat(room >> 1),
  "characters of three bytes": (room) => "x".repeat(room % 3) + "ブ".repeat(Math.floor(room / 3)),
  "characters of four bytes": (room) => "x".repeat(room % 4) + "𝄞".repeat(room >> 2),
  escapes: (room) => "x".repeat(room % 6) + "\\u00e9".repeat(Math.floor(room / 6)),
  entries: (room) => {
    const one = `"},${entry("0b")},{"email":"b@example.com","role":"viewer","display_name":"`;
    return one.repeat(Math.floor(room / one.length)) + "x".repeat(room % one.length);
  },
};

for (const [name, fill] of Object.entries(FILLS)) {
  test(`texts of whole pieces, and a few bytes more or less: ${name}`, () => {
    for (const pieces of [1, 2, 3]) {
      for (let more = -4; more <= 4; more += 1) {
        const bytes = textOf(pieces * PIECE + more, fill);
        assert.equal(bytes.length, pieces * PIECE + more);
        same(bytes, true);
      }
    }
  });
}

test("white space at the end of a text, longer than a piece", () => {
  for (const end of [" ", " ".repeat(PIECE), "\n".repeat(2 * PIECE + 1)]) same(textOf(3 * PIECE, FILLS.letters, end), true);
});

test("a fault is told as of the whole text, wherever it is", () => {
  const random = new Random(20261126);
  const wrong = ["\0", '"', "\\", "}", "]", ",", "0", "\x80", "\xff"].map((character) => character.charCodeAt(0));
  let refused = 0;
  for (let turn = 0; turn < 150; turn += 1) {
    const bytes = textOf(2 * PIECE + random.below(9), random.pick(Object.values(FILLS)));
    const near = random.pick([0, 1, PIECE, 2 * PIECE, bytes.length]);
    const at = Math.max(0, Math.min(bytes.length - 1, near + random.below(60) - 30));
    bytes[at] = random.pick(wrong);
    const whole = evaluate(asked, bytes);
    refused += whole.ok ? 0 : 1;
    assert.deepEqual(resident(bytes), whole, `byte ${at} of ${bytes.length}`);
  }
  assert.ok(refused > 50, `${refused} are refused`);
});

test("faults of a later kind: shape, doubled ids, text that is missing", () => {
  const user = (digit, more = "") => `{"user_id":"usr_${`${digit}`.repeat(26)}"${more}}`;
  const users = (last) => `${head},"directory":{"users":[${user(4, `,"display_name":"${"x".repeat(PIECE)}"`)},${user(5)},${last}]},"entries":[]}`;
  same(utf8(users(user(6))), true);
  for (const last of [user(5), user(6, ',"emails":[7]'), user(6, ',"e_mails":[]'), "{}", "null"]) same(utf8(users(last)), false);
  for (const cut of [1, 2, PIECE]) same(textOf(2 * PIECE + 7, FILLS.entries).subarray(0, 2 * PIECE + 7 - cut), false);
});

test("bytes that are shared, or a part of others, are read where they are", { skip: typeof SharedArrayBuffer === "undefined" }, () => {
  const bytes = textOf(2 * PIECE + 5, FILLS.entries);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length + 100), 50, bytes.length);
  shared.set(bytes);
  const part = new Uint8Array(bytes.length + 100).fill(0x22).subarray(50, 50 + bytes.length);
  part.set(bytes);
  for (const one of [shared, part, Buffer.from(bytes)]) assert.deepEqual(resident(one), resident(bytes));
});

test("what is half read leaves no memory behind", () => {
  const good = textOf(3 * PIECE, FILLS.entries);
  const bad = good.slice();
  bad[bad.length - 1] = 0x5d;
  const size = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const read = (turns) => {
    for (let turn = 0; turn < turns; turn += 1) resident(turn % 3 ? bad : good);
    return size();
  };
  const warm = read(100);
  assert.equal(read(200), warm);
  assert.equal(new AclSnapshot(good).documentId, documentId);
});
