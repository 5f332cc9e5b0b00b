// Builds the demo page with its dialog, as a site in production has it: target/www.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build as buildPackage } from "./build.mjs";
import { main, root } from "./command.mjs";
import { say } from "./progress.mjs";

const source = join(root, "www", "page");
const MODULE = join("generated", "share_policy_bg.wasm");

/** Works with the package as a site has it installed: a bundler takes the same entry, by the same conditions. */
const whileInstalled = async (work) => {
  const modules = mkdtempSync(join(tmpdir(), "share-www-"));
  try {
    symlinkSync(join(root, "pkg"), join(modules, "share-policy"), "junction");
    return await work(modules);
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
};

const SETTINGS = {
  bundle: true,
  charset: "utf8",
  conditions: ["production"],
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  platform: "browser",
  target: "es2022",
};

/** Puts the .wasm where the entry looks for it: beside the script that it has become part of. */
const copyModule = (assets) => {
  mkdirSync(join(assets, "generated"), { recursive: true });
  cpSync(join(root, "pkg", MODULE), join(assets, MODULE));
};

/** Bundles scripts as the page's is. @returns the directory of the site */
export const bundlePage = async (target, entries) => {
  const { build } = await import("esbuild");
  const assets = join(target, "assets");
  rmSync(target, { recursive: true, force: true });
  await whileInstalled((modules) => build({ ...SETTINGS, entryPoints: entries, nodePaths: [modules], outdir: assets }));
  copyModule(assets);
  return target;
};

/** @returns the directory of the page. */
export const buildPage = async ({ target = join(root, "target", "www") } = {}) => {
  await bundlePage(target, [join(source, "page.js"), join(source, "page.css")]);
  writeFileSync(join(target, "index.html"), readFileSync(join(source, "index.html")));
  return target;
};

await main(import.meta.url, async () => {
  await buildPackage();
  say(`The page is in ${await buildPage()}.`);
});
