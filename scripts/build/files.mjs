// What a build makes, by name and place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../command.mjs";

export const GLUE = "share_policy.js";
export const GLUE_TYPES = "share_policy.d.ts";
export const MODULE = "share_policy_bg.wasm";

export const sources = join(root, "pkg");
export const generated = join(sources, "generated");

/** A tool's version is part of what it makes. */
export const packageVersion = (name) =>
  JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
