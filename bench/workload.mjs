// A lifelike snapshot and requests to share its document: seeded, so always the same.
// benches/respond/workload.rs makes the same bytes, by the same steps; `fingerprint` tells whether it still does.
import { readFileSync } from "node:fs";
import { Random } from "./random.mjs";

const words = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf8"));

const SEED = 20261123;
const ID_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const GRANTED = ["viewer", "viewer", "viewer", "commenter", "collaborator"];
const ASKED = [...Array(9).fill("viewer"), ...Array(5).fill("commenter"), ...Array(5).fill("collaborator"), "admin"];

/** How many recipients a request has, and how many such requests there are. */
export const SIZES = { 1: 64, 10: 32, 100: 16 };

const makeId = (random, prefix) => `${prefix}_01k${Array.from({ length: 23 }, () => ID_DIGITS[random.below(32)]).join("")}`;

/** An organisation: the document's own, its partners, and nobody's for private mailboxes. */
const makeHomes = (random) => {
  const org_id = makeId(random, "org");
  const own = [words.home, words.home, words.subsidiary].map((domain) => ({ domain, org_id }));
  const partners = words.partners.map((domain) => ({ domain, org_id: makeId(random, "org") }));
  const providers = words.providers.map((domain) => ({ domain }));
  return { org_id, own, partners, providers };
};

const chooseHome = (random, homes) => {
  const roll = random.below(100);
  if (roll < 85) return random.pick(homes.own);
  return random.pick(roll < 97 ? homes.partners : homes.providers);
};

/** The emails of user `index`: one or two; now and then one that is shared, or an old one that no rule accepts. */
const makeEmails = (random, index, domain, users) => {
  const [given, family] = [random.pick(words.given), random.pick(words.family)];
  const emails = [`${given}.${family}${index}@${domain}`];
  if (random.percent(12)) emails.push(`${given[0]}${family}${index}@${domain}`);
  if (index % 250 === 101) emails.push(users[index - 2].emails[0]);
  if (index % 250 === 102) emails.push(`${given}@localhost`);
  return emails;
};

const statusOf = (roll) => (roll < 3 ? { status: "suspended" } : roll < 4 ? { status: "deleted" } : {});

const makeUser = (random, index, homes, users) => {
  const user_id = makeId(random, "usr");
  // The first few have parts to play: they are active, and of the document's own organisation.
  const { domain, ...home } = index < 4 ? homes.own[0] : chooseHome(random, homes);
  const emails = makeEmails(random, index, domain, users);
  const status = index < 4 ? {} : statusOf(random.below(100));
  return { user_id, emails, ...home, ...status, display_name: random.pick(words.names) };
};

const makeBot = (random, index, homes) => ({
  bot_id: makeId(random, "bot"),
  ...(index % 5 === 4 ? {} : { org_id: homes.org_id }),
  display_name: random.pick(words.names),
});

/** Every other account has access, and so have guests who are not in the directory, invited people and bots. */
const makeEntries = (random, count, users, bots, homes) => {
  const role = () => random.pick(GRANTED);
  const members = users
    .filter((_user, index) => index % 2 === 0)
    .map(({ user_id, emails, display_name }) => ({ user_id, email: emails[0], role: role(), display_name }));
  const machines = bots.filter((_bot, index) => index % 2 === 0).map(({ bot_id }) => ({ bot_id, role: role() }));
  const pending = Array.from({ length: Math.floor(count * 0.14) }, (_none, index) => ({
    email: `${random.pick(words.given)}.guest${index}@${random.pick(words.strangers)}`,
    role: role(),
  }));
  const guests = Array.from({ length: count - members.length - machines.length - pending.length }, (_none, index) => ({
    user_id: makeId(random, "usr"),
    email: `${random.pick(words.family)}${index}@${random.pick(homes.partners).domain}`,
    role: role(),
    display_name: random.pick(words.names),
  }));
  return [...members, ...guests, ...pending, ...machines];
};

const makeSnapshot = (random, count) => {
  const homes = makeHomes(random);
  const document = { id: makeId(random, "doc"), org_id: homes.org_id };
  const users = [];
  for (let index = 0; index < count; index += 1) users.push(makeUser(random, index, homes, users));
  const bots = Array.from({ length: Math.max(4, Math.floor(count / 50)) }, (_none, index) => makeBot(random, index, homes));
  const [caller, owner, , blocked] = users;
  return {
    version: 1,
    revision: "1842",
    document: { id: document.id, owner: owner.user_id, org_id: document.org_id, state: "active" },
    caller: { user_id: caller.user_id, role: "collaborator" },
    entries: makeEntries(random, count, users, bots, homes),
    directory: { complete: true, users, bots },
    policy: {
      external_sharing: "allowed",
      internal_domains: [words.home, `*.${words.home}`],
      blocked_domains: words.blocked_patterns,
      max_role: { external: "commenter" },
      blocked_recipients: [blocked.user_id, `abuse@${words.strangers[0]}`],
    },
    limits: [
      { name: "members", max: 2 * count + 1000, used: count, applies_to: "all" },
      { name: "invitations", max: 60, used: 48, applies_to: "invite" },
    ],
  };
};

const quote = JSON.stringify;

/** As a client writes it that escapes a letter for no reason. */
const escaped = (text) => `"\\u00${text.charCodeAt(0).toString(16)}${quote(text.slice(1)).slice(1)}`;

const capitalised = (text) => text[0].toUpperCase() + text.slice(1).replace("example", "Example");

const byEmail = (email) => `"email":${quote(email)}`;
const byUser = (id) => `"user_id":${quote(id)}`;

/** Accounts with an even place have access already. */
const fresh = (random, list) => list[2 * random.below(Math.floor(list.length / 2)) + 1];
const settled = (random, list) => list[2 * random.below(Math.floor(list.length / 2))];

const makeInvitation = (random) => `${random.pick(words.given)}.new${random.below(1_000_000)}@${random.pick(words.strangers)}`;

/** Half known accounts by e-mail, a third ids, the rest invitations. */
const usual = (random, { users, bots }) => {
  const roll = random.below(60);
  if (roll < 30) return byEmail(fresh(random, users).emails[0]);
  if (roll < 46) return byUser(fresh(random, users).user_id);
  if (roll < 50) return `"bot_id":${quote(fresh(random, bots).bot_id)}`;
  return byEmail(makeInvitation(random));
};

/** One recipient in three is not the usual one. @returns its identifier as a member, text. */
const makeIdentifier = (random, directory, earlier) => {
  const { users } = directory;
  const roll = random.below(100);
  if (roll < 4) return earlier.length > 0 ? random.pick(earlier) : usual(random, directory);
  if (roll < 7) return byEmail(random.pick(words.bad));
  if (roll < 9) return byEmail(`${random.pick(words.given)}@${random.pick(words.blocked)}`);
  if (roll < 10) return byUser(users[random.below(4)].user_id);
  if (roll < 15) return byEmail(capitalised(fresh(random, users).emails[0]));
  if (roll < 18) return `"email":${escaped(fresh(random, users).emails[0])}`;
  if (roll < 20) return byEmail(`${random.pick(words.given)}${random.below(1000)}@${random.pick(words.idn)}`);
  if (roll < 21) return byUser(makeId(random, "usr"));
  if (roll < 22) return byEmail(` ${makeInvitation(random)} `);
  if (roll < 34) return byEmail(settled(random, users).emails[0]);
  return usual(random, directory);
};

/** As a client writes it that knows ASCII only. */
const toAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const makeRequest = (random, directory, size, index) => {
  const identifiers = [];
  for (let row = 0; row < size; row += 1) identifiers.push(makeIdentifier(random, directory, identifiers));
  const rows = identifiers.map((identifier) => `{"role":"${random.pick(ASKED)}",${identifier}}`);
  const told = ["", ',"should_send_notification":true', ',"should_send_notification":false'][index % 3];
  const message = index % 2 === 0 ? `,"custom_message":${quote(random.pick(words.messages))}` : "";
  const text = `{"recipients":[${rows.join(",")}]${told}${message}}`;
  return index % 4 === 3 ? toAscii(text) : text;
};

const encoder = new TextEncoder();

/** @returns a snapshot of so many accounts and entries, and by their size requests to it: each as UTF-8. */
export const makeWorkload = (count) => {
  const random = new Random(SEED);
  const snapshot = makeSnapshot(random, count);
  const requests = {};
  for (const [size, number] of Object.entries(SIZES)) {
    const make = (_none, index) => encoder.encode(makeRequest(random, snapshot.directory, Number(size), index));
    requests[size] = Array.from({ length: number }, make);
  }
  return { snapshot: encoder.encode(JSON.stringify(snapshot)), requests };
};

/** The same as texts, for hosts that get it over a wire. */
export const asTexts = (entries, { snapshot, requests }) => {
  const decoder = new TextDecoder();
  const decode = (bytes) => decoder.decode(bytes);
  const texts = Object.entries(requests).map(([size, list]) => [size, list.map(decode)]);
  return { entries, snapshot: decode(snapshot), requests: Object.fromEntries(texts) };
};

/** FNV-1a, 32 bits, over all of its bytes. */
export const fingerprint = ({ snapshot, requests }) => {
  let hash = 0x811c9dc5;
  for (const text of [snapshot, ...Object.values(requests).flat()]) {
    for (const byte of text) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
};
