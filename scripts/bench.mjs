// npm run bench                 how fast and how large the module is, in half a minute
// npm run bench -- --quick      fewer rounds
// npm run bench -- --json       for programs
// npm run bench -- --native     also the same job as a native library (cargo bench)
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { Failure, main, root, run } from "./command.mjs";
import { pack } from "./pack.mjs";
import { step } from "./progress.mjs";

const USAGE = "usage: npm run bench [-- --quick] [--json] [--native]";
const OPTIONS = { quick: { type: "boolean" }, json: { type: "boolean" }, native: { type: "boolean" } };
const [FEW, MANY] = [1000, 10_000];
const NATIVE = ["bench", "--locked", "--bench=respond"];

const options = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch {
    throw new Failure(USAGE);
  }
};

const describeMachine = async ({ package: version, unicode }) => {
  const { stdout } = await run("rustc", ["--version"]);
  const [{ model }] = cpus();
  return {
    processor: `${cpus().length} x ${model.trim()}`,
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    v8: process.versions.v8,
    rustc: stdout.split(" ")[1],
    share_policy: version,
    unicode,
  };
};

const prepare = async ({ prepare, findDifference }) => {
  const workloads = [FEW, MANY].map(prepare);
  for (const workload of workloads) {
    const difference = findDifference(workload);
    if (difference !== undefined) throw new Failure(difference);
  }
  return workloads;
};

/** Measures every case; `tell` is called with each group and each result as it comes. */
const measure = async (groups, plan, compare, tell) => {
  const results = [];
  for (const { title, cases } of groups) {
    tell.group(title);
    for (const { name, contenders, share = 1 } of cases) {
      const rounds = Math.max(5, Math.round(plan.rounds * share));
      const measured = compare(contenders, { ...plan, rounds });
      tell.result(name, measured);
      results.push({ group: title, case: name, contenders: measured });
    }
  }
  return results;
};

const benchNative = async () => {
  const { stdout } = await step("measure natively", "the first time compiles the library for it", () => run("cargo", NATIVE));
  return stdout.trim();
};

const bench = async () => {
  const { quick, json, native } = options();
  await build();
  const [{ version }, { THOROUGH, QUICK, compare }, jobs, report, { measureSizes }, { SIZES, fingerprint }] = await Promise.all(
    ["../pkg/node.js", ...["measure", "jobs", "report", "size", "workload"].map((name) => `../bench/${name}.mjs`)].map((path) => import(path)),
  );
  const say = json ? Object.fromEntries(Object.keys(report).map((name) => [name, () => {}])) : report;
  const machine = await describeMachine(version);
  say.note(Object.entries(machine).map(([name, value]) => `${name.replace("_", "-")} ${value}`).join(" · "));

  const [few, many] = await prepare(jobs);
  const workload = { seed_fingerprint: fingerprint({ snapshot: few.text, requests: few.requests }), requests: SIZES };
  const outcomes = jobs.countOutcomes(few);
  const tell = {
    group: (title) => {
      say.heading(title);
      say.columns();
    },
    result: say.result,
  };
  const speed = await measure(jobs.jobs(few, many), quick ? QUICK : THOROUGH, compare, tell);

  say.heading("Size");
  const size = measureSizes(join(root, "pkg", "generated", "share_policy_bg.wasm"), await pack());
  say.sizes(size);

  if (native) {
    say.heading("The same job as a native library");
    const output = await benchNative();
    if (!json) process.stdout.write(`${output}\n`);
  }
};

await main(import.meta.url, bench);
