// The same cases in every host that the package is for, and one digest: `npm run matrix`, or
// `npm run matrix -- HOST...` for some hosts; `--cases=N` and `--seed=N` generate others.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { browsers } from "./browsers.mjs";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { hosts } from "./matrix/hosts.mjs";
import { compileNativeHost } from "./matrix/native.mjs";
import { page, table } from "./matrix/report.mjs";
import { runHosts } from "./matrix/run.mjs";
import { installTools } from "./matrix/tools.mjs";
import { say } from "./progress.mjs";
import { installPacked } from "./test/package.mjs";

const OPTIONS = { seed: { type: "string", default: "1" }, cases: { type: "string", default: "20000" } };

const wholeNumber = (name, text) => {
  if (!/^\d{1,9}$/.test(text)) throw new Failure(`--${name} is a whole number, not "${text}".`);
  return Number(text);
};

const chosen = () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const unknown = positionals.filter((name) => !Object.hasOwn(hosts, name));
  if (unknown.length > 0) throw new Failure(`There is no host ${unknown.join(", ")}. There are: ${Object.keys(hosts).join(", ")}.`);
  const names = positionals.length > 0 ? positionals : Object.keys(hosts);
  return {
    all: positionals.length === 0,
    chosenHosts: Object.fromEntries(names.map((name) => [name, hosts[name]])),
    seed: wholeNumber("seed", values.seed),
    count: wholeNumber("cases", values.cases),
  };
};

const machine = () => `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "unknown"}, ${process.platform} ${process.arch}.`;

const tell = ({ title, failure, elapsed }) =>
  say(`${failure === undefined ? "✓" : "✗"} ${title.padEnd(34)} ${(elapsed / 1000).toFixed(1).padStart(6)} s`);

const write = (lines, reference, { seed, count }) => {
  const { digest, inputDigest, cases } = reference;
  mkdirSync(join(root, "docs"), { recursive: true });
  const facts = { digest, inputDigest, corpus: cases - count, generated: count, seed, machine: machine() };
  writeFileSync(join(root, "docs", "matrix.md"), page(lines, facts));
};

await main(import.meta.url, async () => {
  const { all, chosenHosts, seed, count } = chosen();
  await build();
  await Promise.all([compileNativeHost(), installTools(), browsers()]);
  const project = await installPacked();
  const { lines, reference } = await runHosts(chosenHosts, { project, seed, count, report: tell });
  const failures = lines.filter(({ failure }) => failure !== undefined);
  process.stdout.write(`\n${table(lines)}\n\ncases   ${reference.inputDigest}\nanswers ${reference.digest}\n`);
  for (const { title, failure } of failures) process.stderr.write(`\n── ${title} ──\n${failure}\n`);
  if (failures.length > 0) throw new Failure(`${failures.length} of ${lines.length} hosts failed.`);
  process.stdout.write(`\nThe same ${reference.cases} answers, byte for byte, in ${lines.length} hosts.\n`);
  if (all) write(lines, reference, { seed, count });
});
