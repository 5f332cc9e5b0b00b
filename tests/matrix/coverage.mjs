// Do the generated cases reach everything? A host that agrees about half of the contract has not been asked the rest.
import { answers } from "./answer.mjs";
import { countAnswer } from "./census.mjs";
import { WANTED } from "./wanted.mjs";

/** Fewer are chance: another seed might have none. */
const AT_LEAST = 5;

/**
 * Answers the generated cases and counts what they show.
 * @returns how many cases there are, how many things are wanted of them, and those that are seen less than five
 * times: `[what, times]`.
 */
export const coverage = (api, generated) => {
  const counts = new Map();
  const count = (what) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let cases = 0;
  for (const { bytes } of answers(api, { corpus: [], generated })) {
    countAnswer(count, bytes);
    cases += 1;
  }
  const times = WANTED.map((what) => [what, counts.get(what) ?? 0]);
  return { cases, wanted: times.length, lacking: times.filter(([, seen]) => seen < AT_LEAST), counts };
};
