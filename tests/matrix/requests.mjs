// Well-formed requests.
import { ROLES, address, badAddress, bot, stranger, user } from "./world.mjs";

const MESSAGES = ["Schau's dir an.", "", '\u2028 \u0000 \u007f \ufffe "quoted" \\ / 👩\u200d👧', "x".repeat(40)];

const IDENTIFIERS = [
  [7, (random) => ({ user_id: user(random) })],
  [1, () => ({ user_id: stranger })],
  [10, (random) => ({ email: address(random) })],
  [1, (random) => ({ email: badAddress(random) })],
  [3, (random) => ({ bot_id: bot(random) })],
];
const NOBODY = { user_id: null, email: null, bot_id: null };

/** One identifier; the others are absent or null. */
const row = (random) => {
  const identifier = random.weighted(IDENTIFIERS)(random);
  const role = random.pick(ROLES);
  if (random.percent(70)) return { role, ...identifier };
  return random.percent(50) ? { ...NOBODY, ...identifier, role } : { role, ...NOBODY, ...identifier };
};

/** @returns a request with these rows, and what else a request may have. */
export const requestOf = (random, recipients) => ({
  recipients,
  should_send_notification: random.weighted([[3, undefined], [1, null], [1, true], [1, false]]),
  custom_message: random.weighted([[4, undefined], [1, null], [1, random.pick(MESSAGES)]]),
});

export const request = (random) => {
  const most = random.pick([2, 5, 9]);
  return requestOf(random, random.times(random.between(1, most), () => row(random)));
};

/** @returns a request with as many rows as a request may have. */
export const fullRequest = (random) => requestOf(random, random.times(100, () => row(random)));
