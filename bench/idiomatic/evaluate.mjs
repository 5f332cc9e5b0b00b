// Everything that can be said of each recipient, and the list of what to write: the evaluation of section 8.
import { parseAddress } from "./address.mjs";
import {
  FACTS,
  counts,
  domainBlocked,
  domainNotAllowed,
  externalSharingDisabled,
  hasEntry,
  isBlocked,
  isExternal,
  isInactive,
  isInvited,
  missing,
  notFound,
  resolveBot,
  resolveEmail,
  resolveUser,
  roleNotAllowed,
  startLimits,
} from "./conditions.mjs";
import { INVALID_EMAIL, explain } from "./sentences.mjs";
import { RANK } from "./snapshot.mjs";

const ROLES = Object.keys(RANK);

const knownAddresses = ({ typed, account }) => [...(typed === undefined ? [] : [typed]), ...(account?.addresses ?? [])];

/** The rules in the order of the contract. A row is `{ snapshot, who, role, rank, external, earlier }`. */
const RULES = {
  duplicate_recipient: ({ earlier }) => earlier !== undefined,
  recipient_is_caller: ({ snapshot, who }) => who.principal === snapshot.caller,
  recipient_is_owner: ({ snapshot, who }) => who.principal === snapshot.owner,
  role_exceeds_ceiling: ({ snapshot, rank }) => rank > snapshot.ceiling,
  recipient_kind_not_allowed: ({ snapshot, who }) => !snapshot.kinds.has(who.kind),
  external_sharing_disabled: ({ snapshot, who, external }) => externalSharingDisabled(snapshot, who, external),
  domain_blocked: ({ snapshot, who }) => domainBlocked(snapshot, who),
  domain_not_allowed: ({ snapshot, who, external }) => domainNotAllowed(snapshot, who, external),
  role_not_allowed_for_recipient: ({ snapshot, who, rank, external }) => roleNotAllowed(snapshot, who, rank, external),
  recipient_not_found: ({ snapshot, who }) => notFound(snapshot, who),
  recipient_ambiguous: ({ who }) => who.ambiguous,
  recipient_inactive: ({ who }) => isInactive(who),
  recipient_blocked: ({ snapshot, who }) => isBlocked(snapshot, who),
  already_has_access: ({ snapshot, who }) => hasEntry(snapshot, who),
};

const bindingClass = ({ snapshot, who, rank, external }) => {
  const { maxRank } = snapshot;
  const isIn = { external: external === true, invite: isInvited(who) === true, bot: who.kind === "bot" };
  const binding = Object.keys(isIn).filter((name) => isIn[name] && rank > maxRank[name]);
  const name = binding.reduce((lowest, other) => (maxRank[other] < maxRank[lowest] ? other : lowest));
  return { class: name, max_role: ROLES[maxRank[name]] };
};

/** What is told beside a code, by code. */
const PARAMS = {
  duplicate_recipient: ({ role, earlier }) => ({ duplicate_of: earlier.index, same_role: earlier.role === role }),
  role_exceeds_ceiling: ({ snapshot, role }) => {
    const rule = role === "admin" && snapshot.adminIsReserved ? "owner_only" : "own_role";
    return { requested_role: role, max_role: ROLES[snapshot.ceiling], rule };
  },
  recipient_kind_not_allowed: ({ who }) => ({ kind: who.kind }),
  domain_blocked: ({ snapshot, who }) => {
    const { domain } = knownAddresses(who).find(({ domain }) => snapshot.blockedDomains.has(domain));
    return { domain };
  },
  domain_not_allowed: ({ who }) => ({ domain: knownAddresses(who)[0].domain }),
  role_not_allowed_for_recipient: bindingClass,
  recipient_inactive: ({ who }) => ({ status: who.account.status }),
  already_has_access: ({ who, rank }) => {
    const comparison = who.rank === rank ? "same" : who.rank < rank ? "lower" : "higher";
    return { current_role: ROLES[who.rank], comparison };
  },
};

const principalOf = ({ kind, principal, account }) => {
  if (kind === "bot") return { bot_id: principal };
  return kind === "user" || account !== undefined ? { user_id: principal } : { email: principal };
};

/** As it is stored and mailed: the local part as typed, the domain in A-labels. */
const spelling = ({ typed, key }) => typed.slice(0, key.indexOf("@")) + key.slice(key.indexOf("@"));

/** Where a recipient is told that it has access. */
const mailbox = ({ snapshot, who: { typed, account }, external }) => {
  const owned = account?.addresses ?? [];
  if (typed !== undefined) return spelling(owned.find(({ key }) => key === typed.key) ?? typed);
  const { blockedDomains, allowedDomains } = snapshot;
  const exempt = allowedDomains.isEmpty || external === false;
  const found = owned.find(({ domain }) => !blockedDomains.has(domain) && (exempt || allowedDomains.has(domain)));
  return found && spelling(found);
};

const listFacts = (bits) => FACTS.filter((_name, place) => bits & (1 << place));

class Batch {
  #snapshot;
  #notify;
  #limits;
  #succeeded = new Map();
  grants = [];

  constructor(snapshot, { recipients, notify }) {
    this.#snapshot = snapshot;
    this.#notify = notify;
    this.#limits = startLimits(snapshot.limits, recipients.length);
  }

  row(recipient, index) {
    const { role, user_id, email, bot_id } = recipient;
    const snapshot = this.#snapshot;
    let who;
    if (user_id !== undefined) who = resolveUser(snapshot, user_id);
    else if (bot_id !== undefined) who = resolveBot(snapshot, bot_id);
    else {
      const address = parseAddress(email);
      if (address.fault !== undefined) {
        const error = INVALID_EMAIL[address.fault];
        return { index, recipient, success: false, code: "invalid_email", error, params: { detail: address.fault }, notify: false };
      }
      who = resolveEmail(snapshot, address);
    }
    const external = isExternal(snapshot, who);
    return this.#result({ snapshot, index, recipient, who, role, rank: RANK[role], external, earlier: this.#succeeded.get(who.principal) });
  }

  #result(row) {
    const { index, recipient, who, role, external } = row;
    const { code, also = [], params } = this.#judge(row);
    const success = code === "granted" || code === "invited";
    const principal = principalOf(who);
    const result = { index, recipient, success, code };
    if (!success) {
      result.error = explain(code, params);
      if (also.length > 0) result.also = also;
      if (params !== undefined) result.params = params;
    }
    result.principal = principal;
    const told = success && who.kind !== "bot";
    const address = told ? mailbox(row) : undefined;
    if (address !== undefined) result.address = address;
    if (success) result.role = role;
    if (who.rank !== undefined) result.current_role = ROLES[who.rank];
    if (typeof external === "boolean") result.external = external;
    result.notify = told && this.#notify;
    if (success) this.#take(row, result);
    return result;
  }

  /** The first rule that holds, and the others that do; else what is missing, a full limit, or success. */
  #judge(row) {
    const codes = [];
    let facts = missing(row.who.hasAccount);
    for (const code in RULES) {
      const holds = RULES[code](row);
      if (holds === true) codes.push(code);
      else if (holds !== false) facts |= holds;
    }
    const [code, ...also] = codes;
    if (code !== undefined) return { code, also, params: PARAMS[code]?.(row) };
    const { who, external } = row;
    for (const limit of this.#limits) if (!limit.hasRoomForAll) facts |= missing(counts(limit, who, external));
    if (facts !== 0) return { code: "indeterminate", params: { missing: listFacts(facts) } };
    const full = this.#limits.find((limit) => limit.used >= limit.max && counts(limit, who, external) === true);
    if (full !== undefined) return { code: "limit_reached", params: { limit: full.name, max: full.max, used: full.used } };
    return { code: who.hasAccount === false ? "invited" : "granted" };
  }

  #take({ index, who, role, external }, { code, principal, address, notify }) {
    for (const limit of this.#limits) if (counts(limit, who, external) === true) limit.used += 1;
    this.#succeeded.set(who.principal, { index, role });
    const action = code === "invited" ? "invite" : "grant";
    this.grants.push(address === undefined ? { principal, role, action, notify } : { principal, address, role, action, notify });
  }
}

/** @returns the evaluation of a request, `{ recipients, notify }`. */
export const evaluate = (snapshot, request) => {
  const batch = new Batch(snapshot, request);
  const results = request.recipients.map((recipient, index) => batch.row(recipient, index));
  const { grants } = batch;
  const counts = { total: results.length, successful: grants.length, failed: results.length - grants.length };
  return { ...(snapshot.revision !== undefined && { revision: snapshot.revision }), ...counts, results, grants };
};
