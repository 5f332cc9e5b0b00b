// Builds the demo page with its dialog, as a site in production has it: target/www.
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as buildPackage } from "./build.mjs";
import { main, root } from "./command.mjs";
import { say } from "./progress.mjs";

const source = join(root, "www", "page");
const MODULE = join("generated", "share_policy_bg.wasm");

/** Where a site would have it installed: a bundler takes the same entry, by the same conditions. */
const installed = () => {
  const modules = join(root, "target", "www-modules");
  mkdirSync(modules, { recursive: true });
  rmSync(join(modules, "share-policy"), { recursive: true, force: true });
  symlinkSync(join(root, "pkg"), join(modules, "share-policy"), "junction");
  return modules;
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
  await build({ ...SETTINGS, entryPoints: entries, nodePaths: [installed()], outdir: assets });
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
