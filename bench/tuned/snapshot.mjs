// A snapshot with everybody it names in one Map, by id and by address, and each judged beforehand.
import { refusal } from "../idiomatic/refusal.mjs";
import { RANK } from "../idiomatic/snapshot.mjs";
import { Addresses } from "./address.mjs";
import { Policy } from "./policy.mjs";
import { BOT, EMAIL, NO, Principal, REASON, USER, YES } from "./principal.mjs";
import { rankOf } from "./request.mjs";

const APPLIES_TO = ["all", "external", "invite", "bot"];

export class Snapshot {
  /** By id, or by the key of an address. */
  principals = new Map();
  addresses;

  constructor({ document, caller, entries, entries_complete, directory, policy, limits }, addresses = new Addresses()) {
    this.addresses = addresses;
    this.orgId = document.org_id ?? undefined;
    this.directory = !directory ? "absent" : (directory.complete ?? true) ? "complete" : "partial";
    const callerRank = RANK[caller.role];
    const entriesComplete = entries_complete ?? true;
    this.policy = new Policy(policy ?? {}, { orgId: this.orgId, callerRank, entriesComplete, directory: this.directory });
    this.limits = (limits ?? []).map(({ max, used, applies_to }) => ({ max, used, appliesTo: APPLIES_TO.indexOf(applies_to) }));
    if (directory) this.#readDirectory(directory);
    this.#readEntries(entries);
    this.#account(document.owner, USER).part = REASON.IS_OWNER;
    this.#account(caller.user_id ?? caller.bot_id, caller.user_id ? USER : BOT).part = REASON.IS_CALLER;
    for (const id of this.policy.blockedIds) if (this.principals.has(id)) this.principals.get(id).isBlocked = true;
    for (const principal of this.principals.values()) this.policy.judge(principal);
    this.refusal = refusal(this.#authority(document, caller, callerRank, directory, policy ?? {}));
  }

  #authority({ state }, { user_id, bot_id, can_share }, callerRank, directory, policy) {
    const find = (list, id, name) => new Map(list?.filter((item) => item[name] === id).map((item) => [id, item]));
    return {
      caller: user_id ?? bot_id,
      callerRank,
      users: find(directory?.users, user_id, "user_id"),
      bots: find(directory?.bots, bot_id, "bot_id"),
      directory: this.directory,
      state: state ?? "active",
      sharingEnabled: policy.sharing_enabled ?? true,
      canShare: can_share ?? true,
      minRank: RANK[policy.min_role_to_share ?? "viewer"],
    };
  }

  #readDirectory({ users, bots }) {
    for (const { user_id, emails, org_id, status } of users ?? []) {
      const account = this.#listed(user_id, USER, org_id, status);
      // The dead own nothing.
      if (status === "deleted" || !emails) continue;
      for (let at = 0; at < emails.length; at += 1) this.#own(account, emails[at]);
    }
    for (const { bot_id, org_id, status } of bots ?? []) this.#listed(bot_id, BOT, org_id, status);
    this.deleted = new Set((users ?? []).filter(({ status }) => status === "deleted").map(({ user_id }) => user_id));
  }

  #readEntries(entries) {
    const alone = [];
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at];
      const { user_id, bot_id, email } = entry;
      if (!user_id && !bot_id) {
        alone.push(entry);
        continue;
      }
      const account = user_id ? this.#account(user_id, USER) : this.#account(bot_id, BOT);
      account.rank = Math.max(account.rank, rankOf(entry.role));
      if (email && !this.deleted?.has(user_id)) this.#own(account, email);
    }
    // Now that it is known who owns them.
    for (let at = 0; at < alone.length; at += 1) this.#giveAddress(this.addresses.learn(alone[at].email), rankOf(alone[at].role));
  }

  #giveAddress(key, rank) {
    if (key === undefined) return;
    let principal = this.principals.get(key);
    if (principal === undefined) {
      principal = this.#address(key);
      principal.hasAccount = this.policy.inviteeHasAccount(rank);
    }
    principal.rank = Math.max(principal.rank, rank);
    if (principal.owners !== undefined) for (const owner of principal.owners) owner.rank = Math.max(owner.rank, rank);
  }

  #listed(id, kind, org_id, status) {
    const account = this.#account(id, kind);
    if (org_id && this.orgId !== undefined) account.ofOtherOrganization = org_id === this.orgId ? NO : YES;
    account.isActive = !status || status === "active";
    return account;
  }

  #account(id, kind) {
    let account = this.principals.get(id);
    if (account === undefined) this.principals.set(id, (account = new Principal(kind)));
    return account;
  }

  #address(key) {
    const principal = new Principal(EMAIL);
    principal.domains = this.policy.domainBits(key, true);
    principal.isBlocked = this.policy.blockedKeys.has(key);
    this.principals.set(key, principal);
    return principal;
  }

  /** An address that cannot be read never matches anything. */
  #own(account, email) {
    const key = this.addresses.learn(email);
    if (key === undefined) return;
    account.domains |= this.policy.domainBits(key, true);
    if (this.policy.blockedKeys.has(key)) account.isBlocked = true;
    const owner = this.principals.get(key);
    if (owner === undefined) this.principals.set(key, account);
    else if (owner.owners !== undefined) {
      if (!owner.owners.includes(account)) owner.owners.push(account);
    } else if (owner !== account) this.#address(key).owners = [owner, account];
  }
}
