// The kinds of generated cases. Each kind gives what a case has beside its name.
import { address, pattern } from "./addresses.mjs";
import { authorityCase } from "./authority.mjs";
import { pasteCase } from "./pastes.mjs";
import { fullRequest, request, requestOf } from "./requests.mjs";
import { longMessage, manyErrors, misidentify, misshape, tooMany } from "./shapes.mjs";
import { mistype } from "./texts.mjs";
import { LISTS, ROLES, botId, documentId, userId } from "./world.mjs";
import { write } from "./writing.mjs";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A text as the corpus has it: as text where it is one, else in base64. */
const asInput = (name, bytes) => {
  try {
    return { [`${name}_text`]: decoder.decode(bytes) };
  } catch {
    return { [`${name}_base64`]: Buffer.from(bytes).toString("base64") };
  }
};

/**
 * A value as the corpus has it; as text when a host might read another one. A string would be the name of a
 * snapshot; and V8 (in Node 24 and Deno of 2026), once it has met a member named by one backslash, reads
 * every escaped name of one letter that stands in its place as a backslash too.
 */
const asValue = (name, value) => {
  const text = JSON.stringify(value);
  return typeof value === "string" || text.includes('"\\\\":') ? { [`${name}_text`]: text } : { [name]: value };
};

/** Asks for an answer to a request and a snapshot, in one of the ways. */
const decide = (random, input, guards) => {
  const call = random.percent(65) ? "evaluate" : "respond";
  const options = random.percent(40) ? { ...guards, warnings: true } : guards;
  return { call, ...input, options: call === "respond" ? { ...options, detail: random.percent(50) } : options };
};

const read = (random, input) => ({ call: random.pick(["validate", "normalize", "normalize"]), ...input });

const aboutRequest = (random, input, snapshot) =>
  random.percent(60) ? read(random, input) : decide(random, { ...input, snapshot });

const aboutSnapshot = (random, input) =>
  random.percent(60) ? { call: "snapshot", ...input } : decide(random, { request: request(random), ...input });

/** Well-formed requests to valid snapshots. */
const outcomeCase = (random, { names, snapshots }) => {
  const snapshot = random.pick(names);
  const input = { request: random.below(150) === 0 ? fullRequest(random) : request(random) };
  if (random.percent(8)) return read(random, input);
  const matching = { document_id: documentId, expected_revision: snapshots[snapshot].revision ?? undefined };
  return decide(random, { ...input, snapshot }, random.percent(8) ? matching : undefined);
};

/** The same again, mostly. */
const respelt = (random, text) =>
  random.percent(85) ? text : random.pick([` ${text}`, text.replaceAll(".", "\u3002"), text.replaceAll("a", "A")]);

/** A snapshot that knows some of these addresses, and rules about their domains. */
const snapshotAbout = (random, addresses) => {
  const some = (most) => random.times(random.below(most + 1), () => respelt(random, random.pick(addresses)));
  const domains = random.percent(50) ? some(1).map((text) => text.slice(text.indexOf("@") + 1)) : [];
  return {
    document: { id: documentId, owner: userId(0) },
    caller: { user_id: userId(0), role: "owner" },
    entries: some(3).map((email) => ({ email, role: random.pick(ROLES) })),
    directory: { users: [{ user_id: userId(1), emails: some(3) }], complete: random.pick([undefined, false]) },
    policy: {
      [random.pick(LISTS)]: domains,
      blocked_recipients: random.percent(25) ? some(2) : undefined,
    },
  };
};

const IDS = ["usr_7", "bot_", "usr_", `${botId(1)}0`, botId(2), botId(2).toUpperCase()];

/** Addresses and domains in which anything may stand. */
const addressCase = (random) => {
  const addresses = random.times(random.between(2, 10), () => address(random));
  const rows = addresses.map((email) => ({ role: random.pick(ROLES), email: respelt(random, email) }));
  const input = { request: requestOf(random, rows) };
  const snapshot = snapshotAbout(random, addresses);
  if (random.percent(55)) return read(random, input);
  if (random.percent(60)) return decide(random, { ...input, snapshot });
  const list = () => random.times(random.below(4), () => pattern(random));
  const policy = { [LISTS[0]]: list(), [LISTS[1]]: list(), blocked_recipients: [...addresses, random.pick(IDS)] };
  return { call: "snapshot", snapshot: { ...snapshot, policy } };
};

const RESHAPES = [
  [40, (random, value) => misshape(random, value, random.pick([1, 1, 1, 2, 3, 8]))],
  [10, misidentify],
  [3, longMessage],
  [1, tooMany],
  [1, (random) => manyErrors(random, fullRequest(random))],
];

/** Faults of shape in the request, or in the snapshot. */
const shapeCase = (random, { names, small, snapshots }) => {
  if (random.percent(60)) {
    const changed = random.weighted(RESHAPES)(random, request(random));
    return aboutRequest(random, asValue("request", changed), random.pick(names));
  }
  const changes = random.percent(3) ? 150 : random.pick([1, 1, 1, 2, 4]);
  return aboutSnapshot(random, asValue("snapshot", misshape(random, snapshots[random.pick(small)], changes)));
};

const MAX_REQUEST_BYTES = 256 * 1024;

/** A text about as large as a request may be. */
const sizeCase = (random, { names }) => {
  const text = JSON.stringify(request(random));
  const filling = MAX_REQUEST_BYTES - encoder.encode(text).length + random.between(-2, 3);
  const repeat = (unit, times) => ({ repeat: unit, times, separator: "" });
  const parts = [text, repeat(" ".repeat(64), Math.floor(filling / 64)), repeat(" ", filling % 64)];
  const input = { request_parts: random.percent(50) ? parts : parts.reverse() };
  return random.percent(50) ? read(random, input) : { call: "respond", ...input, snapshot: random.pick(names) };
};

const oddText = (random, value) => {
  const text = random.percent(60) ? JSON.stringify(value) : write(random, value);
  return mistype(random, encoder.encode(text), random.weighted([[2, 0], [7, 1], [1, 2]]));
};

/** Faults of the text of a request, or of a snapshot. */
const textCase = (random, world) => {
  const { names, small, snapshots } = world;
  if (random.percent(3)) return sizeCase(random, world);
  if (random.percent(65)) {
    return aboutRequest(random, asInput("request", oddText(random, request(random))), random.pick(names));
  }
  return aboutSnapshot(random, asInput("snapshot", oddText(random, snapshots[random.pick(small)])));
};

/** Kinds by weight. */
export const KINDS = [
  [8, { name: "paste", make: pasteCase }],
  [38, { name: "outcome", make: outcomeCase }],
  [24, { name: "address", make: addressCase }],
  [14, { name: "shape", make: shapeCase }],
  [14, { name: "text", make: textCase }],
  [10, { name: "authority", make: authorityCase }],
];
