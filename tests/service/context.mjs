// One running service for all tests of a run, and its database beside it.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import * as sharePolicy from "../../pkg/node.js";
import { seed } from "../../scripts/start/seed.mjs";
import { demo, idOf, world } from "../../scripts/start/world.mjs";
import { host } from "./hosts.mjs";

export { hostName } from "./hosts.mjs";
export { demo, idOf, sharePolicy, world };

const directory = mkdtempSync(join(tmpdir(), "share-policy-service-"));
const page = join(directory, "page");
mkdirSync(page);
writeFileSync(join(page, "index.html"), "<!doctype html><title>The page</title>");

export const database = await host.open(directory);
await seed(database, sharePolicy, world);
export const service = await host.start(directory, { page, demo });

after(async () => {
  await service.end();
  await database.close();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

export const query = async (sql, ...args) => (await database.read([{ sql, args }]))[0];
export const write = (...statements) => database.write(statements.map(([sql, ...args]) => ({ sql, args })));

/** @returns the one account of the world whose name begins so. */
export const person = (name) => {
  const found = world.users.filter(({ display_name }) => `${display_name} `.startsWith(`${name} `));
  if (found.length !== 1) throw new Error(`${found.length} people are called ${name}.`);
  return found[0];
};

export const northwind = world.organizations.find(({ name }) => name === "Northwind").id;

/** Gives an account or a bot a key of its own. */
export const giveKey = async (key, holder, revoked = 0) => {
  const hash = createHash("sha256").update(key).digest("hex");
  const column = holder.startsWith("bot_") ? "bot_id" : "user_id";
  await write([`INSERT INTO api_keys (hash, ${column}, revoked) VALUES (?1, ?2, ?3)`, hash, holder, revoked]);
};

/** A document of Priya's that no other test knows. @returns its id. */
export const makeDocument = async (
  name,
  { policy = null, state = "active", limits = [], entries = [], owner = person("Priya") } = {},
) => {
  const id = idOf("doc", name);
  const insert = "INSERT INTO documents (id, title, owner_id, org_id, state, policy) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
  const limit = "INSERT INTO limits (document_id, position, name, max, applies_to) VALUES (?1, ?2, ?3, ?4, ?5)";
  const entry = `
    INSERT INTO entries (document_id, principal, user_id, bot_id, address, role, can_share, external, granted_by, revision)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)`;
  await write(
    [insert, id, name, owner.id, owner.org_id, state, policy && JSON.stringify(policy)],
    ...limits.map(({ name, max, applies_to }, at) => [limit, id, at, name, max, applies_to]),
    ...entries.map(
      ({ user_id = null, bot_id = null, email = null, role = "viewer", can_share = 1, external = null }) => {
        const principal = user_id ?? bot_id ?? email.toLowerCase();
        return [entry, id, principal, user_id, bot_id, email, role, can_share, external, owner.id];
      },
    ),
  );
  return id;
};

export const pathOf = (documentId) => `/v1/documents/${documentId}/sharing`;

/** Sends anything. @returns the response, read. */
export const send = async (path, { key = "demo-priya-nair", headers = {}, ...init } = {}) => {
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  const response = await fetch(service.url + path, {
    ...init,
    // On a connection of its own: workerd's development server may reset one that was kept, just when it is used again.
    headers: { connection: "close", ...authorization, ...headers },
    redirect: "manual",
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const type = response.headers.get("content-type");
  return {
    status: response.status,
    type,
    headers: response.headers,
    text,
    json: type?.includes("json") && text ? JSON.parse(text) : undefined,
  };
};

/** Shares. `body` is text or bytes, or a value to be written as JSON. */
export const post = (documentId, body, { query = "", headers = {}, key } = {}) =>
  send(pathOf(documentId) + query, {
    method: "POST",
    key,
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
  });

export const viewers = (...emails) => ({ recipients: emails.map((email) => ({ role: "viewer", email })) });

/** What the database holds about a document. */
export const stateOf = async (documentId) => ({
  revision: (await query("SELECT revision FROM documents WHERE id = ?1", documentId))[0]?.revision,
  entries: await query("SELECT * FROM entries WHERE document_id = ?1 ORDER BY revision, principal", documentId),
  outbox: await query("SELECT * FROM outbox WHERE document_id = ?1 ORDER BY revision, principal", documentId),
  kept: await query("SELECT key FROM idempotency WHERE document_id = ?1 ORDER BY key", documentId),
});
