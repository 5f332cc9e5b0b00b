// The small world of the generated cases: so few names that they collide all the time.

export const USERS = 5;
export const BOTS = 3;
export const ROLES = ["viewer", "commenter", "collaborator", "admin"];
export const CALLER_ROLES = [...ROLES, "owner"];
export const REVISIONS = ["r-42", "", "7", 'naïve \u2028 "x" \\ 🏳\ufe0f\u200d🌈', "\u0000\u001f\u007f\u0085"];
export const LISTS = ["internal_domains", "allowed_domains", "blocked_domains"];

const id = (prefix, number) => `${prefix}_${`${number}`.padStart(26, "0")}`;

export const userId = (number) => id("usr", number);
export const botId = (number) => id("bot", number);
export const orgId = (number) => id("org", number);
/** Nobody knows this one. */
export const stranger = userId(USERS + 1);
export const documentId = id("doc", 7);
export const otherDocumentId = id("doc", 8);

/** Each line is one key in several spellings. */
const ADDRESSES = [
  ["ann@example.com", "Ann@example.com", " ann@EXAMPLE.com\t", "ANN@Example.Com"],
  ["bo@example.com", "Bo@Example.com"],
  ["cy@team.example.com", "Cy@team.EXAMPLE.com\r\n"],
  ["ann@bücher.example", "ann@BÜCHER.example", "Ann@xn--bcher-kva.example", "ann@bu\u0308cher.Example"],
  ["di@mail.bücher.example", "di@MAIL.xn--bcher-kva。example"],
  ["bo@partner.org", "BO@partner.org", "bo@ＰＡＲＴＮＥＲ.ORG"],
  ["ann+docs@eu.lab.partner.org"],
  ["a.b@other.net", "A.b@other.net"],
  ["eve@faß.de", "Eve@FAẞ.de", "eve@xn--fa-hia.de"],
  // One mailbox, as its provider sees it, and mistyped domains.
  ["ann+x@example.com"],
  ["d.i@gmail.com", "D.i@GMAIL.com"],
  ["di@gmail.com"],
  ["di@gmial.com", "bo@exmaple.com", "bo@partnr.org"],
];

const BAD_ADDRESSES = [
  "", " \t\r\n", "nobody", "a@@b.com", '"bo"@x.com', "Bo <b@x.com>", "a(c)@b.com", "a@[127.0.0.1]", "@b.com", "ä@b.com",
  "a b@b.com", ".a@b.com", "a..b@b.com", "a@", "a@b.com.", "a@b", "a@b.c", "a@b\u200bc.com", "a\u0007b@b.com",
  "a@b_c.com", "a@☃.com", "a@-b.com", `${"a".repeat(65)}@b.com`, `a@${"b".repeat(64)}.com`,
];

const PATTERNS = [
  "example.com", "*.example.com", "Team.Example.com", "partner.org", "*.partner.org", "faß.de", "nowhere.test",
  "bücher.example", "XN--BCHER-KVA.example", "*.BÜCHER.example",
];

export const user = (random) => userId(random.below(USERS));
export const bot = (random) => botId(random.below(BOTS));
/** The organisation of the document is number 0, when it is known. */
export const organization = (random) => orgId(random.pick([0, 0, 1]));
export const address = (random) => random.pick(random.pick(ADDRESSES));
export const badAddress = (random) => random.pick(BAD_ADDRESSES);
export const patterns = (random) => random.times(random.below(4), () => random.pick(PATTERNS));
