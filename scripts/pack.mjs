// Packs pkg/ as it would be published, into target/package.
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { Failure, main, npm, root } from "./command.mjs";
import { MODULE } from "./build/files.mjs";
import { say } from "./progress.mjs";
import { measureSizes } from "./size.mjs";

const source = join(root, "pkg");

/** npm takes nothing from outside the package's directory. */
const copyLicences = () => {
  for (const name of readdirSync(root).filter((name) => name.startsWith("LICENSE"))) {
    copyFileSync(join(root, name), join(source, name));
  }
};

const paths = (exported) => (typeof exported === "string" ? [exported.slice(2)] : Object.values(exported).flatMap(paths));

/** What package.json promises is in the tarball: its exports, its `files`, a licence. */
const check = (packed) => {
  const { exports, files } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const holds = (pattern) =>
    pattern.includes("*")
      ? packed.some((path) => path.startsWith(pattern.split("*")[0]) && path.endsWith(pattern.split("*")[1]))
      : packed.some((path) => path === pattern || path.startsWith(`${pattern}/`));
  const absent = [...new Set([...paths(exports), ...files, "LICENSE*"])].filter((pattern) => !holds(pattern));
  if (absent.length > 0) throw new Failure(`The package lacks ${absent.join(", ")}.`, packed.join("\n"));
};

/** Panic messages hold paths of sources: ours are nobody's business, and would make every build another. */
const checkPaths = () => {
  const module = readFileSync(join(source, "generated", MODULE));
  const found = [root, process.env.CARGO_HOME ?? join(homedir(), ".cargo")].filter((path) => module.includes(path));
  if (found.length > 0) throw new Failure(`The module tells where it was built: ${found.join(", ")}.`);
};

const checkSize = (path) => {
  const { budget, loaded, tarball } = measureSizes(join(source, "generated", MODULE), path);
  const sizes = { loaded: loaded.brotli, tarball: tarball.gzip };
  for (const [name, size] of Object.entries(sizes)) {
    if (size > budget[name]) throw new Failure(`The package is too large: ${name} ${size} bytes, of ${budget[name]} allowed.`);
  }
  return sizes;
};

const packed = async (directory) => {
  mkdirSync(directory, { recursive: true });
  copyLicences();
  const { stdout } = await npm(["pack", source, "--json", "--pack-destination", directory]);
  const [{ filename, files }] = JSON.parse(stdout);
  check(files.map(({ path }) => path));
  checkPaths();
  return { path: join(directory, filename), files };
};

/** Packs what was built. @returns the tarball's path. */
export const pack = async (directory = join(root, "target", "package")) => (await packed(directory)).path;

/** Packs, and fails when it is too large. @returns the path, the files, and the sizes. */
export const packWithin = async () => {
  const { path, files } = await packed(join(root, "target", "package"));
  return { path, files, ...checkSize(path) };
};

const list = async () => {
  const { path, files, loaded, tarball } = await packWithin();
  for (const { path, size } of files) say(`${String(size).padStart(8)}  ${path}`);
  say(`${String(tarball).padStart(8)}  the tarball, ${path}`);
  say(`${String(loaded).padStart(8)}  what a page loads of it, as brotli`);
};

await main(import.meta.url, async () => {
  await build();
  await list();
});
