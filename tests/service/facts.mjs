// Exactly the rows that a request names: no more statements, parameters or rows for a large directory, and no fewer
// facts than the whole of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeApp } from "../../www/service/src/app.js";
import { addressRows } from "../../scripts/start/seed.mjs";
import { database, idOf, makeDocument, pathOf, person, query, sharePolicy, viewers, world, write } from "./context.mjs";

/** The service in this process, with a database that tells what it is asked. */
const listening = () => {
  const heard = [];
  const tell = (call) => (statements) => {
    heard.push(statements);
    return database[call](statements);
  };
  const app = makeApp({ sharePolicy, database: { read: tell("read"), write: tell("write") } });
  const post = async (id, body) => {
    const headers = { authorization: "Bearer demo-priya-nair", "content-type": "application/json" };
    const response = await app.request(`${pathOf(id)}?detail=true`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, json: await response.json() };
  };
  return { heard, post };
};

const COUNT = 100_000;
const crowded = (n) => `usr_01zzzzzzzzzzzz${String(n).padStart(12, "0")}`;

/** A directory as large as a large company's. */
const crowd = async () => {
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${COUNT})`;
  const id = "'usr_01zzzzzzzzzzzz' || printf('%012d', n)";
  const email = "'person' || n || '@crowd.example'";
  await write([`INSERT INTO users (id, display_name) ${numbers} SELECT ${id}, 'Person ' || n FROM numbers`]);
  await write([
    `INSERT INTO addresses (key, user_id, spelling, verified) ${numbers} SELECT ${email}, ${id}, ${email}, 1 FROM numbers`,
  ]);
};

/** What SQLite will do for a statement: each line of its plan. */
const planOf = async ({ sql, args }) => (await query(`EXPLAIN QUERY PLAN ${sql}`, ...args)).map(({ detail }) => detail);

test("a hundred thousand accounts cost nothing: the same statements, all by an index", async () => {
  await crowd();
  const { heard, post } = listening();
  const one = await makeDocument("crowd-1");
  const hundred = await makeDocument("crowd-100");
  const first = await post(one, viewers("person77777@crowd.example"));
  assert.deepEqual(first.json.results[0].principal, { user_id: crowded(77777) });
  const recipients = Array.from({ length: 100 }, (_, at) =>
    at % 2
      ? { role: "viewer", user_id: crowded(at + 1) }
      : { role: "viewer", email: `person${at + 501}@crowd.example` },
  );
  assert.equal((await post(hundred, { recipients })).json.successful, 100);

  const shapes = heard.map((statements) => statements.map(({ sql, args }) => [sql, args.length]));
  assert.equal(shapes.length, 6);
  assert.deepEqual(
    shapes.slice(0, 3),
    shapes.slice(3),
    "the key, the facts, the grants: three round trips, for one as for a hundred",
  );
  for (const [, parameters] of shapes.flat()) assert.ok(parameters <= 6);
  // libSQL cannot explain a statement that writes; D1 can.
  const explained = heard.flat().filter(({ sql }) => database.binding !== undefined || /^\s*(?:SELECT|WITH)/.test(sql));
  assert.ok(explained.length >= 14);
  for (const statement of explained) {
    for (const line of await planOf(statement)) {
      assert.doesNotMatch(
        line,
        /SCAN (?!json_each|value|named|\(?subquery|CONSTANT|\d)/,
        `${line} in ${statement.sql}`,
      );
    }
  }
  if (database.binding === undefined) return;
  const [, facts] = heard;
  const batch = facts.map(({ sql, args }) => database.binding.prepare(sql).bind(...args));
  const rows = (await database.binding.batch(batch)).reduce((sum, { meta }) => sum + meta.rows_read, 0);
  assert.ok(rows > 0 && rows < 100, `${rows} rows were read`);
});

/** Everything there is, as one snapshot. */
const wholeSnapshot = async (id) => {
  const [document] = await query("SELECT * FROM documents WHERE id = ?1", id);
  const entries = await query("SELECT * FROM entries WHERE document_id = ?1", id);
  const addresses = await query(
    "SELECT user_id, spelling FROM addresses WHERE verified = 1 AND key NOT LIKE '%@crowd.example' ORDER BY position, key",
  );
  const users = await query("SELECT id, org_id, status FROM users WHERE id NOT LIKE 'usr_01zzzzzzzzzzzz%'");
  const emails = (id) => addresses.filter(({ user_id }) => user_id === id).map(({ spelling }) => spelling);
  const bots = await query("SELECT id, org_id, status FROM bots");
  return {
    revision: String(document.revision),
    document: { id, owner: document.owner_id, org_id: document.org_id, state: document.state },
    caller: { user_id: document.owner_id, role: "owner", can_share: true },
    policy: JSON.parse(document.policy),
    entries: entries.map(({ user_id, bot_id, address, role }) => ({ user_id, bot_id, email: address, role })),
    directory: {
      users: users.map(({ id, ...user }) => ({ user_id: id, emails: emails(id), ...user })),
      bots: bots.map(({ id, ...bot }) => ({ bot_id: id, ...bot })),
    },
  };
};

const POLICIES = [
  null,
  {
    internal_domains: ["northwind.example"],
    external_sharing: "existing_accounts",
    blocked_domains: ["contoso.example"],
  },
  {
    allowed_domains: ["*.northwind.example", "fabrikam.example"],
    blocked_recipients: ["mei.chen@home.example", "usr_01kctm5f1cj35hdv77rvdj1jt8"],
  },
  { invites: false, recipient_kinds: ["user", "email"], max_role: { external: "viewer" } },
];

test("the rows that were read decide as the whole directory would", async () => {
  // More than one address for one account, and one address for more than one account.
  const second = ["Mei.Chen@home.example", "mei@fabrikam.example"];
  await database.write(
    addressRows(sharePolicy, { id: person("Mei Chen").id, emails: second.map((email) => email) }).map((row) => ({
      ...row,
      sql: row.sql.replace("INSERT", "INSERT OR IGNORE"),
    })),
  );
  const { post } = listening();
  const bots = [...world.bots.map(({ id }) => id), idOf("bot", "nobody")];
  const addresses = world.users
    .flatMap(({ emails }) => emails)
    .concat(second, "New@Elsewhere.example", "x@oslo.northwind.example", "not an address");
  const ids = [...world.users.map(({ id }) => id), idOf("usr", "nobody")];
  const all = [
    ...ids.map((user_id) => ({ user_id })),
    ...addresses.map((email) => ({ email })),
    ...bots.map((bot_id) => ({ bot_id })),
  ];
  const roles = ["viewer", "commenter", "collaborator", "admin"];
  let compared = 0;
  for (const [number, policy] of POLICIES.entries()) {
    const entries = [
      { email: "mei.chen@home.example", role: "viewer" },
      { user_id: person("Tom").id, role: "admin" },
      { email: "new@elsewhere.example" },
    ];
    const id = await makeDocument(`whole ${number}`, { policy, entries });
    // Every third, from each start: each request is another mixture, with people named twice.
    for (let start = 0; start < 3; start += 1) {
      const recipients = all
        .filter((_, at) => at % 3 === start)
        .slice(0, 100)
        .map((one, at) => ({ role: roles[(at + number) % 4], ...one }));
      const expected = sharePolicy.evaluate({ recipients }, await wholeSnapshot(id), { document_id: id });
      const { status, json } = await post(id, { recipients });
      assert.equal(status, 200);
      assert.deepEqual(json, expected.evaluation);
      compared += recipients.length;
    }
  }
  assert.ok(compared > 500, `${compared} rows`);
});
