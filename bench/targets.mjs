// What is to be reached, and whether it was.

const verdictOf = (seen, { reach, tryFor }, atMost) => {
  const meets = (goal) => goal !== undefined && (atMost ? seen <= goal : seen >= goal);
  if (meets(tryFor)) return "beyond";
  return meets(reach) ? "reached" : "missed";
};

/** A target of any kind: `seen`, `reach` and `tryFor` are numbers of `unit`. */
const target = (work, against, seen, goals, { unit = "x", atMost = false } = {}) => ({
  work,
  against,
  seen,
  reach: goals.reach,
  tryFor: goals.tryFor,
  unit,
  verdict: verdictOf(seen, goals, atMost),
});

/** The targets of measured cases: how many times faster than a contender share-policy is, which stands first. */
export const targetsOf = (results) =>
  results.flatMap(({ work, contenders }) =>
    contenders
      .filter(({ reach }) => reach !== undefined)
      .map(({ name, ratio, ...goals }) => target(work, name, ratio.median, goals)),
  );

/** How many times as much memory the others take, by V8's count. */
export const memoryTargets = ({ entries, sides: [ours, ...others] }) =>
  others.map(({ name, heap }) => target(`memory after loading ${entries / 1000}k entries`, name, heap / ours.heap, { reach: 2 }));

export const sizeTarget = ({ loaded }) =>
  target("what a page loads, brotli, Unicode data included", "", loaded.brotli / 1000, { reach: 90, tryFor: 75 }, { unit: "KB", atMost: true });
