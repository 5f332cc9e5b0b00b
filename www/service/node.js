// The host Node, with SQLite as the database:
//   DATABASE=file:sharing.db PORT=8787 node node.js
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import * as sharePolicy from "share-policy";
import { sqlite } from "./sqlite.js";
import { makeApp } from "./src/app.js";

/** A client that is slow on purpose gets no more than this. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 30_000 };

const filesIn = (root) => {
  const files = new Hono().use(serveStatic({ root }));
  return (request) => files.fetch(request);
};

const listening = (app, { hostname, port }) =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port, serverOptions: TIMES }, () => resolve(server));
    server.once("error", reject);
  });

/** Starts the service; `parts` replace those of `makeApp`. @returns its address, its database, and what ends it. */
export const start = async ({ url, hostname = "127.0.0.1", port = 0, page, ...parts }) => {
  const database = await sqlite(url);
  const app = makeApp({ sharePolicy, database, assets: page && filesIn(page), ...parts });
  const server = await listening(app, { hostname, port });
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve(database.close()));
      server.closeAllConnections();
    });
  return { url: `http://${hostname}:${server.address().port}`, database, close };
};

const isProgram = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isProgram) {
  const { DATABASE = "file:sharing.db", HOST, PORT = "8787", PAGE } = process.env;
  const service = await start({ url: DATABASE, hostname: HOST, port: Number(PORT), page: PAGE });
  console.log(service.url);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, service.close);
}
