// Tells what runs and for how long. On a terminal the last line is alive; elsewhere
// only whole lines are written.

export const isTerminal = (stream) => Boolean(stream.isTTY) && process.env.TERM !== "dumb";

// Standard error by default, so that what a program answers can be piped.

let stream = process.stderr;
let live = isTerminal(stream);
const running = new Map();
let timer;

/** Where to tell it. */
export const reportTo = (other) => {
  stream = other;
  live = isTerminal(other);
};

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

const clear = () => live && stream.write("\r\x1b[K");

const summary = () =>
  [...running.values()].map(({ title, since }) => `${title} ${Math.floor(seconds(since))} s`).join(" · ");

const draw = () => {
  if (live && running.size > 0) stream.write(`\r\x1b[K${`  ${summary()}`.slice(0, (stream.columns || 80) - 1)}`);
};

/** Writes a line that stays. */
export const say = (line) => {
  clear();
  stream.write(`${line}\n`);
  draw();
};

// Where nothing is redrawn, a line now and then shows that it still works.
const tick = () => (live ? draw() : say(`  … ${summary()}`));

const enter = (title, since) => {
  const key = Symbol(title);
  running.set(key, { title, since });
  timer ??= setInterval(tick, live ? 1000 : 30_000).unref();
  draw();
  return key;
};

const leave = (key) => {
  running.delete(key);
  if (running.size > 0) return draw();
  clear();
  clearInterval(timer);
  timer = undefined;
};

/**
 * Runs a step that is mentioned only if it takes a while: a line with the reason when it
 * starts to be long, and one with its time when it is done.
 */
export const step = async (title, why, work) => {
  const since = performance.now();
  let key;
  const announce = setTimeout(() => {
    say(`${title} … (${why})`);
    key = enter(title, since);
  }, 1000);
  try {
    return await work();
  } finally {
    clearTimeout(announce);
    if (key !== undefined) {
      leave(key);
      say(`${title}: ${seconds(since)} s`);
    }
  }
};

/** Runs a step whose end the caller reports: gives the result or the error, and the seconds it took. */
export const timed = async (title, work) => {
  const since = performance.now();
  const key = enter(title, since);
  try {
    return { value: await work(), elapsed: seconds(since) };
  } catch (error) {
    return { error, elapsed: seconds(since) };
  } finally {
    leave(key);
  }
};
