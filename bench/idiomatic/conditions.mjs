// Sections 6 and 7 of the contract: whom a row names, and the conditions about it. A condition is true, false, or,
// when the snapshot does not tell, a number: the bits of the facts that are missing.

export const FACTS = ["account", "address", "organization", "entries"];
const [ACCOUNT, ADDRESS, ORGANIZATION, ENTRIES] = [1, 2, 4, 8];

const isUnknown = (condition) => typeof condition === "number";
const facts = (one, other) => (isUnknown(one) ? one : 0) | (isUnknown(other) ? other : 0);

export const missing = (condition) => (isUnknown(condition) ? condition : 0);
const either = (one, other) => one === true || other === true || facts(one, other) || false;
const both = (one, other) => one !== false && other !== false && (facts(one, other) || true);
const not = (one) => (isUnknown(one) ? one : !one);

/** The recipient of an id: `account` is what the snapshot knows of it. */
const resolveId = (snapshot, kind, id, accounts) => {
  const account = accounts.get(id);
  const named = account !== undefined || id === snapshot.caller || (kind === "user" && id === snapshot.owner);
  const hasAccount = snapshot.directory === "partial" && !named ? ACCOUNT : true;
  return { kind, principal: id, typed: undefined, account, rank: account?.rank, named, hasAccount, ambiguous: false };
};

export const resolveUser = (snapshot, id) => resolveId(snapshot, "user", id, snapshot.users);
export const resolveBot = (snapshot, id) => resolveId(snapshot, "bot", id, snapshot.bots);

const inviteeHasAccount = (snapshot, rank) => {
  if (snapshot.directory === "complete") return false;
  const unknown = snapshot.directory === "absent" ? snapshot.blocksUsers : rank === undefined;
  return unknown ? ACCOUNT : false;
};

export const resolveEmail = (snapshot, typed) => {
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

export const isExternal = (snapshot, who) => {
  const org_id = who.account?.org_id;
  if (org_id !== undefined && snapshot.orgId !== undefined) return org_id !== snapshot.orgId;
  const { internalDomains } = snapshot;
  if (internalDomains.isEmpty || !someAddress(who, () => true)) return ORGANIZATION;
  return !someAddress(who, ({ domain }) => internalDomains.has(domain));
};

export const externalSharingDisabled = (snapshot, who, external) => {
  if (snapshot.externalSharing === "allowed") return false;
  return snapshot.externalSharing === "disabled" ? external : both(external, not(who.hasAccount));
};

export const domainBlocked = ({ blockedDomains }, who) => {
  if (blockedDomains.isEmpty) return false;
  return lacksAddress(who) ? ADDRESS : someAddress(who, ({ domain }) => blockedDomains.has(domain));
};

export const domainNotAllowed = ({ allowedDomains }, who, external) => {
  if (allowedDomains.isEmpty || who.kind === "bot" || external === false) return false;
  return lacksAddress(who) ? ADDRESS : !someAddress(who, ({ domain }) => allowedDomains.has(domain));
};

export const isInvited = (who) => (who.kind === "email" ? not(who.hasAccount) : false);

export const roleNotAllowed = ({ maxRank }, who, rank, external) => {
  const asExternal = rank > maxRank.external ? external : false;
  const asInvited = rank > maxRank.invite ? isInvited(who) : false;
  const asBot = rank > maxRank.bot && who.kind === "bot";
  return either(either(asExternal, asInvited), asBot);
};

export const hasEntry = (snapshot, who) => {
  if (who.rank !== undefined) return true;
  return snapshot.entriesComplete ? false : ENTRIES;
};

export const notFound = (snapshot, who) => {
  if (who.kind === "email") return snapshot.invites ? false : both(not(who.hasAccount), not(hasEntry(snapshot, who)));
  return both(snapshot.directory === "complete" && !who.named, not(hasEntry(snapshot, who)));
};

export const isInactive = (who) => {
  if (who.account !== undefined) return who.account.status !== "active";
  return isUnknown(who.hasAccount) ? who.hasAccount : false;
};

export const isBlocked = ({ blockedIds, blockedKeys, blocksUsers }, who) => {
  if (blockedIds.has(who.principal)) return true;
  if (blockedKeys.size > 0 && someAddress(who, ({ key }) => blockedKeys.has(key))) return true;
  const account = who.kind === "email" && blocksUsers && isUnknown(who.hasAccount) && who.hasAccount;
  return either(account, blockedKeys.size > 0 && lacksAddress(who) && ADDRESS);
};

/** Whether a limit counts the recipient. */
export const counts = ({ applies_to }, who, external) => {
  if (applies_to === "all") return true;
  if (applies_to === "external") return external;
  return applies_to === "invite" ? isInvited(who) : who.kind === "bot";
};

/** The limits as a request of so many recipients finds them. */
export const startLimits = (limits, total) =>
  limits.map(({ name, max, used, applies_to }) => ({ name, max, used, applies_to, hasRoomForAll: max - used >= total }));
