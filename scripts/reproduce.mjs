// Shows that the package depends on its sources alone: builds them again, from a clean clone in another
// place, and compares every generated file byte for byte.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { generated } from "./build/files.mjs";
import { Failure, main, npm, root, run } from "./command.mjs";
import { say, step } from "./progress.mjs";

const digests = (directory) =>
  new Map(
    readdirSync(directory)
      .sort()
      .map((name) => [name, createHash("sha256").update(readFileSync(join(directory, name))).digest("hex")]),
  );

/** A clone holds what is committed: anything else would be compared with something else. */
const requireCommitted = async () => {
  const { stdout } = await run("git", ["status", "--porcelain"]);
  if (stdout !== "") throw new Failure("Please commit first: a clean clone has only what is committed.", stdout);
};

const buildClone = async (clone) => {
  await run("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
  const env = { CARGO_TARGET_DIR: join(clone, "target") };
  await npm(["run", "build"], { cwd: clone, env });
  return digests(join(clone, "pkg", "generated"));
};

/** @returns how many files are the same. */
export const reproduce = async () => {
  await requireCommitted();
  await build();
  const first = digests(generated);
  const clone = mkdtempSync(join(tmpdir(), "share-policy-again-"));
  try {
    const second = await step("build a clean clone", "all of it anew, a minute or two", () => buildClone(clone));
    const names = [...new Set([...first.keys(), ...second.keys()])];
    const different = names.filter((name) => first.get(name) !== second.get(name));
    if (different.length > 0) throw new Failure(`A second build differs in ${different.join(", ")}.`);
    return { passed: names.length, failed: 0, digests: first };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
};

await main(import.meta.url, async () => {
  for (const [name, digest] of (await reproduce()).digests) say(`${digest}  ${name}`);
  say("A second build, of a clean clone, made the same files byte for byte.");
});
