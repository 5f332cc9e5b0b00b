import { availableParallelism, cpus } from "node:os";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../command.mjs";

const peers = () => JSON.parse(readFileSync(join(root, "bench", "peers", "package.json"), "utf8")).dependencies;

/** What the numbers depend on. */
export const describeMachine = async (version) => {
  const { stdout } = await run("rustc", ["--version"]);
  return {
    processor: `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "unknown"}`,
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    v8: process.versions.v8,
    rustc: stdout.split(" ")[1],
    "share-policy": version.package,
    unicode: version.unicode,
    ...peers(),
  };
};
