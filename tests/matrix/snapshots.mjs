// Snapshots that are valid; the caller may share with most of them.
import { address as anyAddress } from "./addresses.mjs";
import { limits, member, policy } from "./policies.mjs";
import { BOTS, CALLER_ROLES, REVISIONS, ROLES, USERS, address, badAddress, bot, botId } from "./world.mjs";
import { documentId, organization, user, userId } from "./world.mjs";

const userIds = Array.from({ length: USERS }, (_, number) => userId(number));
const botIds = Array.from({ length: BOTS }, (_, number) => botId(number));
const MORE = [{}, {}, { display_name: "B" }, { granted_at: { by: [1, null] }, "": 0 }, { display_name: null }];

/** An address of a person, now and then one that cannot be read. */
const someAddress = (random) => random.weighted([[20, address], [2, badAddress], [3, anyAddress]])(random);

/** The caller is the owner exactly when its role is `owner`. */
const parties = (random) => {
  const owner = user(random);
  const other = random.percent(80) ? user(random) : bot(random);
  const caller = random.percent(40) ? owner : other;
  const rank = caller === owner ? 4 : random.pick([0, 1, 2, 2, 2, 3, 3, 3]);
  const minRole = CALLER_ROLES[Math.min(random.pick([0, 0, 1, 2, 3, 4]), rank)];
  return { owner, caller, role: CALLER_ROLES[rank], minRole };
};

const entry = (random) => {
  const email = () => someAddress(random);
  const named = random.weighted([
    [4, () => ({ user_id: user(random) })],
    [1, () => ({ bot_id: bot(random) })],
    [3, () => ({ email: email() })],
    [2, () => ({ user_id: user(random), email: email() })],
  ])();
  return { ...named, role: random.pick(ROLES), ...random.pick(MORE) };
};

const standing = (random) => ({
  org_id: random.weighted([[3, undefined], [1, null], [4, organization(random)]]),
  status: member(random, "active", 1, () => random.pick(["suspended", "deleted"])),
});

const listedUser = (random, user_id) => ({
  user_id,
  emails: random.weighted([[1, undefined], [1, null], [10, random.times(random.below(3), () => someAddress(random))]]),
  ...standing(random),
});

const listedBot = (random, bot_id) => ({ bot_id, ...standing(random) });

const listing = (random, ids, listed) => {
  const without = random.percent(60) ? random.below(2) : random.below(ids.length + 1);
  const list = random.some(ids, without).map((id) => listed(random, id));
  return random.weighted([[1, undefined], [1, null], [18, list]]);
};

const withStatus = (list, caller, status) =>
  list?.map((one) => ((one.user_id ?? one.bot_id) === caller ? { ...one, status } : one)) ?? list;

const directory = (random, caller) => {
  if (random.percent(30)) return random.pick([undefined, undefined, null]);
  const users = listing(random, userIds, listedUser);
  const bots = listing(random, botIds, listedBot);
  const complete = random.weighted([[4, undefined], [1, null], [1, true], [6, false]]);
  // The caller is active, that it may share; rarely not, that it may not.
  const status = random.percent(4) ? random.pick(["suspended", "deleted"]) : "active";
  return { complete, users: withStatus(users, caller, status), bots: withStatus(bots, caller, status) };
};

const documentOf = (random, owner) => ({
  id: documentId,
  owner,
  org_id: random.weighted([[2, undefined], [1, null], [5, organization(random)]]),
  state: random.pick([undefined, undefined, null, "active"]),
});

export const snapshot = (random) => {
  const { owner, caller, role, minRole } = parties(random);
  const identifier = caller.startsWith("usr_") ? "user_id" : "bot_id";
  return {
    version: random.pick([undefined, undefined, null, 1]),
    revision: random.weighted([[2, undefined], [1, null], [2, random.pick(REVISIONS)]]),
    document: documentOf(random, owner),
    caller: { [identifier]: caller, role, can_share: random.pick([undefined, null, true]) },
    entries: random.percent(25) ? [] : random.times(random.between(1, 5), () => entry(random)),
    entries_complete: random.weighted([[4, undefined], [1, null], [1, true], [2, false]]),
    directory: directory(random, caller),
    policy: policy(random, minRole),
    limits: limits(random),
  };
};
