// Faults of text: what stands before any value, in bytes.

const encoder = new TextEncoder();
const encode = (text) => encoder.encode(text);

const NOT_UTF8 = [
  [0x80], [0xbf], [0xc0, 0x80], [0xc1, 0xbf], [0xe0, 0x80, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80],
  [0xff], [0xfe], [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf], [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], [0xe2, 0x82],
  [0xf0, 0x9f, 0x98], [0xc3], [0xf8, 0x88],
];
const BOM = [0xef, 0xbb, 0xbf];
const JUNK = [
  ",", ",,", ":", "]", "}", "[", "{", '"', "'", "//", "/* */", "#", "\\", "-", "+1", "01", ".5", "1.", "1e", "-0",
  "1e400", "1E-7", "NaN", "Infinity", "undefined", "nul", "True", "tru", "0x10", "\u0000", "\u000b", "\f", "\u00a0",
  "\u0085", "\u2028", "\ufeff", "\u3000", "null", "true", "{}", "[]", '""', '"a":1,', '"":0,', "\r", "\r\n", "\n\n",
  "\t ", "123456789012345678901234567890", "-1.5e+3",
];
const ESCAPES = [
  "\\ud800", "\\udc00", "\\uDFFF", "\\ud83d\\ude00", "\\uD83D\\uDE00", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d",
  "\\ud83d\\u0041", "\\ud83d ", "\\ud83d\\n", "\\ud83d\\uDE0", "\\ud83d\\", "\\u00e9", "\\u0000", "\\u12G4", "\\u{41}",
  "\\u", "\\u004", "\\U0041", "\\x41", "\\'", '\\"', "\\\\", "\\/", "\\b\\f\\n\\r\\t", "\\a", "\\0", "\\ ", "\u0001",
  "\u001f", "\t", "\n", "\u007f", "\u2028", "\ufeff",
];
const NUMBERS = [
  "1.0", "1e0", "10e-1", "0.1E+1", "-0", "-0.0", "0e5", "1.50", "1e400", "-1e400", "1e-400", "9007199254740991",
  "9007199254740992", "9007199254740993", "9.007199254740991e15", "90071992547409910e-1", "0.1",
  "1.0000000000000000001", "01", "1.", ".1", "+1", "1e", "--1", "100000000000000000000", "1e1", `1${"0".repeat(60)}`,
  `0.${"0".repeat(60)}1e61`, "1e99999999999", "0x1", "1_000", "1,5", "\u0663",
];

const splice = (bytes, at, without, put) => {
  const inserted = typeof put === "string" ? encode(put) : Uint8Array.from(put);
  const out = new Uint8Array(bytes.length - without + inserted.length);
  out.set(bytes.subarray(0, at));
  out.set(inserted, at);
  out.set(bytes.subarray(at + without), at + inserted.length);
  return out;
};

const placeIn = (random, bytes, without = 0) => random.below(Math.max(bytes.length - without, 0) + 1);
const insertAnywhere = (list) => (random, bytes) => splice(bytes, placeIn(random, bytes), 0, random.pick(list));

const flip = (random, bytes) => {
  const at = random.below(bytes.length);
  return splice(bytes, at, 1, [bytes[at] ^ (1 << random.below(8))]);
};

const drop = (random, bytes) => {
  const count = Math.min(random.between(1, 4), bytes.length);
  return splice(bytes, placeIn(random, bytes, count), count, []);
};

const truncate = (random, bytes) => bytes.slice(0, random.below(bytes.length));

const repeatPart = (random, bytes) => {
  const at = random.below(bytes.length);
  return splice(bytes, at, 0, bytes.slice(at, at + random.between(1, 20)));
};

/** Places in JSON text are found in its characters, where each byte is one. */
const latin1 = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

const matches = (bytes, pattern) => [...latin1(bytes).matchAll(pattern)];

const STRING = /"(?:[^"\\]|\\.)*"/g;
const NAME = /"(?:[^"\\]|\\.)*"(?=\s*:)/g;
const INTEGER = /(?<=:\s*)\d+/g;

const escapeOne = (random, name) => {
  const at = random.below(name.length);
  const hex = name.charCodeAt(at).toString(16).padStart(4, "0");
  return `${name.slice(0, at)}\\u${random.percent(50) ? hex : hex.toUpperCase()}${name.slice(at + 1)}`;
};

/** The same member once more before itself, perhaps in another spelling. */
const duplicate = (random, bytes) => {
  const names = matches(bytes, NAME).filter(([name]) => /^"\w+"$/.test(name));
  if (names.length === 0) return flip(random, bytes);
  const { 0: quoted, index } = random.pick(names);
  const name = random.percent(50) ? quoted.slice(1, -1) : escapeOne(random, quoted.slice(1, -1));
  return splice(bytes, index, 0, `"${name}":${random.pick(["null", "1", "[]", '"x"'])},`);
};

const insertEscape = (random, bytes) => {
  const strings = matches(bytes, STRING);
  if (strings.length === 0) return insertAnywhere(ESCAPES)(random, bytes);
  const { 0: quoted, index } = random.pick(strings);
  return splice(bytes, index + random.between(1, quoted.length - 1), 0, random.pick(ESCAPES));
};

/** So deep that it is just allowed, or just not; or never closed. */
const nested = (random) => {
  const open = random.times(random.between(28, 34), () => random.pick(["[", "[", '{"a":', '{"":']));
  if (random.percent(5)) return open.join("");
  const close = (inside, bracket) => bracket + inside + (bracket === "[" ? "]" : "}");
  return open.reduceRight(close, random.pick(["[]", "0"]));
};

const nest = (random, bytes) => {
  const names = matches(bytes, NAME);
  if (names.length === 0 || random.percent(10)) return encode(nested(random));
  return splice(bytes, random.pick(names).index, 0, `"deep":${nested(random)},`);
};

const oddNumber = (random, bytes) => {
  const integers = matches(bytes, INTEGER);
  const number = random.pick(NUMBERS);
  if (integers.length > 0) {
    const { 0: digits, index } = random.pick(integers);
    return splice(bytes, index, digits.length, number);
  }
  const names = matches(bytes, NAME);
  return names.length === 0 ? encode(number) : splice(bytes, random.pick(names).index, 0, `"n":${number},`);
};

const WHOLE = [
  "", " ", "\n", "null", "0", '""', '"viewer"', "[]", "{}", "true", "[", "{", "\ufeff", "\ufeff{}", " {} ", "{}{}",
  "{},", '{"a"', "-",
];
const whole = (random) => encode(random.pick(WHOLE));

const CHANGES = [
  [4, flip], [3, drop], [2, truncate], [2, repeatPart], [3, insertAnywhere(NOT_UTF8)], [1, insertAnywhere([BOM])],
  [5, insertAnywhere(JUNK)], [5, duplicate], [6, insertEscape], [4, nest], [4, oddNumber], [1, whole],
  [1, (_random, bytes) => splice(bytes, 0, 0, BOM)],
];

/** Changes the bytes of a text in some places. */
export const mistype = (random, bytes, changes) => {
  let out = bytes;
  for (let change = 0; change < changes; change += 1) {
    out = out.length === 0 ? whole(random) : random.weighted(CHANGES)(random, out);
  }
  return out;
};
