// The results as tables on a terminal. Colours only where they show.
import { isTerminal } from "../scripts/progress.mjs";
import { duration, factor, kilobytes, megabytes, quantity } from "./units.mjs";

const { stdout } = process;
const [BOLD, DIM, RED, GREEN] = [1, 2, 31, 32];

const paint = (code, text) => (isTerminal(stdout) ? `\x1b[${code}m${text}\x1b[0m` : text);
const line = (text = "") => stdout.write(`${text.trimEnd()}\n`);

const NAME = 52;
const VALUE = 9;
const FACTOR = 17;
const QUARTILES = 17;

const MARKS = { missed: paint(RED, "✗"), reached: paint(GREEN, "✓"), beyond: paint(GREEN, "✓✓") };

const multiple = ({ ratio: { median, q1, q3 } }) => `${factor(median).padEnd(FACTOR)}${paint(DIM, `${factor(q1)} to ${factor(q3)}`)}`;

const compared = ({ ratio: { median, q1, q3 } }) => {
  const isFaster = median >= 1;
  const [low, high] = isFaster ? [q1, q3] : [1 / q3, 1 / q1];
  const text = `${factor(isFaster ? median : 1 / median)} ${isFaster ? "faster" : "slower"}`.padEnd(FACTOR);
  return `${paint(isFaster ? GREEN : RED, text)}${paint(DIM, `${factor(low)} to ${factor(high)}`.padEnd(QUARTILES))}`;
};

const goals = ({ reach, tryFor }) => {
  if (reach === undefined) return "";
  return paint(DIM, `${factor(reach)}${tryFor === undefined ? "" : `, ${factor(tryFor)}`}`);
};

const size = (name, bytes, budget) => {
  const kept = bytes <= budget;
  const remark = budget === undefined ? "" : paint(kept ? GREEN : RED, `${kept ? "within" : "over"} the budget of ${budget / 1000} KB`);
  line(`    ${name.padEnd(NAME)}${kilobytes(bytes).padStart(VALUE)}   ${remark}`);
};

const columns = (widths) => (cells) => cells.map((cell, place) => cell.padEnd(widths[place])).join("  ");

export const table = {
  machine: (facts) => line(paint(DIM, Object.entries(facts).map((fact) => fact.join(" ")).join(" · "))),

  outcomes: (counts) => {
    const list = Object.entries(counts).map(([code, count]) => `${code} ${count}`);
    line(paint(DIM, `Answers checked, byte for byte. Requests of 100 recipients hold: ${list.join(", ")}.`));
  },

  heading: (text) => line(`\n${paint(BOLD, text)}`),

  result: ({ name, than = "share-policy is", isMultiple, contenders }) => {
    const hasGoals = contenders.some(({ reach }) => reach !== undefined);
    const heads = `${than.padEnd(FACTOR)}${"quartiles".padEnd(QUARTILES)}${hasGoals ? "reach, try for" : ""}`;
    const beside = isMultiple ? multiple : compared;
    line(`  ${name.padEnd(NAME + 2)}${paint(DIM, `${"median".padStart(VALUE)}   ${heads}`)}`);
    contenders.forEach((contender, place) => {
      const time = duration(contender.microseconds.median).padStart(VALUE);
      line(`    ${contender.name.padEnd(NAME)}${time}   ${place === 0 ? "" : beside(contender) + goals(contender)}`);
    });
  },

  memory: ({ sides }) => {
    line(paint(DIM, `    ${"".padEnd(NAME)}${"V8 counts".padStart(VALUE)}   ${"the system counts"}`));
    for (const { name, heap, resident } of sides) {
      line(`    ${name.padEnd(NAME)}${megabytes(heap).padStart(VALUE)}   ${megabytes(resident)}`);
    }
  },

  sizes: ({ budget, wasm, loaded, tarball }) => {
    size("module", wasm.raw);
    size("module, gzip", wasm.gzip);
    size("module, brotli", wasm.brotli);
    size("all that a page loads, brotli", loaded.brotli, budget.loaded);
    size("npm tarball (gzip)", tarball.gzip);
    size("types and licences included, brotli", tarball.brotli);
  },

  targets: (targets) => {
    const rows = targets.map(({ work, against, seen, reach, tryFor, unit }) =>
      [work, against, quantity(seen, unit), quantity(reach, unit), quantity(tryFor, unit)]);
    const heads = ["", "against", "seen", "reach", "try for"];
    const widths = heads.map((head, place) => Math.max(head.length, ...rows.map((row) => row[place].length)));
    const cells = columns(widths);
    line(`     ${paint(DIM, cells(heads))}`);
    targets.forEach(({ verdict }, place) => line(`  ${MARKS[verdict]}${verdict === "beyond" ? "" : " "} ${cells(rows[place])}`));
  },

  note: (text) => line(paint(DIM, `    ${text}`)),
};

/** The same, for a program that reads only the end. */
export const silent = Object.fromEntries(Object.keys(table).map((name) => [name, () => {}]));
