// SQLite as the service's database: a file, through libSQL, whose binary npm brings along.
import { readFile, readdir } from "node:fs/promises";
import { createClient } from "@libsql/client";

const migrations = new URL("migrations/", import.meta.url);

const rowsOf = ({ columns, rows }) => rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));

/** The same files that wrangler applies to D1, each once, each whole. */
const migrate = async (client) => {
  await client.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)");
  const { rows } = await client.execute("SELECT name FROM migrations");
  const applied = new Set(rows.map(({ name }) => name));
  for (const name of (await readdir(migrations)).filter((name) => name.endsWith(".sql")).sort()) {
    if (applied.has(name)) continue;
    const text = await readFile(new URL(name, migrations), "utf8");
    await client.executeMultiple(`BEGIN IMMEDIATE; ${text}; INSERT INTO migrations VALUES ('${name}'); COMMIT;`);
  }
};

/** @param url such as `file:sharing.db` */
export const sqlite = async (url) => {
  // One connection: its calls do not overlap, and what is set for it stays set.
  const client = createClient({ url, concurrency: 1, timeout: 5000 });
  for (const pragma of ["journal_mode = WAL", "foreign_keys = ON"]) await client.execute(`PRAGMA ${pragma}`);
  await migrate(client);
  return {
    read: async (statements) => (await client.batch(statements, "deferred")).map(rowsOf),
    write: async (statements) => (await client.batch(statements, "write")).map(rowsOf),
    close: () => client.close(),
  };
};
