// What is measured, for any host: it has share-policy, and gets the workloads. esbuild makes one script of all this.
import { IdiomaticSnapshot } from "./idiomatic.mjs";
import { read } from "./schemas/zod.mjs";
import { compare } from "./measure.mjs";
import { TunedSnapshot } from "./tuned.mjs";
import { encode } from "./cases/text.mjs";

export { findDifference } from "./check.mjs";
export { construction } from "./cases/construction.mjs";
export { growthInEntries, growthInRecipients } from "./cases/growth.mjs";
export { evaluations, objects } from "./cases/objects.mjs";
export { pastes } from "./cases/pastes.mjs";
export { resident } from "./cases/resident.mjs";
export { stateless } from "./cases/stateless.mjs";
export { findWrongVerdict, validation } from "./cases/validation.mjs";
export { COARSE, QUICK, THOROUGH, compare, summarize } from "./measure.mjs";

const bytes = (list) => list.map(encode);

/** A workload as it comes over a wire, `{ entries, snapshot, requests }` with texts: with its snapshot resident on every side. */
export const prepare = (module, { entries, snapshot: text, requests: texts }) => {
  const snapshot = encode(text);
  const requests = Object.fromEntries(Object.entries(texts).map(([size, list]) => [size, bytes(list)]));
  const idiomatic = new IdiomaticSnapshot(snapshot);
  const withZod = { share: (request) => idiomatic.share(request, read), evaluate: (request) => idiomatic.evaluate(request, read) };
  return { module, entries, snapshot, requests, sharePolicy: new module.AclSnapshot(snapshot), tuned: new TunedSnapshot(snapshot), idiomatic, withZod };
};

/** Measures the cases of a group; `report` hears of each. */
export const measure = async ({ title, cases }, plan, report = () => {}) => {
  const results = [];
  for (const { contenders, share = 1, ...about } of cases) {
    // A page must not seem dead.
    await new Promise((resolve) => setTimeout(resolve));
    const measured = { ...about, group: title, contenders: compare(contenders, { ...plan, rounds: Math.max(5, Math.ceil(plan.rounds * share)) }) };
    results.push(measured);
    report(measured);
  }
  return results;
};
