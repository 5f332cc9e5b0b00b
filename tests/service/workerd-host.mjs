// The service on workerd, as a program that can be killed: the worker as wrangler would deploy it, with a local D1.
// `wrangler dev` itself puts a proxy before the worker, which waits for the end of every body.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../../www/service/package.json", import.meta.url));
const { Miniflare, Response } = createRequire(require.resolve("wrangler"))("miniflare");

const [bundle, state, port, page, DEMO] = process.argv.slice(2);

const TYPES = { ".js": "ESModule", ".wasm": "CompiledWasm" };
const typeOf = (name) => Object.entries(TYPES).find(([end]) => name.endsWith(end))?.[1];

// The first module is the worker.
const modules = readdirSync(bundle)
  .filter((name) => typeOf(name) !== undefined)
  .sort((name) => (name === "worker.js" ? -1 : 1))
  .map((name) => ({ type: typeOf(name), path: join(bundle, name), contents: readFileSync(join(bundle, name)) }));

const asset = (request) =>
  page !== "" && new URL(request.url).pathname === "/"
    ? new Response(readFileSync(join(page, "index.html")), { headers: { "content-type": "text/html; charset=utf-8" } })
    : new Response(null, { status: 404 });

const miniflare = new Miniflare({
  host: "127.0.0.1",
  port: Number(port),
  cf: false,
  modules,
  modulesRoot: bundle,
  compatibilityDate: "2026-01-01",
  d1Databases: { DB: "00000000-0000-0000-0000-000000000000" },
  d1Persist: join(state, "v3", "d1"),
  bindings: DEMO === "" ? {} : { DEMO },
  serviceBindings: { ASSETS: asset },
});

process.send({ url: (await miniflare.ready).origin });
