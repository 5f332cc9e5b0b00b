// Hosts that answer requests at the edge: the cases are posted to them.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "../browsers/process.mjs";
import { Failure } from "../command.mjs";
import { freePort } from "../port.mjs";
import { importTool, programOf, versionOf } from "./tools.mjs";

const PATIENCE = 20_000;

const bundle = async (project, name, settings) => {
  const { build } = await importTool("esbuild", "lib/main.js");
  const entryPoints = [join(project, "hosts", `${name}.mjs`)];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, logLevel: "warning", ...settings });
  return outputFiles[0].text;
};

// ── workerd ─────────────────────────────────────────────────────────────────

const MODULE = "generated/share_policy_bg.wasm";

const config = (port) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    compatibilityDate = "2026-01-01",
    modules = [
      (name = "worker.mjs", esModule = embed "worker.mjs"),
      (name = "./${MODULE}", wasm = embed "module.wasm")
    ]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
`;

/** The worker as wrangler would upload it: one script, and the .wasm beside it. */
const writeWorker = async (project, port) => {
  const directory = join(project, "workerd");
  const settings = { format: "esm", conditions: ["workerd", "worker", "browser"], external: ["*.wasm"] };
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "worker.mjs"), await bundle(project, "workerd", settings));
  copyFileSync(join(project, "node_modules", "share-policy", MODULE), join(directory, "module.wasm"));
  writeFileSync(join(directory, "config.capnp"), config(port));
  return join(directory, "config.capnp");
};

const firstAnswer = async (url, worker) => {
  let ending;
  worker.ended.then((how) => (ending = how));
  for (const since = performance.now(); performance.now() - since < PATIENCE; ) {
    if (ending !== undefined) break;
    try {
      return await (await fetch(url)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  throw new Failure(`workerd does not answer (${ending ?? "it runs"}).`, worker.written());
};

const inWorkerd = async ({ project, input }) => {
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}/`;
  const path = await writeWorker(project, port);
  const began = performance.now();
  const worker = await start(programOf("workerd"), ["serve", path], {});
  try {
    await firstAnswer(url, worker);
    const cold = performance.now() - began;
    const response = await fetch(url, { method: "POST", body: input });
    if (!response.ok) throw new Failure(`workerd answers with status ${response.status}.`, worker.written());
    const report = await response.json();
    // Its clock stands still while it computes.
    return { ...report, start: { cold } };
  } finally {
    await worker.end();
  }
};

// ── Vercel's edge runtime ───────────────────────────────────────────────────

/** What Vercel's build does with `x.wasm?module`: the host compiles it, and gives it by a name. */
const compiledElsewhere = (modules) => ({
  name: "wasm-module",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?module$/, "")),
      namespace: "wasm-module",
    }));
    onLoad({ filter: /./, namespace: "wasm-module" }, async ({ path }) => {
      modules.WASM_MODULE = await WebAssembly.compile(readFileSync(path));
      return { contents: "export default WASM_MODULE;" };
    });
  },
});

const inEdgeRuntime = async ({ project, input }) => {
  const modules = {};
  const settings = { format: "iife", conditions: ["edge-light", "worker", "browser"], plugins: [compiledElsewhere(modules)] };
  const initialCode = await bundle(project, "edge-runtime", settings);
  const { EdgeRuntime } = await importTool("edge-runtime", "dist/index.js");
  const runtime = new EdgeRuntime({ initialCode, extend: (context) => Object.assign(context, modules) });
  const response = await runtime.dispatchFetch("http://127.0.0.1/", { method: "POST", body: input });
  if (!response.ok) throw new Failure(`The edge runtime answers with status ${response.status}.`, await response.text());
  return response.json();
};

export const workers = {
  workerd: { title: "workerd (Cloudflare)", version: () => versionOf("workerd"), answer: inWorkerd },
  "edge-runtime": { title: "edge-runtime (Vercel)", version: () => versionOf("edge-runtime"), answer: inEdgeRuntime },
};
