// The snapshot's text comes with every call, as at an edge that keeps nothing.
import { respondOnce } from "../tuned.mjs";
import { decode, parse, recipients, thousands } from "./text.mjs";

const SIZE = 100;

const statelessCase = ({ entries, snapshot, requests, module }) => {
  const inputs = requests[SIZE];
  const text = decode(snapshot);
  const contenders = [
    { name: "share-policy, respond(bytes, bytes)", run: (body) => module.respond(body, snapshot), inputs },
    { name: "tuned JavaScript scan", run: (body) => respondOnce(body, snapshot), inputs, reach: 2, tryFor: 3 },
    { name: "JSON.parse(snapshot) from bytes", run: () => parse(snapshot), inputs },
    { name: "JSON.parse(snapshot) alone", run: () => JSON.parse(text), inputs, reach: 1, tryFor: 2 },
  ].map((contender) => ({ ...contender, inputs: contender.inputs.slice(0, entries > 1000 ? 2 : 8) }));
  return {
    name: `${thousands(entries)} entries, ${recipients(SIZE)}`,
    work: `snapshot text on every call, ${recipients(SIZE)}, ${thousands(entries)} entries`,
    share: entries > 1000 ? 0.15 : 0.4,
    contenders,
  };
};

export const stateless = (workloads) => ({
  title: "Request bytes and snapshot bytes in, response bytes out",
  cases: workloads.map(statelessCase),
});
