// Decides the rows of one request, in order. Nothing is made but what a duplicate is recognised by.
import { BOT, EMAIL, NO, Principal, REASON, UNKNOWN, USER, YES } from "./principal.mjs";

const [ALL, EXTERNAL, INVITE] = [0, 1, 2];

/** @returns whether the limit counts the principal. */
const counts = (appliesTo, principal) => {
  if (appliesTo === ALL) return YES;
  if (appliesTo === EXTERNAL) return principal.external;
  if (appliesTo === INVITE) return principal.invited;
  return principal.kind === BOT ? YES : NO;
};

export class Batch {
  #snapshot;
  #number = 0;
  #total = 0;
  /** The limits' use so far. */
  #used;
  /** Whom the snapshot does not name: their keys and ids. One object plays them all, in turn. */
  #strangers = new Set();
  #stranger = new Principal(EMAIL);

  constructor(snapshot) {
    this.#snapshot = snapshot;
    this.#used = snapshot.limits.map(({ used }) => used);
  }

  /** Forgets the batch before. */
  begin(total) {
    const { limits } = this.#snapshot;
    this.#number += 1;
    this.#total = total;
    for (let at = 0; at < limits.length; at += 1) this.#used[at] = limits[at].used;
    if (this.#strangers.size > 0) this.#strangers.clear();
  }

  /** @returns why a row fails, a `REASON`. */
  byId(kind, id, rank) {
    const principal = this.#snapshot.principals.get(id);
    return principal === undefined ? this.#judgeStranger(kind, id, rank) : this.#judge(principal, kind, rank);
  }

  /** The same for the key of an address. */
  byKey(key, rank) {
    const principal = this.#snapshot.principals.get(key);
    return principal === undefined ? this.#judgeStranger(EMAIL, key, rank) : this.#judge(principal, EMAIL, rank);
  }

  #judgeStranger(kind, name, rank) {
    if (this.#strangers.has(name)) return REASON.DUPLICATE;
    const { policy } = this.#snapshot;
    const stranger = this.#stranger;
    stranger.kind = kind;
    stranger.domains = kind === EMAIL ? policy.domainBits(name, false) : 0;
    stranger.isBlocked = kind === EMAIL ? policy.blockedKeys.has(name) : policy.blockedIds.has(name);
    stranger.isNamed = kind === EMAIL;
    stranger.hasAccount = kind === EMAIL ? policy.inviteeHasAccount(-1) : policy.directory === "partial" ? UNKNOWN : YES;
    stranger.batch = 0;
    policy.judge(stranger);
    const reason = this.#judge(stranger, kind, rank);
    if (reason === REASON.NONE) this.#strangers.add(name);
    return reason;
  }

  #judge(principal, kind, rank) {
    if (principal.batch === this.#number) return REASON.DUPLICATE;
    if (principal.part !== REASON.NONE) return principal.part;
    const { policy } = this.#snapshot;
    if (rank > policy.ceiling) return REASON.ABOVE_CEILING;
    if (!policy.takes[kind]) return kind === USER ? REASON.USER_NOT_ALLOWED : kind === EMAIL ? REASON.EMAIL_NOT_ALLOWED : REASON.BOT_NOT_ALLOWED;
    if (principal.early !== REASON.NONE) return principal.early;
    const refused = policy.roleNotAllowed(principal, rank);
    if (refused === YES) return REASON.ROLE_REFUSED;
    if (principal.late !== REASON.NONE) return principal.late;
    if (principal.isUnsettled || refused === UNKNOWN) return REASON.INDETERMINATE;
    return this.#admit(principal);
  }

  #admit(principal) {
    const { limits } = this.#snapshot;
    let isFull = false;
    for (let at = 0; at < limits.length; at += 1) {
      const { max, used, appliesTo } = limits[at];
      const counted = counts(appliesTo, principal);
      if (counted === UNKNOWN && max - used < this.#total) return REASON.INDETERMINATE;
      if (counted === YES && this.#used[at] >= max) isFull = true;
    }
    if (isFull) return REASON.LIMIT_REACHED;
    for (let at = 0; at < limits.length; at += 1) if (counts(limits[at].appliesTo, principal) === YES) this.#used[at] += 1;
    principal.batch = this.#number;
    return REASON.NONE;
  }
}
