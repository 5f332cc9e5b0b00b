// How long a new Node process needs until a request is checked: by zod, bundled as it would be shipped, and by
// share-policy as it is installed. Processes of each take turns.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root, run } from "../../scripts/command.mjs";
import { installFrom } from "../../scripts/packages.mjs";
import { installPacked } from "../../scripts/test/package.mjs";
import { summarize } from "../measure.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const bundleZod = async (directory) => {
  const peers = { title: "install what is compared with", why: "once, seconds" };
  const modules = await installFrom(join(root, "bench", "peers"), join(root, "target", "bench-peers"), peers);
  const outfile = join(directory, "zod.mjs");
  const settings = { bundle: true, minify: true, format: "esm", platform: "node", target: "node20", nodePaths: [modules] };
  await build({ ...settings, entryPoints: [join(here, "zod.mjs")], outfile, logLevel: "warning" });
  return outfile;
};

const contenders = async () => {
  const project = await installPacked();
  const directory = join(project, "start");
  mkdirSync(directory, { recursive: true });
  for (const name of ["share-policy.mjs", "share-policy.cjs"]) copyFileSync(join(here, name), join(directory, name));
  return {
    "zod, bundled": await bundleZod(directory),
    "share-policy": join(directory, "share-policy.mjs"),
    "share-policy, CommonJS": join(directory, "share-policy.cjs"),
  };
};

const timeOf = async (path) => {
  const { stdout } = await run(process.execPath, [join(here, "first.mjs"), pathToFileURL(path).href]);
  return Number(stdout) * 1000;
};

/** @returns as `compare` does. */
export const measureStarts = async (rounds) => {
  const files = await contenders();
  const names = Object.keys(files);
  const times = names.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const place = (round + turn) % names.length;
      const elapsed = await timeOf(files[names[place]]);
      if (round > 0) times[place].push(elapsed); // The first reads from the disk.
    }
  }
  return summarize(names, times);
};
