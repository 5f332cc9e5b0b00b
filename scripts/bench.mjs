// npm run bench                 how fast and how large the module is, against what people would write instead
// npm run bench -- --quick      fewer rounds
// npm run bench -- --native     also the native library, in turns with the module
// npm run bench -- --hosts      also the main cases in Deno, Bun, Chromium and Firefox
// npm run bench -- --growth     also how the cost grows with recipients and entries
// npm run bench -- --write      all of that, into docs/benchmarks.md and its pictures
// npm run bench -- --json       for programs
//
// Exit status: 1 when an answer differs from the reference; slow or large is no failure.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { pack } from "./pack.mjs";
import { measureSizes } from "./size.mjs";
import { prepareSuite } from "./bench/prepare.mjs";
import { installPacked } from "./test/package.mjs";
import { describeMachine } from "./bench/machine.mjs";
import { measureEngines } from "./bench/engines.mjs";
import { measureHosts } from "./bench/hosts.mjs";
import { measureNative } from "./bench/native.mjs";
import { write } from "./bench/write.mjs";
import { measureMemory } from "../bench/memory/measure.mjs";
import { measureStarts } from "../bench/start/measure.mjs";
import { silent, table } from "../bench/report.mjs";
import { memoryTargets, sizeTarget, targetsOf } from "../bench/targets.mjs";

const FLAGS = ["quick", "native", "hosts", "growth", "write", "json"];
const USAGE = `usage: npm run bench [-- ${FLAGS.map((name) => `[--${name}]`).join(" ")}]`;

const ENTRIES = [1000, 10_000, 100_000];
const WASM = join(root, "pkg", "generated", "share_policy_bg.wasm");

const chosen = () => {
  try {
    const options = Object.fromEntries(FLAGS.map((name) => [name, { type: "boolean", default: false }]));
    const { values } = parseArgs({ options });
    return values.write ? { ...values, native: true, hosts: true, growth: true } : values;
  } catch {
    throw new Failure(USAGE);
  }
};

/** Everything that is measured in this process, by groups. */
const measureSpeed = async ({ suite, module, workloads: [few, many, most] }, plan, show) => {
  const groups = [
    suite.resident(few),
    suite.resident(most, [100]),
    suite.stateless([few, many]),
    suite.construction([many, most]),
    suite.objects(few),
    suite.evaluations(few),
    suite.validation(few),
    suite.pastes(module),
  ];
  const results = [];
  for (const group of groups) {
    show.heading(group.title);
    results.push(...(await suite.measure(group, plan, show.result)));
  }
  return results;
};

const measureGrowth = async ({ suite, workloads: [few], growing }, plan, show) => {
  const recipients = suite.growthInRecipients(few);
  show.heading(recipients.title);
  const inRecipients = await suite.measure(recipients, plan, show.result);
  const title = "For information: growing snapshots, 100 recipients";
  show.heading(title);
  const inEntries = [];
  // One after the other: together they would not fit.
  for (const make of growing) inEntries.push(...(await suite.measure({ title, cases: [suite.growthInEntries(make())] }, plan, show.result)));
  return { recipients: inRecipients, entries: inEntries };
};

const showHost = (show) => ({ host, version, results }) => {
  show.heading(`${host} ${version}`);
  for (const result of results) show.result({ ...result, name: result.work });
};

/** What is measured beside this process: in others, or on the disk. */
const measureElsewhere = async ({ project, texts, workloads }, { quick }, show) => {
  const engines = await measureEngines(project, texts[0], quick);
  show.heading(engines[0].group);
  engines.forEach(show.result);
  show.heading("The first answer in a new process: loading and one call, without the start of Node");
  const started = await measureStarts(project, quick ? 7 : 21);
  show.result(started);
  show.heading("Memory after loading a snapshot of 100k entries, in a new process");
  const memory = await measureMemory(project, workloads.at(-1));
  show.memory(memory);
  show.heading("Size");
  const size = measureSizes(WASM, await pack());
  show.sizes(size);
  return { engines, started, memory, size };
};

/** What is asked for by name. */
const measureMore = async ({ suite, workloads, project, texts, ...rest }, options, plan, show) => {
  const few = workloads.filter(({ entries }) => entries !== 10_000);
  show.heading("The same as a native library");
  if (!options.native) show.note("npm run bench -- --native; cargo bench");
  const native = options.native ? await measureNative(few, options.quick ? 7 : 21, suite.summarize, show.result) : [];
  const growth = options.growth ? await measureGrowth({ suite, workloads, ...rest }, plan, show) : undefined;
  const hosts = options.hosts ? await measureHosts(project, texts[0], options.quick ? 11 : 41, showHost(show)) : undefined;
  return { native, growth, hosts };
};

const bench = async () => {
  const options = chosen();
  const show = options.json ? silent : table;
  await build();
  const prepared = await prepareSuite({ project: await installPacked(), entries: ENTRIES });
  const { suite, module, workloads, outcomes } = prepared;
  const plan = options.quick ? suite.QUICK : suite.THOROUGH;
  const machine = await describeMachine(module.version);
  show.machine(machine);
  show.outcomes(outcomes);

  const speed = await measureSpeed(prepared, plan, show);
  const { engines, ...elsewhere } = await measureElsewhere(prepared, options, show);
  const more = await measureMore(prepared, options, plan, show);
  const { started, memory, size } = elsewhere;
  const targets = [...targetsOf([...speed, started, ...more.native]), ...memoryTargets(memory), sizeTarget(size)];
  show.heading("Targets");
  show.targets(targets);

  const fingerprints = Object.fromEntries(workloads.map(({ entries, fingerprint }) => [entries, fingerprint]));
  const all = { machine, workload: { fingerprints, outcomes }, targets, speed: [...speed, ...engines], ...elsewhere, ...more };
  if (options.json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  if (options.write) write(all);
};

await main(import.meta.url, bench);
