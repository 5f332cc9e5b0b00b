// One new process: node --expose-gc load.mjs WHOSE FILE. Loads the snapshot that is in the file, and prints what that takes.
import { readFileSync } from "node:fs";

// A module's memory shows in no figure of V8 as what it is.
const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
  construct: (target, args) => {
    const made = Reflect.construct(target, args);
    memories.push(made.exports.memory);
    return made;
  },
});

const load = {
  "share-policy": async () => {
    const { AclSnapshot } = await import("share-policy");
    return (bytes) => new AclSnapshot(bytes);
  },
  tuned: async () => {
    const { TunedSnapshot } = await import("./baselines.mjs");
    return (bytes) => new TunedSnapshot(bytes);
  },
  idiomatic: async () => {
    const { IdiomaticSnapshot } = await import("./baselines.mjs");
    return (bytes) => new IdiomaticSnapshot(bytes);
  },
};

const [whose, file] = process.argv.slice(2);
const make = await load[whose]();

const collect = async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** `heap`: what V8 knows of, the pages of the module included; `resident`: what the system gave. */
const measure = async () => {
  await collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const pages = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  return { resident: rss, heap: heapUsed + external, pages };
};

const before = await measure();
// The text goes as soon as it has been read: neither side is charged for it.
globalThis.kept = make(new Uint8Array(readFileSync(file)));
const after = await measure();
const difference = Object.keys(after).map((name) => [name, after[name] - before[name]]);
process.stdout.write(JSON.stringify(Object.fromEntries(difference)));
