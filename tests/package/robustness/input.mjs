// Hostile values and bytes through every door: each means what JSON.stringify of it means, in this very engine.
import { fail, same, thrownBy } from "./attempt.mjs";
import { hostileBytes } from "./bytes.mjs";
import { doorsOf } from "./doors.mjs";
import { documentId, request, requestText, snapshot } from "./good.mjs";
import { hostileValues } from "./values.mjs";

const textOf = (value) => {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
};

/** What cannot be written is malformed at its beginning, like a text that is empty; the sentences differ. */
const bare = (answer) => answer.replace(/"(?:message|detail|title|type)":"(?:[^"\\]|\\.)*",?/g, "");

const throughEveryDoor = (doors, make) => {
  const meaning = textOf(make());
  for (const [name, door] of Object.entries(doors)) {
    const [answer, wanted] = [door(make()), door(meaning ?? "")];
    if (meaning === undefined) same(bare(answer), bare(wanted), name);
    else same(answer, wanted, name);
  }
};

const nested = (levels) => {
  let value = 0;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

/** Engines give up at different depths; the answer must not differ. */
const tooDeep = (doors, make, offset) => {
  for (const [name, door] of Object.entries(doors)) {
    const answer = door(make());
    const position = `"offset":${offset},`;
    if (!answer.includes('"depth"') && !answer.startsWith("500")) fail(`${name} answers ${answer}`);
    if (!answer.includes(position) && !answer.startsWith("500")) fail(`${name} answers ${answer}`);
  }
};

const attemptDepth = async (attempt, doors) => {
  for (const levels of [33, 1_000, 10_000]) {
    await attempt(`${levels} levels`, () => tooDeep(doors, () => nested(levels), 32));
    await attempt(`${levels} levels of text`, () => tooDeep(doors, () => "[".repeat(levels), 32));
  }
  // WebKit takes seconds to see these: one door has to do.
  const { validate, AclSnapshot } = doors;
  const again = { toJSON: () => ({ again }) };
  await attempt("100000 levels", () => tooDeep({ AclSnapshot }, () => nested(100_000), 32));
  await attempt("a toJSON that is always a level deeper", () => tooDeep({ validate }, () => again, 9 * 32));
};

/** An option that throws throws the caller's own error; one that is wrong, a TypeError. */
const attemptOptions = async (attempt, { evaluate, respond, AclSnapshot }) => {
  const resident = new AclSnapshot(snapshot);
  const calls = [
    (options) => evaluate(request, snapshot, options),
    (options) => respond(requestText, snapshot, options),
    (options) => resident.evaluate(request, options),
    (options) => resident.respond(requestText, options),
  ];
  const own = new Error("the caller's own");
  const boom = () => {
    throw own;
  };
  const throwing = {
    "a getter": () => ({ get document_id() { return boom(); } }),
    "ownKeys": () => new Proxy({}, { ownKeys: boom }),
    "getPrototypeOf": () => new Proxy({}, { getPrototypeOf: boom }),
    "get": () => new Proxy({ document_id: documentId }, { get: boom }),
  };
  for (const [name, make] of Object.entries(throwing)) {
    await attempt(`options: ${name} throws`, () => {
      for (const call of calls) thrownBy(() => call(make())) === own || fail("not the caller's own error");
    });
  }
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const wrong = {
    "a revoked Proxy": proxy,
    "a text": "r7",
    "an array": [],
    "a misspelt name": { documentId },
    "a symbol": { [Symbol("x")]: 1 },
  };
  for (const [name, options] of Object.entries(wrong)) {
    await attempt(`options: ${name}`, () => {
      for (const call of calls) thrownBy(() => call(options)) instanceof TypeError || fail("not a TypeError");
    });
  }
};

export const attemptInput = async (attempt, api) => {
  const { doors, close } = doorsOf(api);
  for (const [name, make] of Object.entries(hostileValues)) await attempt(name, () => throughEveryDoor(doors, make));
  for (const [name, { make, meaning }] of Object.entries(hostileBytes())) {
    await attempt(`bytes: ${name}`, () => {
      for (const [where, door] of Object.entries(doors)) same(door(make()), door(meaning), where);
    });
  }
  await attemptDepth(attempt, doors);
  await attemptOptions(attempt, api);
  close();
};
