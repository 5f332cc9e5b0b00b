// E-mail addresses as nobody should type them, and domains.
import { any, from } from "./characters.mjs";
import { label } from "./labels.mjs";
import { address as knownAddress, badAddress, patterns } from "./world.mjs";

const TOP_LEVELS = [
  "com", "org", "COM", "рф", "xn--p1ai", "中国", "xn--fiqs8s", "한국", "ﾃｽﾄ", "ＣＯＭ", "co\u0301m", "ελ",
  "\u05d9\u05e9\u05e8\u05d0\u05dc", "\u0627\u0645\u0627\u0631\u0627\u062a",
  "c", "c0m", "1", "123", "xn--", "xn--a", "c-m", "com-", "", "c_m", "é", "☃", "ⓒⓞⓜ", "①", "co\u00adm", "\u0663",
  "xn--0",
];
const LOCALS = ["ann", "Bo", "a.b", "o'hara+x", "!#$%&'*+-/=?^_`{|}~", "A", "0", "-", "a-.b"];
const BAD_LOCALS = [
  "", ".a", "a.", "a..b", ".", "ä", "a b", '"a"', '"a b', "a,b", "a;b", "a:b", "[a]", "\\a", "a\u00adb", "\u212a",
  "ａ", "a\u200b",
];
const TRIMMED = ["", "", " ", "\t", "\n", "\r\n", "\f", "  \t\n\f\r  "];
const NOT_TRIMMED = [..."\u000b\u0085\u00a0\u2028\ufeff\u3000\u0000\u001f\u007f\u200b"];

const topLevel = (random) => (random.percent(60) ? random.pick(TOP_LEVELS.slice(0, 14)) : random.pick(TOP_LEVELS));
const dot = (random) => (random.percent(88) ? "." : from(random, "dots"));

export const domain = (random) => {
  const labels = random.times(random.weighted([[1, 0], [12, 1], [4, 2], [1, 4]]), () => label(random));
  const last = random.percent(85) ? topLevel(random) : label(random);
  const joined = [...labels, last].reduce((text, next) => text + dot(random) + next);
  return random.percent(2) ? joined + from(random, "dots") : joined;
};

const local = (random) => (random.percent(90) ? random.pick(LOCALS) : random.pick(BAD_LOCALS));
const oddDomain = (random) => `${local(random)}@${domain(random)}`;
const oddLocal = (random) => {
  const odd = random.text(1, 4, () => (random.percent(50) ? any(random) : from(random, "neutral")));
  return `${random.percent(50) ? odd : random.pick(LOCALS) + odd}@example.com`;
};

const oddShape = (random) => {
  const [a, b, c] = [local(random), domain(random), random.pick(LOCALS)];
  return random.pick([
    a, b, `${a}@`, `@${b}`, "@", `${a}@${b}@${c}`, `${a}@@${b}`, `"${a}"@${b}`, `"${a}@${b}`, `"${c} ${a}" <${a}@${b}>`,
    `${c} <${a}@${b}>`, `<${a}@${b}>`, `${a}@${b}>`, `${a}(${c})@${b}`, `${a}@${b} (${c})`, `(${a}@${b}`,
    `${a}@[127.0.0.1]`, `${a}@[${b}`, `${a}@[IPv6:::1]`, `${a}@${b}.`, `${a}@.${b}`, `${a}@${b}..com`,
    `mailto:${a}@${b}`, `${a}＠${b}`, `${a}@ ${b}`, `${a}@127.0.0.1`, `${a}@localhost`, `${a}@${c}.${b},${a}@${b}`,
    `${a}@${b}\u3002`, `${a}@${b}\uff0e`, `${a}@${b}\uff61`,
  ]);
};

const around = (random) => {
  const end = () => (random.percent(75) ? random.pick(TRIMMED) : random.pick(NOT_TRIMMED));
  return `${end()}${random.percent(80) ? knownAddress(random) : ""}${end()}`;
};

/** Labels of at most 63 octets, this long together with their dots, and then `.com`. */
const longDomain = (length) => {
  const full = `${"d".repeat(63)}.`;
  return `${full.repeat(Math.floor(length / 64))}${"e".repeat(length % 64)}`.replace(/\.$/, "") + ".com";
};

const longLocal = (random) => `${"l".repeat(random.between(62, 66))}@example.com`;
const longAddress = (random) => {
  const local = "l".repeat(random.pick([1, 2, 40, 63, 64]));
  return `${local}@${longDomain(random.between(180, 252))}`;
};
const longLabel = (random) => `a@${random.pick(["", "ü", "한", "ß"])}${"m".repeat(random.between(50, 64))}.com`;
const longText = (random) => {
  const bytes = random.between(2040, 2051);
  const x = "x".repeat(bytes - 6);
  return random.pick([`${x}@b.com`, `a@${x}.com`, `${"é".repeat(bytes >> 1)}@`, ` ${"x".repeat(bytes)} `]);
};

/** The edge itself: local part, label, domain and address of just the length that may be, or one more. */
const EDGES = [
  ...[64, 65].map((length) => `${"l".repeat(length)}@example.com`),
  ...[63, 64].map((length) => `a@${"m".repeat(length)}.com`),
  ...[254, 255].map((length) => `l@${longDomain(length - 6)}`),
  ...[254, 255].map((length) => `${"l".repeat(64)}@${longDomain(length - 69)}`),
  ...[2048, 2049].flatMap((length) => ["x".repeat(length), `${"x".repeat(length - 6)}@b.com`]),
];

const LONG = [[4, longLocal], [6, longAddress], [6, longLabel], [3, longText], [4, (random) => random.pick(EDGES)]];

const KINDS = [
  [50, oddDomain], [12, oddLocal], [14, oddShape], [5, around], [4, (random) => random.weighted(LONG)(random)],
  [3, badAddress], [6, knownAddress], [3, (random) => random.text(1, 9, () => any(random))],
];

export const address = (random) => random.weighted(KINDS)(random);

const ODD_PATTERNS = [
  "", "*.", "*", "*.com", "**.com", "a.*.com", "*example.com", longDomain(249), longDomain(250),
  `${"m".repeat(64)}.com`,
];

/** A domain as policies have it, now and then one that cannot be read. */
export const pattern = (random) => {
  const text = random.percent(70) ? domain(random) : (patterns(random)[0] ?? random.pick(ODD_PATTERNS));
  return random.percent(30) ? `*.${text}` : text;
};
