// The results as a table. Colours only on a terminal.
import { isTerminal } from "../scripts/progress.mjs";

const stream = process.stdout;
const paint = (code, text) => (isTerminal(stream) ? `\x1b[${code}m${text}\x1b[0m` : text);

const line = (text = "") => stream.write(`${text}\n`);

const CASE = 38;
const CONTENDER = 46;
const TIME = 10;

const digits = (value) => (value < 10 ? 2 : value < 100 ? 1 : 0);
const microseconds = (value) => value.toFixed(digits(value));

/** Three digits: the fourth is noise. */
const factor = (value) => value.toFixed(value < 10 ? 2 : 1);

const verdict = ({ median, q1, q3 }) => {
  const faster = median >= 1;
  const [low, high] = faster ? [q1, q3] : [1 / q3, 1 / q1];
  const text = `${factor(faster ? median : 1 / median)}x ${faster ? "faster" : "slower"}`;
  return `${paint(faster ? 32 : 31, text.padEnd(13))} ${paint(2, `(${factor(low)} to ${factor(high)})`)}`;
};

export const heading = (text) => line(`\n${paint(1, text)}`);

export const columns = () => {
  line(paint(2, `${"".padEnd(CASE + CONTENDER + 3)}${"µs a call".padStart(TIME)}   than the first (quartiles)`));
};

export const result = (name, contenders) => {
  contenders.forEach((contender, place) => {
    const time = microseconds(contender.microseconds.median).padStart(TIME);
    const title = (place === 0 ? name : "").padEnd(CASE);
    line(`  ${title} ${contender.name.padEnd(CONTENDER)}${time}   ${place === 0 ? "" : verdict(contender.ratio)}`.trimEnd());
  });
};

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`.padStart(9);

const against = (bytes, budget) =>
  bytes < budget ? paint(32, `under the budget of ${budget / 1000} KB`) : paint(31, `over the budget of ${budget / 1000} KB`);

export const sizes = ({ budget, wasm, package: whole }) => {
  const row = (name, bytes, note = "") => line(`  ${name.padEnd(CASE)} ${kilobytes(bytes)}   ${note}`.trimEnd());
  row("module", wasm.raw);
  row("module, gzip", wasm.gzip);
  row("module, brotli", wasm.brotli, against(wasm.brotli, budget));
  row("npm tarball", whole.packed);
  row("all that is in it, brotli", whole.brotli, against(whole.brotli, budget));
};

export const note = (text) => line(paint(2, text));
