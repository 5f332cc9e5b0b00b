// Skips work whose inputs and outputs are what they were when it was last done.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const digest = (parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update(":").update(part);
  return hash.digest("hex");
};

const contents = (paths) => {
  try {
    return digest(paths.map((path) => readFileSync(path)));
  } catch {
    return undefined; // one is missing
  }
};

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** Writes the whole file or nothing, as another program may be reading it; not at all when it says so already. */
export const writeWhole = (path, content) => {
  if (contents([path]) === digest([content])) return;
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, content);
  renameSync(partial, path);
};

/**
 * Calls `work` unless `stamp` says that it made these very `outputs` from these very
 * `inputs` (files) with these `settings` (strings). By content: a checkout changes dates.
 */
export const whenStale = async (stamp, { inputs, settings = [], outputs }, work) => {
  const wanted = digest([...settings, contents(inputs) ?? ""]);
  const made = () => `${wanted} ${contents(outputs)}`;
  if (read(stamp) === made()) return;
  rmSync(stamp, { force: true });
  await work();
  writeWhole(stamp, made());
};
