// The results as tables. Colours only on a terminal.
import { isTerminal } from "../scripts/progress.mjs";

const { stdout } = process;
const [BOLD, DIM, RED, GREEN] = [1, 2, 31, 32];

const paint = (code, text) => (isTerminal(stdout) ? `\x1b[${code}m${text}\x1b[0m` : text);
const line = (text = "") => stdout.write(`${text.trimEnd()}\n`);

const NAME = 50;
const VALUE = 11;
const FACTOR = 13;

/** Three digits: the fourth is noise. */
const significant = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

const duration = (microseconds) =>
  (microseconds < 10_000 ? `${significant(microseconds)} µs` : `${significant(microseconds / 1000)} ms`).padStart(VALUE);

const verdict = ({ median, q1, q3 }) => {
  const faster = median >= 1;
  const [low, high] = faster ? [q1, q3] : [1 / q3, 1 / q1];
  const factor = `${significant(faster ? median : 1 / median)}x ${faster ? "faster" : "slower"}`;
  return `${paint(faster ? GREEN : RED, factor.padEnd(FACTOR))}   ${paint(DIM, `${significant(low)} to ${significant(high)}`)}`;
};

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(VALUE);

const size = (name, bytes, budget) => {
  const kept = bytes <= budget;
  const remark = budget === undefined ? "" : paint(kept ? GREEN : RED, `${kept ? "within" : "over"} the budget of ${budget / 1000} KB`);
  line(`  ${name.padEnd(NAME)}${kilobytes(bytes)}   ${remark}`);
};

export const table = {
  machine: (facts) => line(paint(DIM, Object.entries(facts).map((fact) => fact.join(" ")).join(" · "))),

  outcomes: (counts) => {
    const list = Object.entries(counts).map(([code, count]) => `${code} ${count}`);
    line(paint(DIM, `Answers checked, byte for byte. Requests of 100 recipients hold: ${list.join(", ")}.`));
  },

  heading: (text) => line(`\n${paint(BOLD, text)}`),

  columns: () => line(paint(DIM, `${" ".repeat(NAME + 2)}${"median".padStart(VALUE)}   ${"than the first".padEnd(FACTOR)}  quartiles`)),

  result: (name, contenders) => {
    line(`  ${name}`);
    contenders.forEach((contender, place) => {
      const time = duration(contender.microseconds.median);
      line(`    ${contender.name.padEnd(NAME - 2)}${time}   ${place === 0 ? "" : verdict(contender.ratio)}`);
    });
  },

  sizes: ({ budget, wasm, loaded, tarball }) => {
    size("module", wasm.raw);
    size("module, gzip", wasm.gzip);
    size("module, brotli", wasm.brotli);
    size("all that a page loads, brotli", loaded.brotli, budget.loaded);
    size("npm tarball (gzip)", tarball.gzip);
    size("types and licences included, brotli", tarball.brotli);
  },

  native: (output) => line(output ?? "  npm run bench -- --native, or cargo bench"),
};

/** The same, for a program that reads only the end. */
export const silent = Object.fromEntries(Object.keys(table).map((name) => [name, () => {}]));
