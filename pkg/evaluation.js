// Builds an evaluation of what the module packs (src/wasm/packed.rs): the very value that JSON.parse would make of its
// JSON, in a fraction of the time. Nothing here runs code of the caller's.
import { currentWords, textAt } from "./memory.js";
import { unbound } from "./slots.js";

const { parse: fromJson } = JSON;
const slice = unbound(String.prototype.slice);

const ROLES = ["viewer", "commenter", "collaborator", "admin"];
const [USER, EMAIL, , NOBODY] = [0, 1, 2, 3];
const INVITED = 2;
const CEILING_RULES = ["owner_only", "own_role"];
const COMPARISONS = ["same", "lower", "higher"];

const { getPrototypeOf } = Object;
const [everyObject, everyArray] = [Object.prototype, Array.prototype];
const MOST_ROWS = 100;

/** Is nothing inherited that is set here? Whoever pollutes every object or array has the slow way, by JSON. */
export const canBuild = () => {
  if (getPrototypeOf(everyArray) !== everyObject) return false;
  for (let index = 0; index < MOST_ROWS; index += 1) if (index in everyArray) return false;
  return !(
    "warnings" in everyObject ||
    "also" in everyObject ||
    "params" in everyObject ||
    "principal" in everyObject ||
    "address" in everyObject ||
    "role" in everyObject ||
    "current_role" in everyObject ||
    "external" in everyObject ||
    "notify" in everyObject
  );
};

/** The next text, of which `size` tells where it is; undefined when there is none. */
const take = (packed, size) => {
  if (size > 2) {
    const from = packed.from;
    packed.from = from + size - 3;
    return slice(packed.text, from, packed.from);
  }
  if (size === 2) return packed.sent;
  return size === 1 ? packed.rest[packed.next++] : undefined;
};

const named = (kind, name) => (kind === EMAIL ? { email: name } : kind === USER ? { user_id: name } : { bot_id: name });

const recipientOf = (role, kind, sent) =>
  kind === EMAIL ? { role, email: sent } : kind === USER ? { role, user_id: sent } : { role, bot_id: sent };

/** Two small numbers and the size of a text make the params that are frequent; others are in the rest. */
const paramsOf = (packed, code, a, b, size) => {
  switch (code) {
    case 0:
      return { detail: take(packed, size) };
    case 1:
      return { duplicate_of: a, same_role: b === 1 };
    case 4:
      return { requested_role: ROLES[a], max_role: ROLES[b & 3], rule: CEILING_RULES[b >> 2] };
    case 7:
    case 8:
      return { domain: take(packed, size) };
    case 14:
      return { current_role: ROLES[a], comparison: COMPARISONS[b] };
    default:
      return take(packed, size);
  }
};

const failedRow = (packed, index, recipient, facts) => {
  const { words, at } = packed;
  const failure = words[at];
  const sizes = words[at + 1];
  packed.at = at + 2;
  const code = take(packed, (failure >> 8) & 0xff);
  const row = { index, recipient, success: false, code, error: take(packed, sizes & 0xffff) };
  if ((facts & 0x4000) !== 0) row.also = take(packed, 1);
  const params = paramsOf(packed, failure & 0xff, (failure >> 16) & 0xff, failure >>> 24, sizes >>> 16);
  if (params !== undefined) row.params = params;
  return row;
};

const grantOf = (principal, address, role, action, notify) =>
  address === undefined ? { principal, role, action, notify } : { principal, address, role, action, notify };

const rowOf = (packed, index, grants) => {
  const { words, at } = packed;
  const facts = words[at];
  const sizes = words[at + 2];
  const role = ROLES[facts & 3];
  const sent = take(packed, words[at + 1]);
  packed.sent = sent;
  packed.at = at + 3;
  const kind = (facts >> 4) & 3;
  const name = take(packed, sizes & 0xffff);
  const address = take(packed, sizes >>> 16);
  const recipient = recipientOf(role, (facts >> 2) & 3, sent);
  const outcome = (facts >> 6) & 3;
  const notify = (facts & 0x2000) !== 0;
  let row;
  if (outcome === 0) {
    row = failedRow(packed, index, recipient, facts);
    if (kind !== NOBODY) row.principal = named(kind, name);
  } else {
    const code = outcome === INVITED ? "invited" : "granted";
    row = { index, recipient, success: true, code, principal: named(kind, name) };
    grants[grants.length] = grantOf(named(kind, name), address, role, outcome === INVITED ? "invite" : "grant", notify);
  }
  if (address !== undefined) row.address = address;
  if (outcome !== 0) row.role = role;
  const currentRole = (facts >> 10) & 7;
  if (currentRole !== 0) row.current_role = ROLES[currentRole - 1];
  const external = (facts >> 8) & 3;
  if (external !== 0) row.external = external === 2;
  row.notify = notify;
  return row;
};

/** @returns the answer at this address, which holds an evaluation or a problem. */
export const evaluationAt = (address) => {
  const words = currentWords();
  const head = address >>> 2;
  const total = words[head];
  if (total === 0) return fromJson(textAt(address));
  const successful = words[head + 5];
  const rest = words[head + 2] === 0 ? undefined : fromJson(textAt(address));
  const packed = { words, at: head + 8, text: textAt(address, 1), from: 0, rest, next: 0, sent: undefined };
  const failed = total - successful;
  const results = [];
  const grants = [];
  const revision = take(packed, words[head + 6]);
  const evaluation =
    revision === undefined
      ? { total, successful, failed, results, grants }
      : { revision, total, successful, failed, results, grants };
  for (let index = 0; index < total; index += 1) results[index] = rowOf(packed, index, grants);
  if (words[head + 7] === 1) evaluation.warnings = take(packed, 1);
  return { ok: true, evaluation };
};
