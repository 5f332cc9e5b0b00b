// Hostile input of every kind that JavaScript has. Each gets its answer, and after
// each one the call that is known to be good answers byte for byte as before.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import vm from "node:vm";
import * as sharePolicy from "share-policy";
import { bo, documentId, request, snapshot, stillGood } from "./sample.mjs";

const { AclSnapshot, SharePolicyError, evaluate, normalize, parseRecipients, respond, validate } = sharePolicy;
const utf8 = (text) => new TextEncoder().encode(text);

/** The good call, before and after. */
const hostile = (name, work) =>
  test(name, () => {
    stillGood(sharePolicy);
    try {
      return work();
    } finally {
      stillGood(sharePolicy);
    }
  });

/** Fails unless every function refuses the request with this first error. */
const refuses = (make, wanted) => {
  const calls = [
    () => validate(make()),
    () => normalize(make()),
    () => evaluate(make(), snapshot),
    () => new AclSnapshot(snapshot).evaluate(make()),
    () => ({ ok: false, problem: JSON.parse(new TextDecoder().decode(respond(make(), snapshot).body)) }),
  ];
  for (const call of calls) {
    const answer = call();
    assert.equal(answer.ok, false);
    const { message, ...error } = answer.problem.errors[0];
    assert.equal(typeof message, "string");
    assert.deepEqual(error, { pointer: "", ...wanted });
    stillGood(sharePolicy);
  }
};

/** The same for a snapshot, where the fault is told as one of the snapshot's. */
const refusesSnapshot = (make, { code, detail, ...wanted }) => {
  const error = { code: "snapshot_invalid", detail: code, ...(detail && { reason: detail }), pointer: "", ...wanted };
  const { message, ...got } = evaluate(request, make()).problem.errors[0];
  assert.deepEqual(got, error);
  stillGood(sharePolicy);
  assert.throws(() => new AclSnapshot(make()), (thrown) => {
    assert.ok(thrown instanceof SharePolicyError);
    assert.deepEqual(thrown.problem.errors[0], { ...error, message });
    return true;
  });
  stillGood(sharePolicy);
  assert.equal(respond(JSON.stringify(request), make()).status, 500);
  stillGood(sharePolicy);
};

const refusesBoth = (make, wanted) => {
  refuses(make, wanted);
  refusesSnapshot(make, wanted);
};

const malformed = (detail, offset = 0, line = 1, column = offset + 1) => ({
  code: "malformed_json",
  ...{ detail, offset, line, column },
});
const unwritable = malformed("syntax");
const answers = (make, wanted) => {
  assert.deepEqual(validate(make()), wanted);
  assert.deepEqual(validate(JSON.stringify(make())), wanted);
};

// ── Values that JSON.stringify cannot write ─────────────────────────────────

const cyclic = () => {
  const value = { recipients: [] };
  value.recipients.push({ value });
  return value;
};
const boom = () => {
  throw new Error("boom");
};
const UNWRITABLE = {
  undefined: () => undefined,
  "a function": () => () => request,
  "a class": () => class {},
  "a symbol": () => Symbol("request"),
  "a BigInt": () => 1n,
  "a BigInt inside": () => ({ recipients: [1n] }),
  "a cycle": cyclic,
  "a getter that throws": () => ({ get recipients() { return boom(); } }),
  "a getter that throws nothing": () => ({ get recipients() { throw undefined; } }),
  "a getter that throws a problem": () => ({ get recipients() { throw { errors: [] }; } }),
  "a toJSON that throws": () => ({ toJSON: boom }),
  "a toJSON that gives nothing": () => ({ toJSON() {} }),
  "a proxy that throws": () => new Proxy({}, { ownKeys: boom, get: boom, has: boom, getPrototypeOf: boom }),
  "a revoked proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
};
for (const [name, make] of Object.entries(UNWRITABLE)) {
  hostile(`cannot be written: ${name}`, () => refusesBoth(make, unwritable));
}

// ── Values that JSON.stringify writes, though not as they look ──────────────

const STRINGIFIED = {
  "a Map": () => new Map([["recipients", request.recipients]]),
  "a Set of recipients": () => ({ recipients: new Set(request.recipients) }),
  "a sparse array": () => ({ recipients: [, request.recipients[0]] }),
  "an array with members": () => ({ recipients: Object.assign([...request.recipients], { role: "admin" }) }),
  "an array-like object": () => ({ recipients: { 0: request.recipients[0], length: 1 } }),
  "inherited members": () => Object.create(request),
  "an inherited role": () => ({ recipients: [Object.assign(Object.create({ role: "admin" }), { user_id: bo })] }),
  "a class instance": () => new (class { recipients = request.recipients; get should_send_notification() { return false; } })(),
  "members that are undefined": () => ({ ...request, custom_message: undefined, surprise: undefined }),
  "members that are functions": () => ({ ...request, surprise() {} }),
  "members that are symbols": () => ({ ...request, [Symbol("role")]: "admin", surprise: Symbol("x") }),
  "members that are not enumerable": () => Object.defineProperty({ ...request }, "surprise", { value: 1 }),
  "a toJSON": () => ({ recipients: [], toJSON: () => request }),
  "a toJSON deep inside": () => ({ recipients: [{ toJSON: () => request.recipients[0] }] }),
  "boxed strings": () => ({ recipients: [{ role: new String("viewer"), user_id: new String(bo) }] }),
  "a boxed request": () => new String(JSON.stringify(request)),
  "a Date": () => ({ recipients: new Date(0) }),
  "NaN": () => ({ recipients: NaN }),
  "a number": () => 7,
  "null": () => null,
  "an array": () => [request],
  "an own member __proto__": () => JSON.parse(`{"__proto__": {"recipients": []}, "recipients": []}`),
  "a proxy that only watches": () => new Proxy(request, {}),
  "a value of another realm": () => vm.runInNewContext(`(${JSON.stringify(request)})`),
  "an ArrayBuffer": () => utf8(JSON.stringify(request)).buffer,
  "a DataView": () => new DataView(utf8("{}").buffer),
  "a Uint16Array": () => new Uint16Array([123, 125]),
  "a proxy of bytes": () => new Proxy(utf8("{}"), {}),
  "an object that calls itself bytes": () => ({ [Symbol.toStringTag]: "Uint8Array", length: 2, 0: 123, 1: 125 }),
  "an object with the prototype of bytes": () => Object.create(Uint8Array.prototype, { length: { value: 2 } }),
  "lone surrogates in values": () => ({ recipients: [{ role: "viewer", email: "\ud800@example.com" }] }),
  "lone surrogates in names": () => ({ recipients: [], "\udfff": 1 }),
  "many unknown members": () => Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`x${i}`, i])),
  "names of prototypes": () => ({ constructor: 1, hasOwnProperty: 2, toString: 3, recipients: [{ valueOf: 1 }] }),
  "33 levels": () => nested(33),
};
for (const [name, make] of Object.entries(STRINGIFIED)) {
  hostile(`means what JSON.stringify says: ${name}`, () => answers(make, validate(JSON.stringify(make()))));
}

hostile("a Set of recipients is an object, not an array", () => {
  const { code, expected, actual } = validate(STRINGIFIED["a Set of recipients"]()).problem.errors[0];
  assert.deepEqual([code, expected, actual], ["invalid_type", "array", "object"]);
});

hostile("an inherited role is no role", () => {
  assert.equal(validate(STRINGIFIED["an inherited role"]()).problem.errors[0].code, "missing_required_field");
});

hostile("a getter that lies is read once", () => {
  let reads = 0;
  const row = { get role() { return ++reads === 1 ? "viewer" : "admin"; }, user_id: bo };
  const { evaluation } = evaluate({ recipients: [row] }, snapshot);
  assert.deepEqual([reads, evaluation.grants[0].role, evaluation.results[0].recipient.role], [1, "viewer", "viewer"]);
});

hostile("a getter may call the package", () => {
  const { evaluation } = evaluate({ get recipients() { stillGood(sharePolicy); return request.recipients; } }, snapshot);
  assert.equal(evaluation.total, 3);
});

hostile("a getter may free the snapshot that is in use", () => {
  const resident = new AclSnapshot(snapshot);
  const crafty = { get recipients() { resident.free(); return request.recipients; } };
  assert.throws(() => evaluate(crafty, resident), { code: "snapshot_freed" });
});

hostile("a guard's getter is read once", () => {
  let reads = 0;
  const options = { get document_id() { return ++reads === 1 ? documentId : 7; } };
  assert.deepEqual([evaluate(request, snapshot, options).ok, reads], [true, 1]);
});

// ── Text that is not Unicode ────────────────────────────────────────────────

hostile("lone surrogates in text are refused where they stand", () => {
  for (const surrogate of ["\ud800", "\udbff", "\udc00", "\udfff"]) {
    refusesBoth(() => `{"é𝄞${surrogate}": 1, "${surrogate}": 2}`, malformed("encoding", 8, 1, 5));
    refusesBoth(() => `${surrogate}{}`, malformed("encoding", 0));
    refusesBoth(() => `{}\n${surrogate}`, malformed("encoding", 3, 2, 1));
  }
  refusesBoth(() => `{"a": "\\ud800"}`, malformed("encoding", 7));
  refusesBoth(() => ({ a: "\ud800" }), malformed("encoding", 6));
  refusesBoth(() => ({ "\udc00\ud800": 1 }), malformed("encoding", 2));
});

hostile("what a decoder would accept is refused", () => {
  refusesBoth(() => "\ufeff{}", malformed("encoding", 0));
  refusesBoth(() => new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), malformed("encoding", 0));
  refusesBoth(() => new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), malformed("encoding", 1));
  refusesBoth(() => new Uint8Array([0x22, 0xc0, 0xaf, 0x22]), malformed("encoding", 1));
  refusesBoth(() => new Uint8Array([0x7b, 0x7d, 0x00]), malformed("syntax", 2));
});

// ── Nesting ─────────────────────────────────────────────────────────────────

function nested(levels, inside = 0) {
  let value = inside;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}
const selfMaking = { toJSON: () => ({ again: selfMaking }) };

for (const levels of [33, 1_000, 10_000, 100_000]) {
  hostile(`${levels} levels`, () => {
    const text = "[".repeat(levels) + "]".repeat(levels);
    for (const make of [() => text, () => utf8(text), () => nested(levels - 1, [])]) {
      refusesBoth(make, malformed("depth", 32));
    }
    const before = JSON.stringify({ "a\"[{": "\\\"]", b: 0 }).length - 2;
    refusesBoth(() => ({ "a\"[{": "\\\"]", b: nested(levels) }), malformed("depth", before + 31));
  });
}

hostile("a depth fault is one whatever lies deeper, or beside it", () => {
  refusesBoth(() => nested(40, 1n), malformed("depth", 32));
  refusesBoth(() => nested(100_000, cyclic()), malformed("depth", 32));
  refusesBoth(() => selfMaking, malformed("depth", 9 * 32));
  refusesBoth(() => [nested(100_000), "x".repeat(300_000)], malformed("depth", 32));
  refuses(() => ["x".repeat(300_000), nested(100_000)], tooLarge(262_144, 300_004 + 32));
});

hostile("32 levels are not too deep", () => {
  for (const make of [() => nested(32), () => JSON.stringify(nested(32))]) {
    assert.equal(validate(make()).problem.errors[0].code, "invalid_type");
  }
});

hostile("breadth without end", () => {
  let value = [];
  for (let level = 0; level < 17; level += 1) value = [value, value];
  refuses(() => value, tooLarge(262_144, JSON.stringify(value).length));
});

// ── Bytes that lie ──────────────────────────────────────────────────────────

class Long extends Uint8Array {
  get length() { return 2 ** 31; }
  get byteLength() { return 2 ** 31; }
  get byteOffset() { return 2 ** 20; }
  get buffer() { return new ArrayBuffer(0); }
  set() { boom(); }
  slice() { boom(); }
  subarray() { boom(); }
  [Symbol.iterator]() { boom(); }
}
const good = JSON.stringify(request);
const lying = (bytes, name, value) => Object.defineProperty(bytes, name, { value });
const BYTES = {
  "a subclass that overstates its length": () => Long.from(utf8(good)),
  "an own length": () => lying(utf8(good), "length", 2 ** 31),
  "a negative own length": () => lying(utf8(good), "length", -1),
  "no prototype": () => Object.setPrototypeOf(utf8(good), null),
  "the prototype of an array": () => Object.setPrototypeOf(utf8(good), Array.prototype),
  "a toJSON": () => lying(utf8(good), "toJSON", () => ({})),
  "a Buffer in a pool": () => Buffer.from(good),
  "a view in the middle": () => utf8(`[[${good}]]`).subarray(2, -2),
  "another realm": () => vm.runInNewContext(`new Uint8Array([${utf8(good)}])`),
  "shared memory": () => {
    const bytes = new Uint8Array(new SharedArrayBuffer(good.length));
    bytes.set(utf8(good));
    return bytes;
  },
  "shared memory that can grow": () => {
    const bytes = new Uint8Array(new SharedArrayBuffer(good.length, { maxByteLength: 10_000 }));
    bytes.set(utf8(good));
    return bytes;
  },
  "a buffer that can be resized": () => {
    const buffer = new ArrayBuffer(10_000, { maxByteLength: 10_000 });
    const bytes = new Uint8Array(buffer);
    bytes.set(utf8(good));
    buffer.resize(good.length);
    return bytes;
  },
};
for (const [name, make] of Object.entries(BYTES)) {
  hostile(`bytes: ${name}`, () => assert.deepEqual(evaluate(make(), snapshot), evaluate(request, snapshot)));
}

hostile("bytes that are gone are an empty text", () => {
  const detached = utf8(good);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  const buffer = new ArrayBuffer(8, { maxByteLength: 8 });
  const outside = new Uint8Array(buffer, 4, 4);
  buffer.resize(2);
  for (const bytes of [detached, outside, new Uint8Array(0)]) refusesBoth(() => bytes, malformed("syntax", 0));
  refusesBoth(() => "", malformed("syntax", 0));
});

hostile("a snapshot's getter that takes the request's bytes away", () => {
  const resident = new AclSnapshot(snapshot);
  const takes = {
    detaches: (bytes) => void structuredClone(bytes.buffer, { transfer: [bytes.buffer] }),
    shrinks: (bytes) => bytes.buffer.resize(1),
  };
  for (const take of Object.values(takes)) {
    const text = utf8(JSON.stringify(request));
    const bytes = new Uint8Array(new ArrayBuffer(text.length, { maxByteLength: text.length }));
    bytes.set(text);
    const sly = { ...snapshot, get entries() { take(bytes); return snapshot.entries; } };
    const { message, ...error } = evaluate(bytes, sly).problem.errors[0];
    assert.deepEqual(error, { pointer: "", ...malformed("syntax") });
    assert.ok(resident.evaluate(request).ok, "a snapshot that was built before is still there");
  }
});

hostile("a large snapshot that is wrong in every item", () => {
  const zeros = `{"directory":{"users":[0${",0".repeat(4_000_000)}]}}`;
  const strangers = Array.from({ length: 50_000 }, (_none, index) => `"blocked_x${index}":1`);
  for (const [text, errors] of [[zeros, 4_000_004], [`{"policy":{${strangers}}}`, 50_003]]) {
    const { problem } = evaluate(request, text);
    assert.equal(problem.errors.length + problem.more_errors, errors);
  }
});

// ── Size ────────────────────────────────────────────────────────────────────

function tooLarge(max_bytes, actual_bytes) {
  return { code: "input_too_large", max_bytes, actual_bytes };
}
const KIB_256 = 256 * 1024;
const MIB_64 = 64 * 1024 * 1024;

hostile("a request of 256 KiB, and one byte more", () => {
  const full = good.padEnd(KIB_256);
  for (const form of [full, utf8(full)]) assert.equal(validate(form).ok, true);
  for (const form of [`${full} `, utf8(`${full} `)]) refuses(() => form, tooLarge(KIB_256, KIB_256 + 1));
  const value = (length) => ({ x: "é".repeat(length / 2) });
  assert.equal(validate(value(KIB_256 - 8)).problem.errors[0].code, "unknown_field");
  refuses(() => value(KIB_256 - 6), tooLarge(KIB_256, KIB_256 + 2));
  refuses(() => "é".repeat(200_000), tooLarge(KIB_256, 400_000));
  refuses(() => "\ud800".repeat(200_000), tooLarge(KIB_256, 600_000));
});

hostile("a snapshot of 64 MiB, and one byte more", () => {
  const text = JSON.stringify(snapshot);
  const full = utf8(text.padEnd(MIB_64));
  assert.equal(new AclSnapshot(full).documentId, documentId);
  const more = text.padEnd(MIB_64 + 1);
  refusesSnapshot(() => more, tooLarge(MIB_64, MIB_64 + 1));
  for (const form of [utf8(more), { x: " ".repeat(MIB_64 - 7) }]) {
    const { detail, actual_bytes } = evaluate(request, form).problem.errors[0];
    assert.deepEqual([detail, actual_bytes], ["input_too_large", MIB_64 + 1]);
  }
});

hostile("a body of a quarter of a gigabyte", () => {
  const body = new Uint8Array(2 ** 28);
  assert.equal(respond(body, snapshot).status, 413);
  assert.equal(validate(body).problem.errors[0].actual_bytes, 2 ** 28);
});

hostile("a pasted text of a quarter of a gigabyte", () => {
  const { recipients, residue } = parseRecipients(" ".repeat(2 ** 28));
  assert.deepEqual([recipients.length, residue.length, residue[0].actual_bytes], [0, 1, 2 ** 28]);
});

// ── Polluted prototypes ─────────────────────────────────────────────────────

const NAMES = [
  ...["recipients", "role", "user_id", "email", "bot_id", "should_send_notification", "custom_message"],
  ...["document", "caller", "entries", "directory", "policy", "limits", "version", "revision", "id", "owner"],
  ...["document_id", "expected_revision", "detail", "documentId", "warnings", "errors", "problem", "resident"],
  ...["ok", "code", "success", "params", "also", "error", "status", "body", "length", "cause", "message"],
];

const polluted = (descriptor, work) => {
  try {
    for (const name of NAMES) Object.defineProperty(Object.prototype, name, { ...descriptor, configurable: true });
    return work();
  } finally {
    for (const name of NAMES) delete Object.prototype[name];
  }
};

const inheritances = {
  "a string": { value: "admin", writable: true },
  "true": { value: true, writable: true },
  "an array": { value: [{ user_id: bo, role: "admin" }], writable: true, enumerable: true },
  "a value that cannot be changed": { value: "admin" },
  "a getter and a setter": { get: () => "admin", set: boom },
};
for (const [kind, descriptor] of Object.entries(inheritances)) {
  hostile(`every object inherits ${kind} under every name`, () => {
    const { stringify } = JSON;
    const calls = () => [
      evaluate(request, snapshot),
      evaluate(good, stringify(snapshot), {}),
      evaluate({ recipients: [{ user_id: bo }] }, snapshot),
      new AclSnapshot(snapshot).evaluate({}),
      validate({}),
      normalize(request),
      evaluate(request, snapshot, { warnings: true }),
      parseRecipients('"a@b.com" <c@d.com>; x'),
      Array.from(respond(good, snapshot, {}).body),
    ];
    const before = stringify(calls());
    assert.equal(stringify(polluted(descriptor, calls)), before);
  });
}

hostile("BigInt and String with a toJSON mean what JSON.stringify says", () => {
  BigInt.prototype.toJSON = () => bo;
  try {
    assert.equal(validate({ recipients: [{ role: "viewer", user_id: 1n }] }).ok, true);
  } finally {
    delete BigInt.prototype.toJSON;
  }
});

hostile("intrinsics that are replaced later are not asked", () => {
  const { parse, stringify } = JSON;
  const { encode } = TextEncoder.prototype;
  JSON.parse = JSON.stringify = TextEncoder.prototype.encode = String.prototype.isWellFormed = boom;
  try {
    assert.equal(evaluate(request, snapshot).ok, true);
  } finally {
    Object.assign(JSON, { parse, stringify });
    Object.assign(TextEncoder.prototype, { encode });
  }
});

hostile("intrinsics may be frozen", () => {
  const program = `
    Object.freeze(Object.prototype);
    const { evaluate, AclSnapshot } = await import("share-policy");
    const { request, snapshot } = await import(${JSON.stringify(new URL("sample.mjs", import.meta.url).href)});
    console.log(JSON.stringify(evaluate(request, new AclSnapshot(snapshot))));`;
  const options = { encoding: "utf8", cwd: new URL(".", import.meta.url), stdio: ["ignore", "pipe", "ignore"] };
  const output = execFileSync(process.execPath, ["--frozen-intrinsics", "--input-type=module", "-e", program], options);
  assert.equal(output.trim(), JSON.stringify(evaluate(request, snapshot)));
});

// ── The host's stack runs out ───────────────────────────────────────────────

/** Goes down until there is no stack left, then calls at every level on the way up, and tells how the calls ended. */
const callAtTheBottom = (call, frame) => {
  const endings = [];
  let left = 400;
  const descend = (...locals) => {
    try {
      descend(...locals);
    } catch (error) {
      if (!(error instanceof RangeError) || left === 0) throw error;
    }
    if (left > 0) {
      left -= 1;
      try {
        endings.push(call());
      } catch (error) {
        endings.push(error);
      }
    }
    return locals;
  };
  descend(...Array(frame).fill(0));
  return endings;
};

const expected = JSON.stringify(evaluate(request, snapshot));
const rightOrHonest = (ending) =>
  ending instanceof SharePolicyError
    ? ["module_reset", "snapshot_lost"].includes(ending.code)
    : ending instanceof RangeError || JSON.stringify(ending) === expected;

for (const frame of [0, 1, 7, 30, 61]) {
  hostile(`at the end of the stack, frames of ${frame}`, () => {
    const endings = callAtTheBottom(() => evaluate(request, snapshot), frame);
    assert.ok(endings.length > 100);
    assert.deepEqual(endings.filter((ending) => !rightOrHonest(ending)), []);
    assert.equal(JSON.stringify(endings.at(-1)), expected);
  });

  hostile(`a resident snapshot at the end of the stack, frames of ${frame}`, () => {
    const resident = new AclSnapshot(snapshot);
    const endings = callAtTheBottom(() => resident.evaluate(request), frame);
    assert.deepEqual(endings.filter((ending) => !rightOrHonest(ending)), []);
    try {
      assert.equal(JSON.stringify(resident.evaluate(request)), expected);
    } catch (error) {
      assert.equal(error.code, "snapshot_lost");
    }
    resident.free();
    assert.throws(() => resident.evaluate(request), { code: "snapshot_freed" });
  });
}

hostile("a host that fails in the middle of a call", () => {
  const resident = new AclSnapshot(snapshot);
  const { set } = Uint8Array.prototype;
  Uint8Array.prototype.set = boom; // The module calls for it when it takes a snapshot's bytes.
  try {
    for (let time = 0; time < 3; time += 1) {
      assert.throws(
        () => evaluate(request, snapshot),
        ({ name, code, message, cause }) => {
          assert.deepEqual([name, code, cause.message], ["SharePolicyError", "module_reset", "boom"]);
          assert.doesNotMatch(message, /wasm|bindgen/i);
          return true;
        },
      );
    }
  } finally {
    Uint8Array.prototype.set = set;
  }
  stillGood(sharePolicy);
  for (const use of [() => resident.evaluate(request), () => respond(good, resident), () => resident.respond("")]) {
    assert.throws(use, { name: "SharePolicyError", code: "snapshot_lost" });
  }
  assert.equal(resident.documentId, documentId);
  resident.free();
  assert.throws(() => resident.evaluate(request), { code: "snapshot_freed" });
  assert.deepEqual(new AclSnapshot(snapshot).evaluate(request), evaluate(request, snapshot));
});

hostile("a toJSON without end", () => {
  refusesBoth(() => ({ toJSON() { return this.toJSON(); } }), unwritable);
});
