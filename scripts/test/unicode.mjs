// docs/unicode.md tells where the Unicode data comes from: it has to be what Cargo.lock says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../command.mjs";

const ROW = /^\| `([\w-]+)` \| ([\d.]+) \|.*\| `([0-9a-f]{64})` \|$/gm;

export const testUnicode = () => {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const rows = [...readFileSync(join(root, "docs", "unicode.md"), "utf8").matchAll(ROW)];
  if (rows.length !== 4) throw new Failure(`docs/unicode.md has a table of ${rows.length} crates.`);
  for (const [, name, version, checksum] of rows) {
    const entry = new RegExp(`^name = "${name}"\nversion = "${version}"\n.*\nchecksum = "${checksum}"$`, "m");
    if (!entry.test(lock)) throw new Failure(`docs/unicode.md and Cargo.lock differ in ${name}.`);
  }
  return { passed: rows.length, failed: 0 };
};
