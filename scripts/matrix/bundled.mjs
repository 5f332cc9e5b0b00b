// Hosts that are pages made by a bundler with the settings that it has by itself, seen in Chromium.
import { join } from "node:path";
import { open } from "../browsers/webdriver.mjs";
import { Failure } from "../command.mjs";
import { serve } from "../serve.mjs";
import { importTool, versionOf } from "./tools.mjs";

const PATIENCE = 120_000;

const html = (script) => `<!doctype html>
<meta charset="utf-8">
<title>share-policy, bundled</title>
<script${script.module ? ' type="module"' : ""} src="${script.src}"></script>
`;

const reportOf = async (url) => {
  const page = await open("chromium");
  try {
    await page.navigate(url);
    await page.waitFor("globalThis.report !== undefined", PATIENCE);
    const report = await page.execute("return globalThis.report;");
    if (report.error !== undefined) throw new Failure(`The page failed: ${report.error}`);
    return report;
  } finally {
    await page.close();
  }
};

/** Serves what a bundler wrote. */
const inServedPage = async (directory, texts, input) => {
  const site = await serve({ "/": directory }, { texts: { ...texts, "/input.json": input } });
  try {
    return await reportOf(`${site.url}/index.html`);
  } finally {
    await site.close();
  }
};

const source = (project) => join(project, "hosts");

const withEsbuild = async ({ project, input }) => {
  const outdir = join(project, "with-esbuild");
  const { build } = await importTool("esbuild", "lib/main.js");
  await build({ entryPoints: [join(source(project), "page.mjs")], bundle: true, outdir, logLevel: "warning" });
  return inServedPage(outdir, { "/index.html": html({ src: "page.js" }) }, input);
};

const withWebpack = async ({ project, input }) => {
  const path = join(project, "with-webpack");
  const webpack = (await importTool("webpack", "lib/index.js")).default;
  const compiler = webpack({ mode: "production", context: source(project), entry: "./page.mjs", output: { path } });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, stats) => compiler.close((other) => (error ?? other ? reject(error ?? other) : resolve(stats))));
  });
  if (stats.hasErrors()) throw new Failure("webpack failed.", stats.toString("errors-only"));
  return inServedPage(path, { "/index.html": html({ src: "main.js" }) }, input);
};

const vite = () => importTool("vite", "dist/node/index.js");
const VITE = { configFile: false, logLevel: "error" };

const withViteBuild = async ({ project, input }) => {
  const outDir = join(project, "with-vite");
  const { build } = await vite();
  await build({ ...VITE, root: source(project), build: { outDir } });
  return inServedPage(outDir, {}, input);
};

const giving = (input) => ({
  name: "input",
  configureServer: ({ middlewares }) => {
    middlewares.use("/input.json", (_request, response) => response.setHeader("content-type", "application/json").end(input));
  },
});

const withViteServer = async ({ project, input }) => {
  const { createServer } = await vite();
  const server = { host: "127.0.0.1", port: 0, hmr: false, watch: null };
  const site = await createServer({ ...VITE, root: source(project), server, plugins: [giving(input)] });
  try {
    await site.listen();
    return await reportOf(`http://127.0.0.1:${site.httpServer.address().port}/`);
  } finally {
    await site.close();
  }
};

const bundled = (title, tool, answer) => ({ title, version: () => versionOf(tool), answer, needsBrowser: "chromium" });

export const bundledPages = {
  "vite-dev": bundled("Vite's server", "vite", withViteServer),
  vite: bundled("Vite's build", "vite", withViteBuild),
  webpack: bundled("webpack", "webpack", withWebpack),
  esbuild: bundled("esbuild", "esbuild", withEsbuild),
};
