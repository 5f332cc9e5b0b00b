// The module's memory as this side sees it: a request is written into its room, and an answer is read where it lies.
import * as module from "./generated/share_policy.js";
import { Bytes, lengthOf, partOf, unbound } from "./slots.js";

const Words = Uint32Array;
const set = unbound(Bytes.prototype.set);
const encoder = new TextEncoder();
const encodeInto = encoder.encodeInto.bind(encoder);
const decoder = new TextDecoder();
const decode = decoder.decode.bind(decoder);

let memory;
let place;
let bytes;
let words;
let room;

/** There is another instance, or will be. */
export const forget = () => {
  memory = undefined;
};

const look = () => {
  const { buffer } = memory;
  bytes = new Bytes(buffer);
  words = new Words(buffer);
  room = new Bytes(buffer, place[0], place[1]);
};

const open = () => {
  const at = module.room() >>> 2;
  memory = module.ownMemory();
  words = new Words(memory.buffer);
  place = [words[at + 5], words[at + 6]];
  look();
};

/** A memory that has grown is another buffer. */
const lookAgain = () => {
  if (memory === undefined) open();
  if (lengthOf(bytes) === 0) look();
};

/** Writes a short text, or bytes, where the module reads it. @returns the length; of what does not fit, that alone. */
export const write = (input) => {
  lookAgain();
  if (input === undefined) return undefined;
  if (typeof input === "string") return encodeInto(input, room).written;
  const length = lengthOf(input);
  if (length > 0 && length <= lengthOf(room)) set(room, input);
  return length;
};

/** Writes the piece of a long text that begins there. @returns its length. */
export const writePiece = (text, from) => {
  lookAgain();
  const piece = partOf(text, from, lengthOf(room));
  set(room, piece);
  return lengthOf(piece);
};

/** @returns all of the memory as words: an answer is read there. */
export const currentWords = () => {
  lookAgain();
  return words;
};

const viewAt = (at) => new Bytes(memory.buffer, words[at], words[at + 1]);

/** @returns an answer's number. */
export const numberAt = (address) => currentWords()[address >>> 2];

/** @returns an answer's text. */
export const textAt = (address, place = 0) => {
  lookAgain();
  return decode(viewAt((address >>> 2) + 1 + 2 * place));
};

/** @returns the text as bytes, which are the caller's own. */
export const bytesAt = (address) => {
  lookAgain();
  const at = (address >>> 2) + 1;
  const copy = new Bytes(words[at + 1]);
  set(copy, viewAt(at));
  return copy;
};
