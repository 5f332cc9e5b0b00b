// Request bytes in, response bytes out, with a snapshot that stays.
import { IDIOMATIC, TUNED, decode, encode, parse, recipients, thousands } from "./text.mjs";

/** What is to be reached, by entries and recipients. */
const AGAINST_TUNED = {
  1000: { 1: { reach: 1.8, tryFor: 2.5 }, 100: { reach: 2.5, tryFor: 3.5 } },
  100_000: { 100: { reach: 4, tryFor: 6 } },
};
const AGAINST_TEXTS = { 1000: { 100: { reach: 1, tryFor: 2 } } };

/** What JavaScript needs for the texts alone: nothing is decoded, checked, decided, or encoded. */
const parseAndStringify = ({ request, response }) => {
  JSON.parse(request);
  JSON.stringify(response);
};

const respondCase = ({ entries, requests, sharePolicy, tuned, idiomatic, withZod }, size) => {
  const inputs = requests[size];
  const texts = inputs.map((body) => ({ request: decode(body), response: parse(sharePolicy.respond(body).body) }));
  const contenders = [
    { name: "share-policy, respond(bytes)", run: (body) => sharePolicy.respond(body), inputs },
    { name: TUNED, run: (body) => tuned.respond(body), inputs, ...AGAINST_TUNED[entries]?.[size] },
    { name: IDIOMATIC, run: (body) => idiomatic.respond(body), inputs },
    { name: "zod + JavaScript", run: (body) => encode(JSON.stringify(withZod.share(parse(body)))), inputs },
    { name: "JSON.parse(request) + JSON.stringify(response)", run: parseAndStringify, inputs: texts, ...AGAINST_TEXTS[entries]?.[size] },
  ];
  return { name: recipients(size), work: `bytes in, bytes out, ${recipients(size)}, ${thousands(entries)} entries`, contenders };
};

export const resident = (workload, sizes = Object.keys(workload.requests)) => ({
  title: `Request bytes in, response bytes out; resident snapshot of ${thousands(workload.entries)} entries`,
  cases: sizes.map((size) => respondCase(workload, size)),
});
