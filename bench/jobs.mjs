// What is measured: groups of cases, each with its contenders, of which the first is the yardstick.
import { AclSnapshot, parseRecipients } from "../pkg/node.js";
import { IdiomaticSnapshot } from "./idiomatic.mjs";
import { PASTE_BYTES, makePastes } from "./pastes.mjs";
import { fingerprint, makeWorkload } from "./workload.mjs";

const decoder = new TextDecoder();
const text = (bytes) => decoder.decode(bytes);

const thousands = (count) => count.toLocaleString("en");
const recipients = (size) => (size === 1 ? "1 recipient" : `${size} recipients`);

/** A workload, with its snapshot resident on either side. */
export const prepare = (entries) => {
  const workload = makeWorkload(entries);
  const sharePolicy = new AclSnapshot(workload.snapshot);
  const idiomatic = new IdiomaticSnapshot(workload.snapshot);
  return { entries, ...workload, fingerprint: fingerprint(workload), sharePolicy, idiomatic };
};

/** Shows the row in which two responses part or, when one has no rows, all of them. */
const difference = (request, expected, actual) => {
  const rows = [expected, actual].map((body) => JSON.parse(text(body)).results?.map((row) => JSON.stringify(row)));
  const place = rows[0]?.findIndex((row, index) => row !== rows[1]?.[index]) ?? -1;
  const [theirs, ours] = rows.includes(undefined) || place < 0 ? [expected, actual].map(text) : rows.map((list) => list[place]);
  return `The answers differ.\nrequest: ${text(request)}\nidiomatic JavaScript: ${theirs}\nshare-policy: ${ours}`;
};

/** @returns the first difference between the answers to the whole workload, or undefined. */
export const findDifference = ({ requests, sharePolicy, idiomatic }) => {
  for (const request of Object.values(requests).flat()) {
    const [expected, actual] = [idiomatic.respond(request), sharePolicy.respond(request)];
    const same = expected.status === 200 && actual.status === 200 && Buffer.compare(expected.body, actual.body) === 0;
    if (!same) return difference(request, expected.body, actual.body);
  }
  return undefined;
};

/** How often each outcome occurs in the requests of 100 recipients, most frequent first. */
export const countOutcomes = ({ requests, sharePolicy }) => {
  const counts = {};
  for (const request of requests[100]) {
    for (const { code } of sharePolicy.evaluate(request).evaluation.results) counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
};

const respondCases = ({ requests, sharePolicy, idiomatic }) =>
  Object.entries(requests).map(([size, inputs]) => ({
    name: recipients(Number(size)),
    contenders: [
      { name: "idiomatic JavaScript", run: (body) => idiomatic.respond(body), inputs },
      { name: "share-policy", run: (body) => sharePolicy.respond(body), inputs },
    ],
  }));

/** What JavaScript needs for the texts alone: nothing is checked, nothing decided. */
const textsAlone = ({ requests, sharePolicy }, size) => {
  const pairs = requests[size].map((body) => ({ request: text(body), response: JSON.parse(text(sharePolicy.respond(body).body)) }));
  const parseAndStringify = ({ request, response }) => {
    JSON.parse(request);
    JSON.stringify(response);
  };
  return {
    name: `${recipients(size)}, the texts alone`,
    contenders: [
      { name: "JSON.parse(request) + JSON.stringify(response)", run: parseAndStringify, inputs: pairs },
      { name: "share-policy, respond(bytes)", run: (body) => sharePolicy.respond(body), inputs: requests[size] },
    ],
  };
};

/** JavaScript finds the wire answer only, share-policy the whole evaluation. */
const plainObjects = ({ requests, sharePolicy, idiomatic }, size) => {
  const inputs = requests[size].map((body) => JSON.parse(text(body)));
  return {
    name: `${recipients(size)}, objects in and out`,
    contenders: [
      { name: "idiomatic JavaScript, wire answer only", run: (request) => idiomatic.evaluate(request), inputs },
      { name: "share-policy, evaluate(object)", run: (request) => sharePolicy.evaluate(request), inputs },
    ],
  };
};

/** Two ways to hand an evaluation over: built as an object by the module, or as JSON text that V8 parses. */
const evaluations = ({ requests, sharePolicy }, size) => {
  const inputs = requests[size];
  const detail = { detail: true };
  return {
    name: `${recipients(size)}, whole evaluation`,
    contenders: [
      { name: "share-policy, evaluate(bytes)", run: (body) => sharePolicy.evaluate(body), inputs },
      { name: "share-policy, JSON.parse of respond's detail", run: (body) => JSON.parse(text(sharePolicy.respond(body, detail).body)), inputs },
      { name: "share-policy, respond's detail as bytes", run: (body) => sharePolicy.respond(body, detail), inputs },
    ],
  };
};

const construction = ({ entries, snapshot }) => ({
  name: `${thousands(entries)} accounts and entries, from bytes`,
  // A call takes milliseconds: fewer rounds tell as much.
  share: entries > 1000 ? 0.15 : 0.4,
  contenders: [
    { name: "JSON.parse + Maps", run: (bytes) => new IdiomaticSnapshot(bytes), inputs: [snapshot] },
    { name: "JSON.parse alone", run: (bytes) => JSON.parse(text(bytes)), inputs: [snapshot] },
    { name: "share-policy, new AclSnapshot(bytes)", run: (bytes) => new AclSnapshot(bytes).free(), inputs: [snapshot] },
  ],
});

/** Whatever the text, about the time of a list of addresses, or less: what takes time is to tell what was found. */
const pastes = () => ({
  name: "parseRecipients",
  share: 0.3,
  contenders: Object.entries(makePastes()).map(([name, text]) => ({ name, run: parseRecipients, inputs: [text] })),
});

/** The groups, in the order in which they are measured and shown. */
export const groups = (few, many) => [
  ...[few, many].map((workload) => ({
    title: `Request bytes in, response bytes out; resident snapshot of ${thousands(workload.entries)} accounts and entries`,
    cases: respondCases(workload),
  })),
  {
    title: `For information; resident snapshot of ${thousands(few.entries)} accounts and entries`,
    cases: [textsAlone(few, 1), textsAlone(few, 100), plainObjects(few, 10), plainObjects(few, 100), evaluations(few, 10), evaluations(few, 100)],
  },
  { title: "For information; a snapshot made and let go", cases: [construction(few), construction(many)] },
  { title: `A pasted text of ${PASTE_BYTES / 1024} KB`, cases: [pastes()] },
];
