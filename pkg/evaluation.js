// Builds an evaluation of what the module packs (src/wasm/packed.rs): the very value that JSON.parse would make of its
// JSON, in a fraction of the time. Nothing here runs code of the caller's.
import { currentWords, textAt } from "./memory.js";
import { unbound } from "./slots.js";

const { parse: fromJson } = JSON;
const slice = unbound(String.prototype.slice);

const ROLES = ["viewer", "commenter", "collaborator", "admin"];
const [USER, EMAIL, , NOBODY] = [0, 1, 2, 3];
const INVITED = 2;
const CODES =
  "invalid_email duplicate_recipient recipient_is_caller recipient_is_owner role_exceeds_ceiling recipient_kind_not_allowed external_sharing_disabled domain_blocked domain_not_allowed role_not_allowed_for_recipient recipient_not_found recipient_ambiguous recipient_inactive recipient_blocked already_has_access limit_reached indeterminate".split(
    " ",
  );
const EMAIL_FAULTS =
  "empty too_long control_character missing_at multiple_at quoted_local display_name comment ip_literal local_empty local_non_ascii local_character local_dot local_too_long domain_empty domain_trailing_dot domain_dotless domain_tld domain_invisible_character domain_invalid domain_too_long".split(
    " ",
  );
const CEILING_RULES = ["owner_only", "own_role"];
const KINDS = ["user", "email", "bot"];
const CLASSES = ["external", "invite", "bot"];
const STATUSES = ["active", "suspended", "deleted"];
const COMPARISONS = ["same", "lower", "higher"];

const { getPrototypeOf } = Object;
const [everyObject, everyArray] = [Object.prototype, Array.prototype];
const MOST_ROWS = 100;

/** Is nothing inherited that is set here? Whoever pollutes every object or array has the slow way, by JSON. */
export const canBuild = () => {
  if (getPrototypeOf(everyArray) !== everyObject) return false;
  for (let index = 0; index < MOST_ROWS; index += 1) if (index in everyArray) return false;
  return !(
    "revision" in everyObject ||
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

const paramsOf = (packed, failure, domain) => {
  const a = (failure >> 8) & 0xff;
  const b = (failure >> 16) & 0xff;
  switch (failure & 0xff) {
    case 0:
      return { detail: EMAIL_FAULTS[a] };
    case 1:
      return { duplicate_of: a, same_role: b === 1 };
    case 4:
      return { requested_role: ROLES[a], max_role: ROLES[b], rule: CEILING_RULES[failure >>> 24] };
    case 5:
      return { kind: KINDS[a] };
    case 7:
    case 8:
      return { domain: take(packed, domain) };
    case 9:
      return { class: CLASSES[a], max_role: ROLES[b] };
    case 12:
      return { status: STATUSES[a] };
    case 14:
      return { current_role: ROLES[a], comparison: COMPARISONS[b] };
    case 15:
    case 16:
      return take(packed, 1);
  }
};

const failedRow = (packed, index, recipient, facts) => {
  const { words, at } = packed;
  const failure = words[at];
  const sizes = words[at + 1];
  packed.at = at + 2;
  const row = { index, recipient, success: false, code: CODES[failure & 0xff], error: take(packed, sizes & 0xffff) };
  if ((facts & 0x4000) !== 0) row.also = take(packed, 1);
  const params = paramsOf(packed, failure, sizes >>> 16);
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
