// The suite as one script, with the libraries it compares with inside: the same in every host.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../command.mjs";
import { installFrom } from "../packages.mjs";

export const installPeers = () =>
  installFrom(join(root, "bench", "peers"), join(root, "target", "bench-peers"), {
    title: "install what is compared with",
    why: "zod, valibot, Ajv, CASL, casbin and Cedar, once, seconds",
  });

/** Bundles a script of bench/ into a project that has share-policy installed. @returns its path. */
export const bundle = async (entry, project, settings = {}) => {
  const { build } = await import("esbuild");
  const modules = await installPeers();
  const outfile = join(project, "bench", `${entry.replaceAll("/", "-")}`);
  await build({
    entryPoints: [join(root, "bench", entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    target: "es2022",
    nodePaths: [modules],
    external: ["share-policy", "node:*"],
    logLevel: "warning",
    ...settings,
  });
  return outfile;
};

export const importBundle = async (entry, project) => import(pathToFileURL(await bundle(entry, project)).href);
