// npm run bench                 how fast and how large the module is, in half a minute
// npm run bench -- --quick      fewer rounds
// npm run bench -- --json       for programs
// npm run bench -- --native     also the same job as a native library, which "cargo bench" measures
//
// Exit status: 1 when an answer differs from the reference; slow or large is no failure.
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { Failure, main, root, run } from "./command.mjs";
import { pack } from "./pack.mjs";
import { step } from "./progress.mjs";

const USAGE = "usage: npm run bench [-- [--quick] [--json] [--native]]";
const OPTIONS = { quick: { type: "boolean" }, json: { type: "boolean" }, native: { type: "boolean" } };
const WASM = join(root, "pkg", "generated", "share_policy_bg.wasm");
const [FEW, MANY] = [1000, 10_000];

const chosen = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch {
    throw new Failure(USAGE);
  }
};

const describeMachine = async (version) => {
  const { stdout } = await run("rustc", ["--version"]);
  return {
    processor: `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "unknown"}`,
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    v8: process.versions.v8,
    rustc: stdout.split(" ")[1],
    "share-policy": version.package,
    unicode: version.unicode,
  };
};

/** Makes the workloads, and goes no further when the answers to one of them differ. */
const checkedWorkloads = ({ prepare, findDifference }) => {
  const workloads = [FEW, MANY].map(prepare);
  for (const workload of workloads) {
    const difference = findDifference(workload);
    if (difference !== undefined) throw new Failure(difference);
  }
  return workloads;
};

/** Measures every case of every group, and shows each as it is known. */
const measure = (groups, plan, compare, show) => {
  const results = [];
  for (const { title, cases } of groups) {
    show.heading(title);
    show.columns();
    for (const { name, contenders, share = 1 } of cases) {
      const measured = compare(contenders, { ...plan, rounds: Math.ceil(plan.rounds * share) });
      show.result(name, measured);
      results.push({ group: title, case: name, contenders: measured });
    }
  }
  return results;
};

/** Native and wasm measurements compare only when they are of the same bytes. */
const benchNative = async (workloads) => {
  const why = "the first time compiles the library for it, a minute or two";
  const { stdout } = await step("measure natively", why, () => run("cargo", ["bench", "--locked", "--bench=respond"]));
  for (const { entries, fingerprint } of workloads) {
    if (!stdout.includes(`workload ${entries} ${fingerprint}`)) {
      throw new Failure("The native benchmark has another workload: bench/workload.mjs and benches/respond/workload.rs differ.", stdout);
    }
  }
  return stdout.trim();
};

const bench = async () => {
  const { quick, json, native } = chosen();
  await build();
  const { version } = await import("../pkg/node.js");
  const jobs = await import("../bench/jobs.mjs");
  const { THOROUGH, QUICK, compare } = await import("../bench/measure.mjs");
  const { measureStarts } = await import("../bench/start/measure.mjs");
  const { measureSizes } = await import("./size.mjs");
  const { silent, table } = await import("../bench/report.mjs");
  const show = json ? silent : table;

  const machine = await describeMachine(version);
  const workloads = checkedWorkloads(jobs);
  const outcomes = jobs.countOutcomes(workloads[0]);
  show.machine(machine);
  show.outcomes(outcomes);
  const speed = measure(jobs.groups(...workloads), quick ? QUICK : THOROUGH, compare, show);
  show.heading("The first answer in a new process: loading and one call, without the start of Node");
  show.columns();
  const started = await measureStarts(quick ? 7 : 21);
  show.result("a request is checked", started);
  show.heading("Size");
  const size = measureSizes(WASM, await pack());
  show.sizes(size);
  show.heading("The same as a native library");
  const cargo = native ? await benchNative(workloads) : undefined;
  show.native(cargo);
  if (json) {
    const fingerprints = Object.fromEntries(workloads.map(({ entries, fingerprint }) => [entries, fingerprint]));
    process.stdout.write(`${JSON.stringify({ machine, workload: { fingerprints, outcomes }, speed, started, size, native: cargo }, null, 2)}\n`);
  }
};

await main(import.meta.url, bench);
