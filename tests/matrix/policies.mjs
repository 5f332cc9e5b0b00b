// The policy and the limits of a snapshot: every member varied on its own.
import { CALLER_ROLES, LISTS, ROLES, address, bot, patterns, user } from "./world.mjs";

/** Absent, null or the default, which mean the same; or, by weight, another value. */
export const member = (random, initial, weight, other) =>
  random.weighted([[4, () => undefined], [1, () => null], [1, () => initial], [weight, () => other(random)]])();

const blockedRecipient = (random) => random.weighted([[4, user], [1, bot], [3, address]])(random);

/** Often low, so that several classes bind at once and tie. */
const maxRole = (random) => {
  const role = () => member(random, "admin", 6, () => random.pick(ROLES.slice(0, 3)));
  return { external: role(), invite: role(), bot: role() };
};

const kinds = (random) => random.some(["user", "email", "bot"], random.between(1, 2));
const sharing = (random) => random.pick(["existing_accounts", "existing_accounts", "disabled"]);
const someOf = (make, most) => (random) => random.times(random.between(1, most), () => make(random));
const always = (value) => () => value;

/** `minRole` is the least role that may share; absent for the lowest. */
export const policy = (random, minRole) => {
  if (minRole === CALLER_ROLES[0] && random.percent(12)) return random.pick([undefined, null]);
  const lists = LISTS.map((name) => [name, member(random, [], name === LISTS[0] ? 4 : 2, patterns)]);
  return {
    sharing_enabled: random.pick([undefined, undefined, null, true]),
    min_role_to_share: minRole === CALLER_ROLES[0] ? undefined : minRole,
    admin_grant: member(random, "owner", 3, always("admin")),
    recipient_kinds: member(random, ["user", "email", "bot"], 1, kinds),
    invites: member(random, true, 1, always(false)),
    external_sharing: member(random, "allowed", 3, sharing),
    ...Object.fromEntries(lists),
    max_role: member(random, { external: "admin", invite: "admin", bot: "admin" }, 3, maxRole),
    blocked_recipients: member(random, [], 2, someOf(blockedRecipient, 2)),
  };
};

const LAST_INTEGER = Number.MAX_SAFE_INTEGER;

/** Plenty of room, room for up to three rows, already over the top, or the greatest numbers there are. */
const fill = (random) => {
  const used = random.below(40);
  const room = random.below(4);
  return random.weighted([
    [2, { max: used + 100, used }],
    [5, { max: used + room, used }],
    [1, { max: room, used: room + used }],
    [1, { max: LAST_INTEGER, used: LAST_INTEGER - room }],
  ]);
};

const limit = (random) => ({
  name: random.pick(["guests", "seats", "", 'größe \u2028 "x"', "🤖"]),
  ...fill(random),
  applies_to: random.pick(["all", "external", "external", "invite", "invite", "bot"]),
});

export const limits = (random) => {
  const some = () => random.times(random.below(4), () => limit(random));
  return random.weighted([[3, () => undefined], [1, () => null], [4, some]])();
};
