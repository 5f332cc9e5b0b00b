// Plain objects in and out, with a resident snapshot.
import { IDIOMATIC, WITH_ZOD, decode, parse, recipients } from "./text.mjs";

/** Either side makes the whole evaluation; what the wire response alone would take stands below. */
const evaluateCase = ({ requests, sharePolicy, idiomatic, withZod }, size) => {
  const inputs = requests[size].map(parse);
  const contenders = [
    { name: "share-policy, evaluate(object)", run: (request) => sharePolicy.evaluate(request), inputs },
    { name: WITH_ZOD, run: (request) => withZod.evaluate(request), inputs, reach: 1, tryFor: 2 },
    { name: IDIOMATIC, run: (request) => idiomatic.evaluate(request), inputs },
    { name: "zod + JavaScript, wire answer only", run: (request) => withZod.share(request), inputs },
    { name: "idiomatic JavaScript, wire answer only", run: (request) => idiomatic.share(request), inputs },
  ];
  return { name: recipients(size), work: `plain objects in and out, ${recipients(size)}`, contenders };
};

export const objects = (workload, sizes = [10, 100]) => ({
  title: "A request as an object in, its evaluation as an object out; resident snapshot of 1k entries",
  cases: sizes.map((size) => evaluateCase(workload, size)),
});

/** Ways to hand an evaluation over. */
const handOver = ({ requests, sharePolicy }, size) => {
  const inputs = requests[size];
  const detail = { detail: true };
  const contenders = [
    { name: "share-policy, evaluate(bytes)", run: (body) => sharePolicy.evaluate(body), inputs },
    { name: "respond(bytes, { detail }), then JSON.parse", run: (body) => JSON.parse(decode(sharePolicy.respond(body, detail).body)), inputs },
    { name: "respond(bytes, { detail })", run: (body) => sharePolicy.respond(body, detail), inputs },
  ];
  return { name: recipients(size), contenders };
};

export const evaluations = (workload) => ({
  title: "For information: the whole evaluation from bytes",
  cases: [10, 100].map((size) => handOver(workload, size)),
});
