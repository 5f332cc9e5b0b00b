// The wire response as bytes, copied from pieces that are made once into a buffer that is used again.
import * as sentences from "../idiomatic/sentences.mjs";
import { BOT, EMAIL, REASON, USER } from "./principal.mjs";
import { rankOf } from "./request.mjs";

const ROLES = ["viewer", "commenter", "collaborator", "admin"];
const NAMES = { [USER]: "user_id", [EMAIL]: "email", [BOT]: "bot_id" };
const FAULTS = Object.keys(sentences.INVALID_EMAIL);

const SENTENCES = {
  [REASON.DUPLICATE]: sentences.DUPLICATE,
  [REASON.IS_CALLER]: sentences.IS_CALLER,
  [REASON.IS_OWNER]: sentences.IS_OWNER,
  [REASON.ABOVE_CEILING]: sentences.ABOVE_CEILING,
  [REASON.USER_NOT_ALLOWED]: sentences.KIND_NOT_ALLOWED.user,
  [REASON.EMAIL_NOT_ALLOWED]: sentences.KIND_NOT_ALLOWED.email,
  [REASON.BOT_NOT_ALLOWED]: sentences.KIND_NOT_ALLOWED.bot,
  [REASON.NO_EXTERNAL_SHARING]: sentences.NO_EXTERNAL_SHARING,
  [REASON.DOMAIN_REFUSED]: sentences.DOMAIN_REFUSED,
  [REASON.ROLE_REFUSED]: sentences.ROLE_REFUSED,
  [REASON.NOT_FOUND]: sentences.NOT_FOUND,
  [REASON.AMBIGUOUS]: sentences.AMBIGUOUS,
  [REASON.INACTIVE]: sentences.INACTIVE,
  [REASON.BLOCKED]: sentences.BLOCKED,
  [REASON.HAS_ACCESS]: sentences.HAS_ACCESS,
  [REASON.LIMIT_REACHED]: sentences.LIMIT_REACHED,
  [REASON.INDETERMINATE]: sentences.INDETERMINATE,
};

const encoder = new TextEncoder();

/** How a row begins, up to its identifier's first quote, by kind and rank; and after the last row, how it all ends. */
const HEADS = [USER, EMAIL, BOT].flatMap((kind) => ROLES.map((role) => `{"recipient":{"role":"${role}","${NAMES[kind]}":"`));
const END = HEADS.length;

/** How a row ends, from its identifier's last quote on, by its reason; then by the fault of its address. */
const failed = (error) => `"},"success":false,"error":${JSON.stringify(error)}}`;
const TAILS = ['"},"success":true}'];
for (const [reason, sentence] of Object.entries(SENTENCES)) TAILS[reason] = failed(sentence);
const FIRST_FAULT = TAILS.length;
for (const fault of FAULTS) TAILS.push(failed(sentences.INVALID_EMAIL[fault]));
const FAULT_PLACES = new Map(FAULTS.map((fault, place) => [fault, FIRST_FAULT + place]));

/** The end of a row and the beginning of the next, in one piece. */
const STRIDE = END + 1;
const JOINTS = TAILS.flatMap((tail) => [...HEADS.map((head) => `${tail},${head}`), `${tail}]}`]).map((text) => encoder.encode(text));
const FIRSTS = HEADS.map((head) => encoder.encode(`,"results":[${head}`));

/** The counts stand first and are known last: they are written backwards into this room. */
const ROOM = 64;

/** 256 KiB of request at most, and the longest joint for each row. */
const buffer = new Uint8Array(512 * 1024);

/** Writes a text that stands between quotes. @returns where it ends. */
const writeText = (text, start) => {
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 34 || code === 92 || code > 126) {
      return start + encoder.encodeInto(JSON.stringify(text).slice(1, -1), buffer.subarray(start)).written;
    }
    buffer[start + at] = code;
  }
  return start + length;
};

const writePiece = (piece, start) => {
  buffer.set(piece, start);
  return start + piece.length;
};

const writeCounts = (total, successful, end) => {
  const text = `{"total":${total},"successful":${successful},"failed":${total - successful}`;
  const start = end - text.length;
  for (let at = 0; at < text.length; at += 1) buffer[start + at] = text.charCodeAt(at);
  return start;
};

/** @returns the tail of an address's row. */
const byEmail = (batch, addresses, email, rank) => {
  const key = addresses.key(email);
  return key === undefined ? FAULT_PLACES.get(addresses.fault) : batch.byKey(key, rank);
};

/** @returns the wire response to these rows, each a role and one identifier. */
export const answer = (batch, addresses, rows) => {
  const total = rows.length;
  batch.begin(total);
  let successful = 0;
  let tail = -1;
  let end = ROOM;
  for (let index = 0; index < total; index += 1) {
    const row = rows[index];
    const { email, user_id } = row;
    const rank = rankOf(row.role);
    const kind = email !== undefined ? EMAIL : user_id !== undefined ? USER : BOT;
    const head = kind * ROLES.length + rank;
    end = writePiece(tail < 0 ? FIRSTS[head] : JOINTS[tail * STRIDE + head], end);
    const id = kind === EMAIL ? email : kind === USER ? user_id : row.bot_id;
    end = writeText(id, end);
    tail = kind === EMAIL ? byEmail(batch, addresses, id, rank) : batch.byId(kind, id, rank);
    if (tail === REASON.NONE) successful += 1;
  }
  end = writePiece(JOINTS[tail * STRIDE + END], end);
  return buffer.slice(writeCounts(total, successful, ROOM), end);
};
