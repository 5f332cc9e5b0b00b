// The local D1 database, as wrangler keeps it in a directory: to look into it, and to fill it, from Node.
import { createRequire } from "node:module";
import { join } from "node:path";
import { d1 } from "./d1.js";

const require = createRequire(import.meta.url);
const { Miniflare } = createRequire(require.resolve("wrangler"))("miniflare");

// wrangler lends bindings to Node, too (`getPlatformProxy`), but asks for every property by a call that blocks, and on
// a busy machine now and then gets the answer to another one. This worker is asked for a whole batch at a time.
const WORKER = `export default {
  async fetch(request, { DB }) {
    const statements = await request.json();
    try {
      return Response.json({ results: await DB.batch(statements.map(({ sql, args }) => DB.prepare(sql).bind(...args))) });
    } catch ({ message }) {
      return Response.json({ message });
    }
  },
};`;

/** What `d1` needs of a binding. */
const binding = (miniflare) => ({
  prepare: (sql) => ({ bind: (...args) => ({ sql, args }) }),
  async batch(statements) {
    // On a connection of its own: one that was kept may be closed just when it is used again.
    const init = { method: "POST", headers: { connection: "close" }, body: JSON.stringify(statements) };
    const { results, message } = await (await miniflare.dispatchFetch("http://database/", init)).json();
    if (message !== undefined) throw new Error(message);
    return results;
  },
});

/** @param state what `wrangler dev` is given as `--persist-to` */
export const openLocal = async (state) => {
  const miniflare = new Miniflare({
    modules: true,
    script: WORKER,
    cf: false,
    compatibilityDate: "2026-01-01",
    d1Databases: { DB: "00000000-0000-0000-0000-000000000000" },
    // wrangler puts a version below the directory that it is given.
    d1Persist: join(state, "v3", "d1"),
  });
  await miniflare.ready;
  const local = binding(miniflare);
  return { ...d1(local), binding: local, close: () => miniflare.dispose() };
};
