// The demo's world: two organizations with their people, their guests, and a few documents. Nothing is random:
// every start, on every machine, makes the same one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id that looks like others and is always the same. */
export const idOf = (prefix, name) => {
  const bytes = createHash("sha256").update(`${prefix} ${name}`).digest();
  return `${prefix}_01k${Array.from(bytes.subarray(0, 23), (byte) => DIGITS[byte % 32]).join("")}`;
};

const ORGANIZATIONS = {
  "northwind.example": { id: "org_01kavpg6kqnj42y6q2h935vf29", name: "Northwind" },
  "fabrikam.example": { id: "org_01ka3b2mvydwb7h9qaenf197ae", name: "Fabrikam" },
  "bücher.example": { id: "org_01kagbg59vka6ge062axszgc65", name: "Bücher" },
  "contoso.example": { id: "org_01k8303bj3d9agrye4k9br5srh", name: "Contoso" },
  "litware.example": { id: "org_01kb3dchabkq2dav4kwjd2tde3", name: "Litware" },
};

const BOTS = [
  { id: "bot_01k8nb1d1d2j297g1s5g5vcy54", org: "northwind.example", name: "Release notes bot" },
  { id: idOf("bot", "calendar"), org: "northwind.example", name: "Calendar bot" },
  { id: idOf("bot", "archive"), org: "northwind.example", name: "Archive bot", status: "suspended" },
  { id: idOf("bot", "orders"), org: "fabrikam.example", name: "Orders bot" },
];

const personIn =
  (domain) =>
  ({ name, email, id, status = "active" }) => ({
    id: id ?? idOf("usr", `${email}@${domain}`),
    org_id: ORGANIZATIONS[domain].id,
    display_name: name,
    status,
    emails: email === undefined ? [] : [email.includes("@") ? email : `${email}@${domain}`],
  });

const users = Object.entries(read("people.json")).flatMap(([domain, people]) => people.map(personIn(domain)));

const bots = BOTS.map(({ id, org, name, status = "active" }) => ({
  id,
  org_id: ORGANIZATIONS[org].id,
  display_name: name,
  status,
}));

const userOf = (address) => {
  const user = users.find(({ emails }) => emails.includes(address));
  if (user === undefined) throw new Error(`Nobody in the demo has the address ${address}.`);
  return user;
};

/** `*@domain` is everyone there; a bot stands for itself. */
const principals = (name) => {
  if (name.startsWith("bot_")) return [{ bot_id: name }];
  const [local, domain] = name.split("@");
  const everyone = users.filter(({ emails }) => emails[0]?.endsWith(`@${domain}`));
  return (local === "*" ? everyone : [userOf(name)]).map(({ id }) => ({ user_id: id }));
};

const guestsOf = (count) =>
  Array.from({ length: count }, (_, at) => ({ email: `guest${at + 1}@launch-event.example`, role: "viewer" }));

const documentOf = ({ owner, state = "active", entries, guests = 0, policy = null, limits = [], ...document }) => ({
  ...document,
  owner_id: userOf(owner).id,
  org_id: userOf(owner).org_id,
  state,
  policy,
  limits,
  entries: Object.entries(entries)
    .flatMap(([name, role]) => principals(name).map((principal) => ({ ...principal, role })))
    .concat(guestsOf(guests)),
});

const documents = read("documents.json").map(documentOf);

/** Demo keys are no secret, and only in demo databases. */
const keyOf = (address) => `demo-${address.split("@")[0].replace(".", "-")}`;

const personaOf = ({ email, document: title, about }) => {
  const { id, display_name } = userOf(email);
  const document = documents.find((one) => one.title === title);
  const role = document.owner_id === id ? "owner" : document.entries.find(({ user_id }) => user_id === id).role;
  return {
    name: display_name,
    key: keyOf(email),
    user_id: id,
    document_id: document.id,
    document_title: title,
    role,
    about,
  };
};

const personas = read("personas.json").map(personaOf);

export const world = { organizations: Object.values(ORGANIZATIONS), users, bots, documents, personas };

/** What the page's picker of persons shows. */
export const demo = JSON.stringify({ people: personas.map(({ user_id, ...persona }) => persona) });
