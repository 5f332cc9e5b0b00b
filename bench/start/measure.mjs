// How long a new Node process needs until a request is checked: by zod, bundled as it would be shipped, and by
// share-policy as it is installed. Processes of each take turns.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../../scripts/bench/bundle.mjs";
import { run } from "../../scripts/command.mjs";
import { summarize } from "../measure.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** The scripts that take turns, with what each is to be compared by. */
const contenders = async (project) => {
  const directory = join(project, "start");
  mkdirSync(directory, { recursive: true });
  for (const name of ["share-policy.mjs", "share-policy.cjs"]) copyFileSync(join(here, name), join(directory, name));
  return [
    { name: "share-policy", path: join(directory, "share-policy.mjs") },
    { name: "share-policy, CommonJS", path: join(directory, "share-policy.cjs") },
    { name: "zod, bundled", path: await bundle("start/zod.mjs", project, { minify: true }), reach: 1 },
  ];
};

const timeOf = async (path) => {
  const { stdout } = await run(process.execPath, [join(here, "first.mjs"), pathToFileURL(path).href]);
  return Number(stdout) * 1000;
};

/** @returns as the suite's `measure` does. */
export const measureStarts = async (project, rounds) => {
  const all = await contenders(project);
  const times = all.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < all.length; turn += 1) {
      const place = (round + turn) % all.length;
      const elapsed = await timeOf(all[place].path);
      if (round > 0) times[place].push(elapsed); // The first reads from the disk.
    }
  }
  return { name: "a request is checked", work: "first call after import, new process", contenders: summarize(all, times) };
};
