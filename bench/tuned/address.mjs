// Addresses that are not plain: trimmed, looked through once, and either faulty, ASCII after all, or international.
import { parseAddress } from "../idiomatic/address.mjs";
import { domainToASCII } from "../idiomatic/idna.mjs";
import { MAX_ADDRESS, isLocal, plainKey } from "./plain.mjs";

const MAX_TYPED_BYTES = 2048;
/** A text of this length has so many bytes at most. */
const MAX_TYPED_LENGTH = Math.floor(MAX_TYPED_BYTES / 3);

/** What a text holds before and after its first @, as bits. */
const [CONTROL, AT, QUOTE, LESS, GREATER, PARENTHESIS, BEYOND_ASCII] = [1, 2, 4, 8, 16, 32, 64];

const BITS = new Uint8Array(160);
BITS.fill(CONTROL, 0, 32).fill(CONTROL, 127, 160);
for (const [character, bits] of Object.entries({ "@": AT, '"': QUOTE, "<": LESS, ">": GREATER, "(": PARENTHESIS, ")": PARENTHESIS })) {
  BITS[character.charCodeAt(0)] = bits;
}

const bitsOf = (text, from, to) => {
  let bits = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    bits |= code < 160 ? BITS[code] : 0;
    if (code > 127) bits |= BEYOND_ASCII;
  }
  return bits;
};

const isSpace = (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11);

const trim = (text) => {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return to - from === text.length ? text : text.slice(from, to);
};

const faultOfText = (text, at, local, domain) => {
  if (text === "") return "empty";
  if ((local | domain) & CONTROL) return "control_character";
  if (at < 0) return "missing_at";
  if (domain & AT) return "multiple_at";
  if (local & QUOTE && !(local & LESS)) return "quoted_local";
  if ((local | domain) & (LESS | GREATER)) return "display_name";
  if ((local | domain) & PARENTHESIS) return "comment";
  if (text.charCodeAt(at + 1) === 91) return "ip_literal";
  if (at === 0) return "local_empty";
  if (local & BEYOND_ASCII) return "local_non_ascii";
  return undefined;
};

/** The fault that can be seen in a domain at a glance. */
const faultOfDomain = (text, at) => {
  if (at + 1 === text.length) return "domain_empty";
  return text.charCodeAt(text.length - 1) === 46 ? "domain_trailing_dot" : undefined;
};

const NEVER_IN_DOMAINS = /[^A-Za-z0-9.\-\u0080-\uffff]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u;
const LABELS = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;

/** @returns the A-labels of a domain, or undefined for one that has to be looked at more closely. */
const toALabels = (domain) => {
  if (NEVER_IN_DOMAINS.test(domain)) return undefined;
  const labels = domainToASCII(domain);
  return LABELS.test(labels) ? labels : undefined;
};

/** Reads addresses. It remembers the international domains of the snapshot, and nothing of a request. */
export class Addresses {
  /** By domain as typed: its A-labels. */
  #domains = new Map();
  /** Why the last one cannot be read, when it has no key. */
  fault = undefined;

  /** @returns the key of an address of the snapshot. */
  learn(text) {
    const plain = plainKey(text);
    if (plain !== undefined) return plain;
    const key = this.key(text);
    const typed = text.slice(text.indexOf("@") + 1);
    if (key !== undefined && bitsOf(typed, 0, typed.length) & BEYOND_ASCII) {
      const labels = key.slice(key.indexOf("@") + 1);
      this.#domains.set(typed, labels).set(labels, labels);
    }
    return key;
  }

  /** @returns the key, or undefined; then `fault` is the contract's name for what is wrong. */
  key(text) {
    const key = plainKey(text);
    if (key !== undefined) return key;
    const trimmed = trim(text);
    return trimmed.length < text.length ? (plainKey(trimmed) ?? this.#unusual(trimmed)) : this.#unusual(trimmed);
  }

  #unusual(text) {
    if (text.length > MAX_TYPED_LENGTH) return this.#any(text);
    const at = text.indexOf("@");
    const local = bitsOf(text, 0, at < 0 ? text.length : at);
    const domain = at < 0 ? 0 : bitsOf(text, at + 1, text.length);
    this.fault = faultOfText(text, at, local, domain);
    if (this.fault !== undefined) return undefined;
    // What is wrong with a local part, and whether a domain is one, is rarely asked.
    if (!isLocal(text, at)) return this.#any(text);
    this.fault = faultOfDomain(text, at);
    return this.fault === undefined ? this.#international(text, at) : undefined;
  }

  #international(text, at) {
    const domain = text.slice(at + 1);
    const labels = this.#domains.get(domain) ?? toALabels(domain);
    if (labels === undefined || at + 1 + labels.length > MAX_ADDRESS) return this.#any(text);
    return `${text.slice(0, at).toLowerCase()}@${labels}`;
  }

  #any(text) {
    const { key, fault } = parseAddress(text);
    this.fault = fault;
    return key;
  }
}
