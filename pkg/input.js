// What a caller hands over, as the text or the bytes that the module's one parser reads.
// Text and bytes go as they are; anything else means what JSON.stringify of it means.
import { isBytes, unbound, viewOf } from "./slots.js";

const { stringify } = JSON;
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);

const exec = unbound(RegExp.prototype.exec);
const isWellFormed = String.prototype.isWellFormed && unbound(String.prototype.isWellFormed);

// The module judges by its own limits; these only tell when to look twice.
const MAX_DEPTH = 32;
const MAX_REQUEST_BYTES = 256 * 1024;
/** However it is encoded, a text of so many units fits. */
const SHORT = MAX_REQUEST_BYTES / 3;
const MAX_SNAPSHOT_BYTES = 64 * 1024 * 1024;

const LONE_SURROGATE = /\p{Surrogate}/u;
const loneSurrogate = (text) => (isWellFormed?.(text) ? undefined : exec(LONE_SURROGATE, text)?.index);

/** @returns whether the text is Unicode, so that it means the same on both sides. */
export const isUnicode = (text) => loneSurrogate(text) === undefined;

/** A lone surrogate stays what it is (and is refused), where the encoder would write U+FFFD. */
const fromText = (text) => {
  const bytes = encode(text);
  const index = loneSurrogate(text);
  if (index === undefined) return bytes;
  const unit = text.charCodeAt(index);
  bytes.set([0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)], encode(text.slice(0, index)).length);
  return bytes;
};

/** The text up to its first bracket beyond the depth limit, or undefined when it has none. */
const upToDepthFault = (text) => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "]" || character === "}") depth -= 1;
    else if ((character === "[" || character === "{") && ++depth > MAX_DEPTH) return text.slice(0, at + 1);
  }
  return undefined;
};

/** JSON.stringify that goes no further than just beyond the depth limit, and gives up on endless breadth. */
const stringifyShallow = (value, maxMembers) => {
  const depths = new WeakMap();
  let members = 0;
  return stringify(value, function (_name, member) {
    if (++members > maxMembers) throw new RangeError("too many members");
    if (typeof member !== "object" || member === null) return member;
    const depth = (depths.get(this) ?? 0) + 1;
    depths.set(member, depth);
    return depth > MAX_DEPTH + 1 ? null : member;
  });
};

let nest = [];
for (let depth = 0; depth < 2 * MAX_DEPTH; depth += 1) nest = [nest];

/** Throws the host's own error when the caller has left no stack to work with: that is not the value's fault. */
const needStack = () => stringify(nest, (_name, member) => member);

/** @returns what the value's depth fault says, or undefined when it has none that can be reached. */
const depthFault = (value, maxBytes) => {
  needStack();
  try {
    const text = upToDepthFault(stringifyShallow(value, maxBytes));
    return text === undefined ? undefined : encode(text);
  } catch {
    return undefined;
  }
};

/** Engines give up at different depths and lengths; the answer must not differ, so depth is judged first. */
const fromValue = (value, maxBytes) => {
  let bytes;
  try {
    const text = stringify(value);
    if (text === undefined || text.length <= SHORT) return text;
    bytes = encode(text);
    if (bytes.length <= maxBytes) return bytes;
  } catch {
    // Cyclic, too deep, a BigInt, a getter that throws: told apart below.
  }
  return depthFault(value, maxBytes) ?? bytes;
};

const isShort = (text) => text.length <= SHORT && isUnicode(text);

/** What people paste is text and nothing else. A lone surrogate reads as U+FFFD, which is as long in UTF-16. */
export const pastedInput = (text) => {
  if (typeof text !== "string") throw new TypeError("parseRecipients takes a string.");
  return text.length <= SHORT ? text : encode(text);
};

/** @returns a short text, or bytes, which are copied by what they are; undefined for a value that JSON.stringify cannot write. */
export const requestInput = (request) => {
  if (typeof request === "string") return isShort(request) ? request : fromText(request);
  return isBytes(request) ? request : fromValue(request, MAX_REQUEST_BYTES);
};

/** The same, held as it is now: before it is copied, code of the caller's may run. */
export const heldInput = (request) => {
  const input = requestInput(request);
  return isBytes(input) ? viewOf(input) : input;
};

/** @returns bytes, or undefined for a value that JSON.stringify cannot write. */
export const snapshotBytes = (snapshot) => {
  if (typeof snapshot === "string") return fromText(snapshot);
  if (isBytes(snapshot)) return viewOf(snapshot);
  const input = fromValue(snapshot, MAX_SNAPSHOT_BYTES);
  return typeof input === "string" ? encode(input) : input;
};
