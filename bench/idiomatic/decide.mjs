// Who gets access, as far as the wire response shows it.
import { parseAddress } from "./address.mjs";
import {
  counts,
  domainBlocked,
  domainNotAllowed,
  externalSharingDisabled,
  hasEntry,
  isBlocked,
  isExternal,
  isInactive,
  missing,
  notFound,
  resolveBot,
  resolveEmail,
  resolveUser,
  roleNotAllowed,
  startLimits,
} from "./conditions.mjs";
import * as sentences from "./sentences.mjs";
import { RANK } from "./snapshot.mjs";

/** Decides the rows of one request, in order. */
class Batch {
  #snapshot;
  #succeeded = new Set();
  #limits;

  constructor(snapshot, total) {
    this.#snapshot = snapshot;
    this.#limits = startLimits(snapshot.limits, total);
  }

  /** @returns why the row fails, or undefined when it succeeds. */
  row({ role, user_id, email, bot_id }) {
    const rank = RANK[role];
    const snapshot = this.#snapshot;
    if (user_id !== undefined) return this.#judge(resolveUser(snapshot, user_id), rank);
    if (bot_id !== undefined) return this.#judge(resolveBot(snapshot, bot_id), rank);
    const address = parseAddress(email);
    if (address.fault !== undefined) return sentences.INVALID_EMAIL[address.fault];
    return this.#judge(resolveEmail(snapshot, address), rank);
  }

  #judge(who, rank) {
    const snapshot = this.#snapshot;
    if (this.#succeeded.has(who.principal)) return sentences.DUPLICATE;
    if (who.principal === snapshot.caller) return sentences.IS_CALLER;
    if (who.principal === snapshot.owner) return sentences.IS_OWNER;
    if (rank > snapshot.ceiling) return sentences.ABOVE_CEILING;
    if (!snapshot.kinds.has(who.kind)) return sentences.KIND_NOT_ALLOWED[who.kind];

    const external = isExternal(snapshot, who);
    const shut = externalSharingDisabled(snapshot, who, external);
    if (shut === true) return sentences.NO_EXTERNAL_SHARING;
    const inBlockedDomain = domainBlocked(snapshot, who);
    if (inBlockedDomain === true) return sentences.DOMAIN_REFUSED;
    const inOtherDomain = domainNotAllowed(snapshot, who, external);
    if (inOtherDomain === true) return sentences.DOMAIN_REFUSED;
    const refused = roleNotAllowed(snapshot, who, rank, external);
    if (refused === true) return sentences.ROLE_REFUSED;
    const absent = notFound(snapshot, who);
    if (absent === true) return sentences.NOT_FOUND;
    if (who.ambiguous) return sentences.AMBIGUOUS;
    const inactive = isInactive(who);
    if (inactive === true) return sentences.INACTIVE;
    const blocked = isBlocked(snapshot, who);
    if (blocked === true) return sentences.BLOCKED;
    const entry = hasEntry(snapshot, who);
    if (entry === true) return sentences.HAS_ACCESS;

    const conditions = [shut, inBlockedDomain, inOtherDomain, refused, absent, inactive, blocked, entry, who.hasAccount];
    if (conditions.some(missing)) return sentences.INDETERMINATE;
    return this.#admit(who, external);
  }

  #admit(who, external) {
    const counting = this.#limits.filter((limit) => counts(limit, who, external) !== false);
    if (counting.some((limit) => !limit.hasRoomForAll && missing(counts(limit, who, external)))) return sentences.INDETERMINATE;
    const certain = counting.filter((limit) => counts(limit, who, external) === true);
    if (certain.some((limit) => limit.used >= limit.max)) return sentences.LIMIT_REACHED;
    for (const limit of certain) limit.used += 1;
    this.#succeeded.add(who.principal);
    return undefined;
  }
}

/** @returns the wire response to these recipients. */
export const share = (snapshot, recipients) => {
  const batch = new Batch(snapshot, recipients.length);
  let successful = 0;
  const results = recipients.map((recipient) => {
    const error = batch.row(recipient);
    if (error !== undefined) return { recipient, success: false, error };
    successful += 1;
    return { recipient, success: true };
  });
  return { total: results.length, successful, failed: results.length - successful, results };
};
