// Installs the packages of a directory that has a lock of its own, somewhere under target/, once for each lock.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./command.mjs";
import { whenStale } from "./fresh.mjs";
import { step } from "./progress.mjs";

const FILES = ["package.json", "package-lock.json"];

/** @returns the directory of the installed packages; `title` and `why` are told when it takes time. */
export const installFrom = async (source, directory, { title, why, args = [] }) => {
  mkdirSync(directory, { recursive: true });
  const modules = join(directory, "node_modules");
  const inputs = FILES.map((name) => join(source, name));
  await whenStale(join(directory, "install.stamp"), { inputs, outputs: [join(modules, ".package-lock.json")] }, async () => {
    for (const name of FILES) copyFileSync(join(source, name), join(directory, name));
    await step(title, why, () => npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", ...args], { cwd: directory }));
  });
  return modules;
};
