// Whether all that is compared gives the same answers to the whole workload. Nothing is timed before it does.
import { respondOnce } from "./tuned.mjs";
import { decode, encode, parse } from "./cases/text.mjs";

const sameBytes = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Shows the row in which two responses part or, when one has no rows, all of them. */
const difference = (request, name, expected, actual) => {
  const rows = [expected, actual].map((body) => JSON.parse(body).results?.map((row) => JSON.stringify(row)));
  const place = rows[0]?.findIndex((row, index) => row !== rows[1]?.[index]) ?? -1;
  const [ours, theirs] = rows.includes(undefined) || place < 0 ? [expected, actual] : rows.map((list) => list[place]);
  return `The answers differ.\nrequest: ${decode(request)}\nshare-policy: ${ours}\n${name}: ${theirs}`;
};

/** Everybody's wire response to a body. */
const responses = ({ tuned, idiomatic, withZod, snapshot, entries }, body, isLast) => ({
  "hand-tuned JavaScript": tuned.respond(body).body,
  "idiomatic JavaScript": idiomatic.respond(body).body,
  "zod + JavaScript": encode(JSON.stringify(withZod.share(parse(body)))),
  // Each reads the whole snapshot: of a large one, a few show it.
  ...((entries <= 1000 || isLast) && { "tuned JavaScript scan": respondOnce(body, snapshot).body }),
});

const evaluations = ({ idiomatic, withZod }, body) => ({
  "idiomatic JavaScript": idiomatic.evaluate(parse(body)),
  "zod + JavaScript": withZod.evaluate(parse(body)),
});

const differenceOf = (workload, body, isLast) => {
  const { sharePolicy } = workload;
  const expected = sharePolicy.respond(body);
  if (expected.status !== 200) return `A request is refused: ${decode(expected.body)}`;
  for (const [name, actual] of Object.entries(responses(workload, body, isLast))) {
    if (!sameBytes(expected.body, actual)) return difference(body, name, decode(expected.body), decode(actual));
  }
  const evaluation = JSON.stringify(sharePolicy.evaluate(body).evaluation);
  for (const [name, actual] of Object.entries(evaluations(workload, body))) {
    const text = JSON.stringify(actual);
    if (text !== evaluation) return difference(body, name, evaluation, text);
  }
  return undefined;
};

/** @returns the first difference between the answers to the whole workload, or undefined. */
export const findDifference = (workload) => {
  for (const list of Object.values(workload.requests)) {
    for (const body of list) {
      const found = differenceOf(workload, body, body === list.at(-1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
};
