// Objects made to break whoever reads them, at random: each means what its JSON.stringify means, and is read as
// JSON.stringify reads it: the same members in the same order, each once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AclSnapshot, evaluate, normalize, respond, validate } from "share-policy";
import { Random } from "../matrix/random.mjs";
import { bo, caller, owner, snapshot } from "./sample.mjs";

const OBJECTS = 6000;
const SEED = 20261125;

const NAMES = ["role", "user_id", "email", "bot_id", "recipients", "should_send_notification", "custom_message"];
const STRANGE_NAMES = ["__proto__", "constructor", "toJSON", "length", "0", "é", "\ud800", '"', ""];
const TEXTS = ["viewer", "admin", bo, caller, owner, "bo@example.com", "Bo@bücher.example", "\udfff", 'a"\\\n\0', "", "x".repeat(99_000)];

const boom = () => {
  throw new Error("boom");
};

/** A Proxy that tells of every trap, and does as its object does. */
const watched = (value, log) => {
  const note = (trap) => (object, ...rest) => {
    log.push(`${trap} ${String(typeof rest[0] === "object" ? "" : rest[0])}`);
    return Reflect[trap](object, ...rest);
  };
  return new Proxy(value, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, note(trap)])));
};

const define = (object, name, descriptor) =>
  Object.defineProperty(object, name, { enumerable: true, configurable: true, ...descriptor });

/** Gives a thing the object's members, but those that it has in another way of its own. */
const withMembers = (thing, object) => {
  for (const name of Reflect.ownKeys(object)) {
    if (!Object.hasOwn(thing, name)) Object.defineProperty(thing, name, Object.getOwnPropertyDescriptor(object, name));
  }
  return thing;
};

/** The same members, read through accessors that tell of it. */
const accessible = (object, log) => {
  for (const name of Reflect.ownKeys(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, name);
    if (!descriptor.configurable || !("value" in descriptor)) continue;
    define(object, name, { get: () => (log.push(`read ${String(name)}`), descriptor.value) });
  }
  return object;
};

/** One that is another text at every reading. */
const unsteady = (object, name) => {
  let reads = 0;
  return define(object, name, { get: () => TEXTS[reads++ % 4] });
};

const crafty = (object, name) =>
  define(object, name, { get: () => (delete object[NAMES[0]], delete object.recipients, "viewer") });

const disguised = (random, object) => {
  const box = random.pick([() => new Number(1), () => new String("viewer"), () => new Boolean(true), () => Object(1n), () => new Date(0)])();
  Object.setPrototypeOf(box, Object.prototype);
  return withMembers(box, object);
};

const withToJson = (random, object) => {
  const { toJSON: _none, ...plain } = object;
  const toJSON = random.pick([() => plain, (name) => name, () => undefined, () => TEXTS[2], boom, () => ({ toJSON: 1, ...plain })]);
  return random.percent(50) ? Object.assign(object, { toJSON }) : Object.setPrototypeOf(object, { toJSON });
};

const TRICKS = [
  (_random, object, log) => watched(object, log),
  (_random, object, log) => watched(accessible(object, log), log),
  (_random, object, log) => accessible(object, log),
  (random, object) => unsteady(object, random.pick(NAMES)),
  (random, object) => crafty(object, random.pick(NAMES)),
  (random, object) => define(object, random.pick(NAMES), { get: boom }),
  (random, object) => define(object, random.pick(NAMES), { value: "viewer", enumerable: false }),
  disguised,
  withToJson,
  (_random, object) => Object.setPrototypeOf(object, null),
  (_random, object) => Object.create(object),
  (_random, object) => withMembers(Object.create({ role: "admin" }), object),
  (_random, object) => withMembers(new (class Recipient {})(), object),
  (_random, object) => Object.assign(object, { [Symbol("role")]: "admin", surprise: undefined, another: boom }),
  (_random, object) => Object.freeze(object),
  (_random, object) => new Map(Object.entries(object)),
  (_random, object) => withMembers([], object),
  (_random, object) => withMembers(() => {}, object),
];

const LIST_TRICKS = [
  (_random, list, log) => watched(list, log),
  (_random, list, log) => accessible(list, log),
  (_random, list) => Object.assign(list, { length: list.length + 2 }),
  (random, list) => Object.assign(list, { [random.pick(NAMES)]: "viewer" }),
  (_random, list) => Object.setPrototypeOf(list, null),
  (_random, list) => ({ ...list, length: list.length }),
  (_random, list) => new Set(list),
  (_random, list) => Object.assign(list, { toJSON: () => list[0] }),
  (_random, list) => new (class List extends Array {})(...list, 1),
  (_random, list) => (delete list[0], list),
];

const scalar = (random) =>
  random.pick([() => random.pick(TEXTS), () => new String(random.pick(TEXTS)), () => random.below(3), () => true, () => null, () => undefined, () => NaN, () => 1n, () => Symbol("x")])();

const tricked = (random, value, tricks, log, percent) =>
  random.percent(percent) ? random.pick(tricks)(random, value, log) : value;

const identifier = (random) =>
  random.percent(50) ? { user_id: random.pick([bo, caller, owner]) } : { email: random.pick(TEXTS) };

const row = (random, log) => {
  const object = { role: random.pick(["viewer", "admin"]), ...identifier(random) };
  if (random.percent(4)) define(object, random.pick(STRANGE_NAMES), { value: scalar(random), writable: true });
  if (random.percent(6)) object[random.pick(NAMES)] = scalar(random);
  return tricked(random, object, TRICKS, log, 15);
};

/** The same seed gives the same object, new; `log` is told how it is read. */
const make = (number, log) => {
  const random = new Random(SEED, number);
  const rows = Array.from({ length: random.below(5) }, () => row(random, log));
  const object = { recipients: tricked(random, rows, LIST_TRICKS, log, 20) };
  if (random.percent(30)) object.should_send_notification = random.pick([true, false, null, new Boolean(false)]);
  if (random.percent(30)) object.custom_message = random.percent(70) ? random.pick(["Schöne Grüße", null, undefined]) : scalar(random);
  if (random.percent(4)) define(object, random.pick(STRANGE_NAMES), { value: scalar(random), writable: true });
  return tricked(random, object, TRICKS, log, 15);
};

/** @returns the text, or undefined when there is none. */
const stringify = (value) => {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
};

const resident = new AclSnapshot(snapshot);
const read = ({ status, body }) => `${status} ${new TextDecoder().decode(body)}`;
const doors = [
  (value) => JSON.stringify(resident.evaluate(value)),
  (value) => JSON.stringify(evaluate(value, snapshot, { warnings: true })),
  (value) => JSON.stringify(validate(value)),
  (value) => JSON.stringify(normalize(value)),
  (value) => read(resident.respond(value)),
];

const UNWRITABLE = doors.map((door) => door(undefined));

test(`${OBJECTS} objects mean what their JSON.stringify means`, (context) => {
  const tally = { answered: 0, refused: 0, unwritable: 0 };
  for (let number = 0; number < OBJECTS; number += 1) {
    const reading = [];
    const text = stringify(make(number, reading));
    for (const [place, door] of doors.entries()) {
      const log = [];
      const answer = door(make(number, log));
      assert.equal(answer, text === undefined ? UNWRITABLE[place] : door(text), `object ${number}: ${text}`);
      // What cannot be written is looked at again, for how deep it is.
      assert.deepEqual(text === undefined ? log.slice(0, reading.length) : log, reading, `object ${number}`);
    }
    if (text === undefined) tally.unwritable += 1;
    else tally[resident.evaluate(text).ok ? "answered" : "refused"] += 1;
  }
  context.diagnostic(JSON.stringify(tally));
  for (const count of Object.values(tally)) assert.ok(count > OBJECTS / 50, JSON.stringify(tally));
});
