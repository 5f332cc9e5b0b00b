// What a snapshot says of everybody, and how it judges one principal: section 7 of the contract, all of it that
// depends on nothing but the snapshot.
import { Domains, parseAddress } from "../idiomatic/address.mjs";
import { RANK } from "../idiomatic/snapshot.mjs";
import { BOT, EMAIL, NO, REASON, UNKNOWN, USER, YES } from "./principal.mjs";

/** What is known of a principal's addresses, as bits. */
const [HAS_ADDRESS, INTERNAL, ALLOWED, BLOCKED] = [1, 2, 4, 8];

const either = (one, other) => (one === YES || other === YES ? YES : one | other);
const both = (one, other) => (one === NO || other === NO ? NO : one | other);
const not = (one) => (one === UNKNOWN ? UNKNOWN : 1 - one);
const known = (condition) => (condition ? YES : NO);

export class Policy {
  /** By domain: its bits. Only what the snapshot names is kept. */
  #domains = new Map();

  constructor(policy, { orgId, callerRank, entriesComplete, directory }) {
    Object.assign(this, { orgId, entriesComplete, directory });
    const adminIsReserved = callerRank < RANK.owner && (policy.admin_grant ?? "owner") === "owner";
    this.ceiling = adminIsReserved ? Math.min(callerRank, RANK.collaborator) : callerRank;
    const kinds = policy.recipient_kinds ?? ["user", "email", "bot"];
    this.takes = ["user", "email", "bot"].map((kind) => kinds.includes(kind));
    this.invites = policy.invites ?? true;
    this.externalSharing = policy.external_sharing ?? "allowed";
    this.internal = new Domains(policy.internal_domains);
    this.allowed = new Domains(policy.allowed_domains);
    this.blocked = new Domains(policy.blocked_domains);
    const { external, invite, bot } = policy.max_role ?? {};
    this.maxExternal = RANK[external ?? "admin"];
    this.maxInvite = RANK[invite ?? "admin"];
    this.maxBot = RANK[bot ?? "admin"];
    const blocked = policy.blocked_recipients ?? [];
    this.blockedIds = new Set(blocked.filter((name) => !name.includes("@")));
    this.blockedKeys = new Set(blocked.filter((name) => name.includes("@")).map((name) => parseAddress(name).key));
    this.blocksUsers = blocked.some((name) => name.startsWith("usr_"));
  }

  /** The bits of an address, by its key. */
  domainBits(key, keep) {
    const domain = key.slice(key.indexOf("@") + 1);
    let bits = this.#domains.get(domain);
    if (bits !== undefined) return bits;
    bits = HAS_ADDRESS;
    if (this.internal.has(domain)) bits |= INTERNAL;
    if (this.allowed.has(domain)) bits |= ALLOWED;
    if (this.blocked.has(domain)) bits |= BLOCKED;
    if (keep) this.#domains.set(domain, bits);
    return bits;
  }

  /** Whether an address with no owner may be somebody's account. */
  inviteeHasAccount(rank) {
    if (this.directory === "complete") return NO;
    const isUnknown = this.directory === "absent" ? this.blocksUsers : rank < 0;
    return isUnknown ? UNKNOWN : NO;
  }

  #external({ ofOtherOrganization, domains }) {
    if (ofOtherOrganization !== UNKNOWN) return ofOtherOrganization;
    if (this.internal.isEmpty || domains === 0) return UNKNOWN;
    return known((domains & INTERNAL) === 0);
  }

  #externalSharingDisabled(external, hasAccount) {
    if (this.externalSharing === "allowed") return NO;
    return this.externalSharing === "disabled" ? external : both(external, not(hasAccount));
  }

  #domainRefused({ kind, domains }, external) {
    const isUnknown = kind === USER && domains === 0;
    const blocked = this.blocked.isEmpty ? NO : isUnknown ? UNKNOWN : known((domains & BLOCKED) !== 0);
    if (this.allowed.isEmpty || kind === BOT || external === NO) return blocked;
    return either(blocked, isUnknown ? UNKNOWN : known((domains & ALLOWED) === 0));
  }

  #notFound({ kind, hasAccount, isNamed }, entry) {
    if (kind === EMAIL) return this.invites ? NO : both(not(hasAccount), not(entry));
    return both(known(this.directory === "complete" && !isNamed), not(entry));
  }

  #isBlocked({ kind, isBlocked, domains, hasAccount }) {
    if (isBlocked) return YES;
    if (this.blockedKeys.size > 0 && kind === USER && domains === 0) return UNKNOWN;
    return kind === EMAIL && this.blocksUsers && hasAccount === UNKNOWN ? UNKNOWN : NO;
  }

  /** Finds what holds whatever is asked for. */
  judge(principal) {
    const { kind, hasAccount, rank } = principal;
    const external = this.#external(principal);
    const shut = this.#externalSharingDisabled(external, hasAccount);
    const domain = this.#domainRefused(principal, external);
    const entry = rank >= 0 ? YES : this.entriesComplete ? NO : UNKNOWN;
    const absent = this.#notFound(principal, entry);
    const inactive = principal.isActive ? (hasAccount === UNKNOWN ? UNKNOWN : NO) : YES;
    const blocked = this.#isBlocked(principal);
    principal.external = external;
    principal.invited = kind === EMAIL ? not(hasAccount) : NO;
    principal.early = shut === YES ? REASON.NO_EXTERNAL_SHARING : domain === YES ? REASON.DOMAIN_REFUSED : REASON.NONE;
    principal.late = REASON.NONE;
    if (absent === YES) principal.late = REASON.NOT_FOUND;
    else if (principal.owners !== undefined) principal.late = REASON.AMBIGUOUS;
    else if (inactive === YES) principal.late = REASON.INACTIVE;
    else if (blocked === YES) principal.late = REASON.BLOCKED;
    else if (entry === YES) principal.late = REASON.HAS_ACCESS;
    principal.isUnsettled = ((shut | domain | entry | absent | inactive | blocked | hasAccount) & UNKNOWN) !== 0;
  }

  /** Whether a role is above what the principal's class may be given. */
  roleNotAllowed({ kind, external, invited }, rank) {
    if (rank <= this.maxExternal && rank <= this.maxInvite && rank <= this.maxBot) return NO;
    const asExternal = rank > this.maxExternal ? external : NO;
    const asInvited = rank > this.maxInvite ? invited : NO;
    const asBot = rank > this.maxBot && kind === BOT ? YES : NO;
    return either(either(asExternal, asInvited), asBot);
  }
}
