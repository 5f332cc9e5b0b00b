// Who gets access: sections 6 and 7 of the contract, as far as the wire response shows them. A condition is
// true, false, or undefined when the snapshot does not tell.
import { parseAddress } from "./address.mjs";
import * as sentences from "./sentences.mjs";
import { RANK } from "./snapshot.mjs";

const either = (one, other) => (one || other ? true : one === undefined || other === undefined ? undefined : false);
const both = (one, other) => (one === false || other === false ? false : one === undefined || other === undefined ? undefined : true);
const not = (one) => (one === undefined ? undefined : !one);

/** The recipient of an id: `account` is what the snapshot knows of it. */
const resolveId = (snapshot, kind, id, accounts) => {
  const account = accounts.get(id);
  const named = account !== undefined || id === snapshot.caller || (kind === "user" && id === snapshot.owner);
  const hasAccount = snapshot.directory === "partial" && !named ? undefined : true;
  return { kind, principal: id, typed: undefined, account, rank: account?.rank, named, hasAccount, ambiguous: false };
};

const inviteeHasAccount = (snapshot, rank) => {
  if (snapshot.directory === "complete") return false;
  const unknown = snapshot.directory === "absent" ? snapshot.blocksUsers : rank === undefined;
  return unknown ? undefined : false;
};

const resolveEmail = (snapshot, typed) => {
  const known = snapshot.addresses.get(typed.key);
  const owners = known === undefined ? 0 : known.owners.length;
  if (owners === 1) {
    const [account] = known.owners;
    const { id: principal, rank } = account;
    return { kind: "email", principal, typed, account, rank, named: true, hasAccount: true, ambiguous: false };
  }
  const rank = known?.rank;
  const hasAccount = owners > 1 ? true : inviteeHasAccount(snapshot, rank);
  return { kind: "email", principal: typed.key, typed, account: undefined, rank, named: true, hasAccount, ambiguous: owners > 1 };
};

/** Whether one of the recipient's known addresses is such. */
const someAddress = ({ typed, account }, test) =>
  (typed !== undefined && test(typed)) || (account !== undefined && account.addresses.some(test));

const lacksAddress = ({ kind, account }) => kind === "user" && !account?.addresses.length;

const isExternal = (snapshot, who) => {
  const org_id = who.account?.org_id;
  if (org_id !== undefined && snapshot.orgId !== undefined) return org_id !== snapshot.orgId;
  const { internalDomains } = snapshot;
  if (internalDomains.isEmpty || !someAddress(who, () => true)) return undefined;
  return !someAddress(who, ({ domain }) => internalDomains.has(domain));
};

const externalSharingDisabled = (snapshot, who, external) => {
  if (snapshot.externalSharing === "allowed") return false;
  return snapshot.externalSharing === "disabled" ? external : both(external, not(who.hasAccount));
};

const domainBlocked = ({ blockedDomains }, who) => {
  if (blockedDomains.isEmpty) return false;
  return lacksAddress(who) ? undefined : someAddress(who, ({ domain }) => blockedDomains.has(domain));
};

const domainNotAllowed = ({ allowedDomains }, who, external) => {
  if (allowedDomains.isEmpty || who.kind === "bot" || external === false) return false;
  return lacksAddress(who) ? undefined : !someAddress(who, ({ domain }) => allowedDomains.has(domain));
};

const isInvited = (who) => (who.kind === "email" ? not(who.hasAccount) : false);

const roleNotAllowed = ({ maxRank }, who, rank, external) => {
  const asExternal = rank > maxRank.external ? external : false;
  const asInvited = rank > maxRank.invite ? isInvited(who) : false;
  const asBot = rank > maxRank.bot && who.kind === "bot";
  return either(either(asExternal, asInvited), asBot);
};

const hasEntry = (snapshot, who) => {
  if (who.rank !== undefined) return true;
  return snapshot.entriesComplete ? false : undefined;
};

const notFound = (snapshot, who) => {
  if (who.kind === "email") return snapshot.invites ? false : both(not(who.hasAccount), not(hasEntry(snapshot, who)));
  return both(snapshot.directory === "complete" && !who.named, not(hasEntry(snapshot, who)));
};

const isInactive = (who) => {
  if (who.account !== undefined) return who.account.status !== "active";
  return who.hasAccount === undefined ? undefined : false;
};

const isBlocked = ({ blockedIds, blockedKeys, blocksUsers }, who) => {
  if (blockedIds.has(who.principal)) return true;
  if (blockedKeys.size > 0) {
    if (someAddress(who, ({ key }) => blockedKeys.has(key))) return true;
    if (lacksAddress(who)) return undefined;
  }
  return who.kind === "email" && blocksUsers && who.hasAccount === undefined ? undefined : false;
};

const counts = ({ applies_to }, who, external) => {
  if (applies_to === "all") return true;
  if (applies_to === "external") return external;
  return applies_to === "invite" ? isInvited(who) : who.kind === "bot";
};

/** Decides the rows of one request, in order. */
class Batch {
  #snapshot;
  #succeeded = new Set();
  #limits;

  constructor(snapshot, total) {
    this.#snapshot = snapshot;
    const counter = ({ max, used, applies_to }) => ({ max, used, applies_to, hasRoomForAll: max - used >= total });
    this.#limits = snapshot.limits.map(counter);
  }

  /** @returns why the row fails, or undefined when it succeeds. */
  row({ role, user_id, email, bot_id }) {
    const rank = RANK[role];
    const snapshot = this.#snapshot;
    if (user_id !== undefined) return this.#judge(resolveId(snapshot, "user", user_id, snapshot.users), rank);
    if (bot_id !== undefined) return this.#judge(resolveId(snapshot, "bot", bot_id, snapshot.bots), rank);
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
    if (shut) return sentences.NO_EXTERNAL_SHARING;
    const domain = either(domainBlocked(snapshot, who), domainNotAllowed(snapshot, who, external));
    if (domain) return sentences.DOMAIN_REFUSED;
    const refused = roleNotAllowed(snapshot, who, rank, external);
    if (refused) return sentences.ROLE_REFUSED;
    const absent = notFound(snapshot, who);
    if (absent) return sentences.NOT_FOUND;
    if (who.ambiguous) return sentences.AMBIGUOUS;
    const inactive = isInactive(who);
    if (inactive) return sentences.INACTIVE;
    const blocked = isBlocked(snapshot, who);
    if (blocked) return sentences.BLOCKED;
    const entry = hasEntry(snapshot, who);
    if (entry) return sentences.HAS_ACCESS;

    const settled = [shut, domain, refused, absent, inactive, blocked, entry, who.hasAccount];
    if (settled.includes(undefined)) return sentences.INDETERMINATE;
    return this.#admit(who, external);
  }

  #admit(who, external) {
    const counting = this.#limits.filter((limit) => counts(limit, who, external) !== false);
    const unsettled = (limit) => !limit.hasRoomForAll && counts(limit, who, external) === undefined;
    if (counting.some(unsettled)) return sentences.INDETERMINATE;
    if (counting.some((limit) => limit.used >= limit.max && counts(limit, who, external))) return sentences.LIMIT_REACHED;
    for (const limit of counting) if (counts(limit, who, external)) limit.used += 1;
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
