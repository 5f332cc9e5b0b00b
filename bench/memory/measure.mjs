// How much memory a loaded snapshot takes, in a new process for each side: as V8 counts it, and as the system does.
import { copyFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../scripts/command.mjs";
import { bundle } from "../../scripts/bench/bundle.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const NAMES = {
  "share-policy": "share-policy, AclSnapshot",
  tuned: "JSON.parse + Maps, hand-tuned",
  idiomatic: "JSON.parse + Maps, idiomatic",
};

/** @returns for each side `{ name, heap, resident, pages }`, in bytes; `pages` of them are the module's. */
export const measureMemory = async (project, { entries, snapshot }) => {
  const baselines = await bundle("memory/baselines.mjs", project, { outfile: join(project, "bench", "baselines.mjs") });
  const program = join(dirname(baselines), "load.mjs");
  copyFileSync(join(here, "load.mjs"), program);
  const file = join(project, `snapshot-${entries}.json`);
  writeFileSync(file, snapshot);
  const sides = [];
  for (const [whose, name] of Object.entries(NAMES)) {
    const { stdout } = await run(process.execPath, ["--expose-gc", program, whose, file]);
    sides.push({ name, ...JSON.parse(stdout) });
  }
  return { entries, sides };
};
