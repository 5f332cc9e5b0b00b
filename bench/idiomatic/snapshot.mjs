// A snapshot with its accounts, bots and addresses in Maps. It comes from a server's own database, so its
// shape is taken at its word (share-policy checks it).
import { Domains, parseAddress } from "./address.mjs";

export const RANK = { viewer: 0, commenter: 1, collaborator: 2, admin: 3, owner: 4 };

const higher = (one, other) => (one === undefined || other > one ? other : one);

/** An account or a bot. */
class Account {
  org_id;
  status = "active";
  rank;
  addresses = [];

  constructor(id) {
    this.id = id;
  }
}

export class Snapshot {
  users = new Map();
  bots = new Map();
  /** By key: the accounts that own the address, and the rank of an entry that names it alone. */
  addresses = new Map();

  constructor({ revision, document, caller, entries, entries_complete, directory, policy, limits }) {
    this.revision = revision ?? undefined;
    this.orgId = document.org_id ?? undefined;
    this.owner = document.owner;
    this.state = document.state ?? "active";
    this.caller = caller.user_id ?? caller.bot_id;
    this.callerRank = RANK[caller.role];
    this.canShare = caller.can_share ?? true;
    this.entriesComplete = entries_complete ?? true;
    this.directory = !directory ? "absent" : (directory.complete ?? true) ? "complete" : "partial";
    this.limits = limits ?? [];
    this.#readPolicy(policy ?? {});
    if (directory) this.#readDirectory(directory);
    this.#readEntries(entries);
  }

  #readPolicy(policy) {
    this.sharingEnabled = policy.sharing_enabled ?? true;
    this.minRank = RANK[policy.min_role_to_share ?? "viewer"];
    this.adminIsReserved = this.callerRank < RANK.owner && (policy.admin_grant ?? "owner") === "owner";
    this.ceiling = this.adminIsReserved ? Math.min(this.callerRank, RANK.collaborator) : this.callerRank;
    this.kinds = new Set(policy.recipient_kinds ?? ["user", "email", "bot"]);
    this.invites = policy.invites ?? true;
    this.externalSharing = policy.external_sharing ?? "allowed";
    this.internalDomains = new Domains(policy.internal_domains);
    this.allowedDomains = new Domains(policy.allowed_domains);
    this.blockedDomains = new Domains(policy.blocked_domains);
    const { external, invite, bot } = policy.max_role ?? {};
    this.maxRank = { external: RANK[external ?? "admin"], invite: RANK[invite ?? "admin"], bot: RANK[bot ?? "admin"] };
    this.blockedIds = new Set();
    this.blockedKeys = new Set();
    for (const blocked of policy.blocked_recipients ?? []) {
      if (blocked.includes("@")) this.blockedKeys.add(parseAddress(blocked).key);
      else this.blockedIds.add(blocked);
    }
    this.blocksUsers = [...this.blockedIds].some((id) => id.startsWith("usr_"));
  }

  #readDirectory({ users, bots }) {
    for (const { user_id, emails, org_id, status } of users ?? []) {
      const account = this.#account(this.users, user_id);
      account.org_id = org_id ?? undefined;
      account.status = status ?? "active";
      for (const email of emails ?? []) this.#own(account, email);
    }
    for (const { bot_id, org_id, status } of bots ?? []) {
      const bot = this.#account(this.bots, bot_id);
      bot.org_id = org_id ?? undefined;
      bot.status = status ?? "active";
    }
  }

  #readEntries(entries) {
    for (const { user_id, bot_id, email, role } of entries) {
      if (!user_id && !bot_id) continue;
      const account = user_id ? this.#account(this.users, user_id) : this.#account(this.bots, bot_id);
      account.rank = higher(account.rank, RANK[role]);
      if (email) this.#own(account, email);
    }
    // Now that it is known who owns them: the entries with an address alone.
    for (const { user_id, bot_id, email, role } of entries) {
      if (user_id || bot_id) continue;
      const { key } = parseAddress(email);
      if (key === undefined) continue;
      const address = this.#address(key);
      address.rank = higher(address.rank, RANK[role]);
      for (const account of address.owners) account.rank = higher(account.rank, RANK[role]);
    }
  }

  #account(map, id) {
    let account = map.get(id);
    if (account === undefined) map.set(id, (account = new Account(id)));
    return account;
  }

  #address(key) {
    let address = this.addresses.get(key);
    if (address === undefined) this.addresses.set(key, (address = { owners: [], rank: undefined }));
    return address;
  }

  /** An address that cannot be read never matches anything, and the dead own nothing. */
  #own(account, email) {
    const address = parseAddress(email);
    if (address.fault !== undefined || account.status === "deleted") return;
    account.addresses.push(address);
    const { owners } = this.#address(address.key);
    if (!owners.includes(account)) owners.push(account);
  }
}
