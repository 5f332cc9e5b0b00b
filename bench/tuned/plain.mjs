// Whether texts are of the plain kind that most are, character by character: no regular expression, nothing made.

const [OTHER, SIGN, DIGIT, LETTER, DOT, HYPHEN, AT] = [0, 1, 2, 3, 4, 5, 6];

/** The class of each ASCII character in an address. */
const CLASS = new Uint8Array(128);
const BASE_32 = new Uint8Array(128);

const setAll = (table, characters, value) => {
  for (const character of characters) table[character.charCodeAt(0)] = value;
};

setAll(CLASS, "!#$%&'*+/=?^_`{|}~", SIGN);
setAll(CLASS, "0123456789", DIGIT);
setAll(CLASS, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER);
setAll(CLASS, ".", DOT);
setAll(CLASS, "-", HYPHEN);
setAll(CLASS, "@", AT);
setAll(BASE_32, "0123456789abcdefghjkmnpqrstvwxyz", 1);

const MAX_LOCAL = 64;
const MAX_LABEL = 63;
export const MAX_ADDRESS = 254;
const ID_LENGTH = 30;

const classAt = (text, at) => {
  const code = text.charCodeAt(at);
  return code < 128 ? CLASS[code] : OTHER;
};

/** @returns where the @ of an address with a plain local part is, or -1. */
const plainLocalEnd = (text) => {
  let before = DOT;
  for (let at = 0; at <= MAX_LOCAL && at < text.length; at += 1) {
    const kind = classAt(text, at);
    if (kind === AT) return before === DOT ? -1 : at;
    if (kind === OTHER || (kind === DOT && before === DOT)) return -1;
    before = kind;
  }
  return -1;
};

/** A label that may be punycode is for others to judge. */
const isPlainLabel = (text, from, to) => {
  const length = to - from;
  if (length < 1 || length > MAX_LABEL) return false;
  if (text.charCodeAt(from) === 45 || text.charCodeAt(to - 1) === 45) return false;
  return length < 4 || text.charCodeAt(from + 2) !== 45 || text.charCodeAt(from + 3) !== 45;
};

/** Whether the text up to the @ is a local part. */
export const isLocal = (text, at) => plainLocalEnd(text) === at;

const isPlainDomain = (text, from) => {
  const { length } = text;
  let label = from;
  let othersInLabel = 0;
  for (let at = from; at < length; at += 1) {
    const kind = classAt(text, at);
    if (kind === LETTER) continue;
    if (kind === DIGIT || kind === HYPHEN) othersInLabel += 1;
    else if (kind === DOT && isPlainLabel(text, label, at)) [label, othersInLabel] = [at + 1, 0];
    else return false;
  }
  return label > from && othersInLabel === 0 && length - label >= 2 && length - label <= MAX_LABEL;
};

/** @returns the key of an address that needs no look at Unicode, trimming or faults; undefined for all others. */
export const plainKey = (text) => {
  if (text.length > MAX_ADDRESS) return undefined;
  const at = plainLocalEnd(text);
  return at > 0 && isPlainDomain(text, at + 1) ? text.toLowerCase() : undefined;
};

/** Whether it is an id with this prefix, given as three character codes. */
export const isId = (text, first, second, third) => {
  if (typeof text !== "string" || text.length !== ID_LENGTH) return false;
  if (text.charCodeAt(0) !== first || text.charCodeAt(1) !== second || text.charCodeAt(2) !== third) return false;
  if (text.charCodeAt(3) !== 95 || text.charCodeAt(4) > 55) return false;
  for (let at = 4; at < ID_LENGTH; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128 || BASE_32[code] === 0) return false;
  }
  return true;
};
