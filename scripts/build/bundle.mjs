// Makes of the sources in pkg/ what every entry imports: one ES module, and one CommonJS file that both
// module systems of Node load, so that they share an instance. Other CommonJS files are for CommonJS alone.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../command.mjs";
import { whenStale, writeWhole } from "../fresh.mjs";
import { GLUE, GLUE_TYPES, generated, packageVersion, sources } from "./files.mjs";

const SMALL = { charset: "utf8", minifySyntax: true, minifyWhitespace: true };
/** What pages load: short names are a sixth of it. Elsewhere names stay, for those who read a stack trace. */
const FOR_PAGES = { format: "esm", platform: "neutral", target: "es2022", minifyIdentifiers: true };
const COMMONJS = { format: "cjs", platform: "node", target: "node20", banner: { js: '"use strict";' } };
const MODULES = {
  "api.js": { entryPoints: ["pkg/api.js"], ...FOR_PAGES },
  "api.cjs": { entryPoints: ["pkg/api.js"], ...COMMONJS },
  "messages.cjs": { entryPoints: ["pkg/messages/index.js"], ...COMMONJS },
  "messages-de.cjs": { entryPoints: ["pkg/messages/de.js"], ...COMMONJS },
};

const bundled = (esbuild, settings) => {
  const { outputFiles } = esbuild.buildSync({
    ...SMALL,
    ...settings,
    absWorkingDir: root,
    bundle: true,
    legalComments: "none",
    logLevel: "warning",
    logOverride: { "import-is-undefined": "error" },
    write: false,
  });
  return outputFiles[0].contents;
};

const isSource = (name) => name.endsWith(".js") && !name.startsWith("generated");

export const bundle = async (work) => {
  for (const name of [GLUE, GLUE_TYPES]) writeWhole(join(generated, name), readFileSync(join(work, name)));
  const names = readdirSync(sources, { recursive: true }).filter(isSource);
  const inputs = [...[GLUE, "request-schema.js"].map((name) => join(generated, name)), ...names.map((name) => join(sources, name))];
  const outputs = Object.keys(MODULES).map((name) => join(generated, name));
  const settings = [packageVersion("esbuild"), JSON.stringify([SMALL, MODULES])];
  await whenStale(join(work, "bundle.stamp"), { inputs, settings, outputs }, async () => {
    const esbuild = await import("esbuild");
    for (const [name, settings] of Object.entries(MODULES)) writeWhole(join(generated, name), bundled(esbuild, settings));
  });
};
