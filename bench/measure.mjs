// Times several ways to do one job, in turns: what disturbs the machine disturbs them all alike.

/** How long to warm up, in ms, how often to measure, and how long a measurement is at least, in ms. */
export const THOROUGH = { warmUp: 300, rounds: 101, batch: 2 };
export const QUICK = { warmUp: 100, rounds: 31, batch: 1 };
/** Where the clock is coarse. */
export const COARSE = { warmUp: 300, rounds: 41, batch: 8 };

const sorted = (values) => Float64Array.from(values).sort();

const quantile = (values, share) => {
  const at = (values.length - 1) * share;
  const [low, high] = [values[Math.floor(at)], values[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
};

export const summary = (values) => {
  const ordered = sorted(values);
  return { fastest: ordered[0], q1: quantile(ordered, 0.25), median: quantile(ordered, 0.5), q3: quantile(ordered, 0.75) };
};

/** The time of so many passes over the inputs, in ms. */
const time = ({ run, inputs }, passes) => {
  const start = performance.now();
  for (let pass = 0; pass < passes; pass += 1) for (const input of inputs) run(input);
  return performance.now() - start;
};

/** How often the system has taken the processor away from this process, where the host tells. */
const interruptions = () => globalThis.process?.resourceUsage?.().involuntaryContextSwitches ?? 0;

/** A batch that was interrupted is measured again, while it is short enough to hope for better. */
const ATTEMPTS = 5;
const SHORT = 20;

/** The time of so many passes, undisturbed if that can be had, in ms. */
const timeUndisturbed = (contender, passes) => {
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = interruptions();
    least = Math.min(least, time(contender, passes));
    if (interruptions() === before || least > SHORT) break;
  }
  return least;
};

/** Runs them all until the engine has optimised them. @returns the passes that each needs to fill a batch. */
const warmUp = (contenders, plan) => {
  const passes = contenders.map(() => 1);
  const end = performance.now() + plan.warmUp * contenders.length;
  do {
    contenders.forEach((contender, place) => {
      const elapsed = time(contender, passes[place]);
      // The clock may stand still, and what is warm is faster: step by step.
      if (elapsed < plan.batch) passes[place] = Math.ceil(passes[place] * Math.min(2, (1.2 * plan.batch) / elapsed));
    });
  } while (performance.now() < end);
  return passes;
};

/** @returns each contender with the summary of its times, one of every round, and beside those of the first. */
export const summarize = (contenders, times) => {
  const first = summary(times[0]).median;
  return contenders.map(({ name, reach, tryFor }, place) => {
    const microseconds = summary(times[place]);
    const { q1, q3 } = summary(times[place].map((value, round) => value / times[0][round]));
    return { name, reach, tryFor, microseconds, ratio: { median: microseconds.median / first, q1, q3 } };
  });
};

/**
 * Measures contenders, `{ name, run, inputs }`, of which the first is what the others are compared with.
 * Each round times a batch of calls of each, in rotated order.
 *
 * @returns for each its median time for a call, in µs, with quartiles; and as `ratio` how many times as long as the
 * first it takes: of the medians, with the quartiles of the rounds' own ratios.
 */
export const compare = (contenders, plan) => {
  const passes = warmUp(contenders, plan);
  const times = contenders.map(() => []);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const place = (round + turn) % contenders.length;
      const calls = passes[place] * contenders[place].inputs.length;
      times[place].push((timeUndisturbed(contenders[place], passes[place]) * 1000) / calls);
    }
  }
  return summarize(contenders, times);
};
