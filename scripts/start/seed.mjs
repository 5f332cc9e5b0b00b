// The demo's world as rows. What an address's identity is, and who is a guest, the engine says, as for every grant.
import { createHash } from "node:crypto";

const chunks = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

const insert = (table, row) => ({
  sql: `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row)
    .map(() => "?")
    .join(", ")})`,
  args: Object.values(row),
});

/** @returns the identity of an address, which is what the `key` of its row has to be. */
export const addressKey = ({ normalize }, address) => {
  const { unique } = normalize({ recipients: [{ role: "viewer", email: address }] });
  if (unique.length === 0) throw new Error(`${address} is no e-mail address.`);
  return unique[0].email;
};

export const addressRows = (sharePolicy, { id, emails }) =>
  emails.map((spelling, position) =>
    insert("addresses", { key: addressKey(sharePolicy, spelling), user_id: id, spelling, position, verified: 1 }),
  );

const userRows = (sharePolicy, { emails, ...user }) => [
  insert("users", user),
  ...addressRows(sharePolicy, { id: user.id, emails }),
];

/** Entries as the owner's grants under an open policy would have made them. */
const decided = ({ evaluate }, { users, bots }, document) =>
  chunks(document.entries, 100).flatMap((recipients) => {
    const snapshot = {
      document: { id: document.id, owner: document.owner_id, org_id: document.org_id },
      caller: { user_id: document.owner_id, role: "owner" },
      entries: [],
      directory: {
        users: users.map(({ id, org_id, emails }) => ({ user_id: id, org_id, emails })),
        bots: bots.map(({ id, org_id }) => ({ bot_id: id, org_id })),
      },
      policy: { internal_domains: document.policy?.internal_domains },
    };
    const { results } = evaluate({ recipients }, snapshot).evaluation;
    const failed = results.find(({ success }) => !success);
    if (failed !== undefined) throw new Error(`${document.title}: ${JSON.stringify(failed)}`);
    return results;
  });

const entryRow =
  ({ id, owner_id }) =>
  ({ principal, address, role, external }) =>
    insert("entries", {
      document_id: id,
      principal: principal.user_id ?? principal.bot_id ?? principal.email,
      user_id: principal.user_id ?? null,
      bot_id: principal.bot_id ?? null,
      address: principal.email === undefined ? null : address,
      role,
      external: external === undefined ? null : Number(external),
      granted_by: owner_id,
      revision: 1,
    });

const documentRows = (sharePolicy, world, document) => {
  const { id, title, owner_id, org_id, state, policy, limits } = document;
  return [
    insert("documents", { id, title, owner_id, org_id, state, policy: policy && JSON.stringify(policy) }),
    ...limits.map((limit, position) => insert("limits", { document_id: id, position, ...limit })),
    ...decided(sharePolicy, world, document).map(entryRow(document)),
  ];
};

const keyRow = ({ key, user_id }) =>
  insert("api_keys", { hash: createHash("sha256").update(key).digest("hex"), user_id });

/** @returns the statements that fill an empty database. */
export const seedStatements = (sharePolicy, world) => {
  const holders = new Map(world.personas.map((persona) => [persona.key, persona]));
  return [
    ...world.organizations.map((organization) => insert("organizations", organization)),
    ...world.users.flatMap((user) => userRows(sharePolicy, user)),
    ...world.bots.map((bot) => insert("bots", bot)),
    ...world.documents.flatMap((document) => documentRows(sharePolicy, world, document)),
    ...[...holders.values()].map(keyRow),
  ];
};

/** Fills the database, unless there is something in it. */
export const seed = async (database, sharePolicy, world) => {
  const [[{ documents }]] = await database.read([{ sql: "SELECT count(*) AS documents FROM documents", args: [] }]);
  if (documents > 0) return false;
  await database.write(seedStatements(sharePolicy, world));
  return true;
};
