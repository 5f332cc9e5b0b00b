// docs/benchmarks.md and its pictures.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { duration, factor, megabytes, kilobytes, quantity } from "../../bench/units.mjs";
import { root } from "../command.mjs";
import { curves, ratioBars } from "./chart.mjs";

const docs = join(root, "docs");

const VERDICTS = { missed: "missed", reached: "reached", beyond: "reached, and beyond" };

const table = (heads, rows) => {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const align = heads.map((_head, place) => (place < heads.length - rows.numbers ? "---" : "---:"));
  return [line(heads), line(align), ...rows.map(line)].join("\n");
};

/** Rows whose last cells are numbers. */
const numbered = (rows, numbers) => Object.assign(rows, { numbers });

const targetTable = (targets) =>
  table(
    ["work", "against", "seen", "reach", "try for", "verdict"],
    numbered(
      targets.map(({ work, against, seen, reach, tryFor, unit, verdict }) =>
        [work, against, quantity(seen, unit), quantity(reach, unit), quantity(tryFor, unit), VERDICTS[verdict]]),
      4,
    ),
  );

const compared = (ratio, place, isMultiple) => {
  if (place === 0) return "";
  if (isMultiple) return factor(ratio);
  return ratio >= 1 ? `${factor(ratio)} faster` : `${factor(1 / ratio)} slower`;
};

const caseTable = ({ name, than = "share-policy is", isMultiple, contenders }) => `**${name}**

${table(
  ["", "median", than],
  numbered(contenders.map(({ name, microseconds, ratio }, place) => [name, duration(microseconds.median), compared(ratio.median, place, isMultiple)]), 2),
)}`;

/** The groups of results, in the order in which they were measured. */
const groups = (results) => {
  const titles = [...new Set(results.map(({ group }) => group))];
  return titles.map((title) => `### ${title}\n\n${results.filter(({ group }) => group === title).map(caseTable).join("\n\n")}`).join("\n\n");
};

const hostTable = (hosts) => {
  const cells = (results, work, other) => {
    const { contenders } = results.find((result) => result.work.startsWith(work));
    const { ratio } = contenders.find(({ name }) => name === other);
    return [duration(contenders[0].microseconds.median), factor(ratio.median)];
  };
  const rows = hosts.map(({ host, version, results }) => [
    `${host} ${version}`,
    ...cells(results, "bytes in, bytes out, 1 recipient", "hand-tuned JavaScript"),
    ...cells(results, "bytes in, bytes out, 100 recipients", "hand-tuned JavaScript"),
    ...cells(results, "plain objects in and out, 100 recipients", "zod + JavaScript"),
  ]);
  const heads = ["host", "1 recipient", "tuned JS takes", "100 recipients", "tuned JS takes", "objects, 100", "zod + JS takes"];
  return table(heads, numbered(rows, 6));
};

const memoryTable = ({ sides }) =>
  table(
    ["", "as V8 counts", "as the system counts"],
    numbered(sides.map(({ name, heap, resident }) => [name, megabytes(heap), megabytes(resident)]), 2),
  );

const sizeTable = ({ wasm, loaded, tarball }) =>
  table(
    ["", "size"],
    numbered(
      [
        ["all that a page loads, brotli", kilobytes(loaded.brotli)],
        ["of it the module, brotli", kilobytes(wasm.brotli)],
        ["the module", kilobytes(wasm.raw)],
        ["npm tarball", kilobytes(tarball.gzip)],
      ],
      1,
    ),
  );

const seriesOf = (cases) =>
  cases[0].contenders.map(({ name }, place) => ({ name, points: cases.map(({ x, contenders }) => [x, contenders[place].microseconds.median]) }));

/** How many times as much the last takes as the first, of the first contender. */
const growthOf = (cases, from, to) => {
  const at = (x) => cases.find((result) => result.x === x).contenders[0].microseconds.median;
  return at(to) / at(from);
};

const pictures = ({ targets, growth }) => ({
  "bench-ratios": ratioBars({
    title: "How many times faster",
    note: "Ratio of medians of one interleaved run. The dashed mark is what is to be reached.",
    rows: targets.filter(({ unit }) => unit === "x").map(({ seen, ...target }) => ({ ...target, value: seen })),
  }),
  "bench-recipients": curves({
    title: "One answer, by the number of recipients",
    note: "Request bytes in, response bytes out; resident snapshot of 1k entries.",
    xTitle: "recipients in the request",
    yTitle: "µs",
    ticks: [0, 20, 40, 60, 80, 100],
    series: seriesOf(growth.recipients),
  }),
  "bench-entries": curves({
    title: "One answer, by the number of entries",
    note: "100 recipients; request bytes in, response bytes out; resident snapshot.",
    xTitle: "accounts, and as many entries, in the snapshot (logarithmic)",
    yTitle: "µs",
    isLog: true,
    ticks: [10, 100, 1000, 10_000, 100_000],
    series: seriesOf(growth.entries),
  }),
});

const page = ({ machine, workload, targets, speed, started, memory, size, native, growth, hosts }) => `# How fast it is

Written by \`npm run bench -- --write\`. All sides of a case take turns in one process; a ratio is one of medians. Before anything is
timed, every side's answers to the whole workload are compared byte for byte (whole evaluations as JSON text, policy engines by allow or
deny). What is compared with what, and why, is in [DESIGN.md](../DESIGN.md).

${Object.entries(machine).map((fact) => fact.join(" ")).join(" · ")}

## Targets

![Each target as a bar](images/bench-ratios.svg)

${targetTable(targets)}

## How the cost grows

![Curves that rise in a straight line with the recipients](images/bench-recipients.svg)

From 50 to 100 recipients an answer takes ${factor(growthOf(growth.recipients, 50, 100))} as long.

![Curves over snapshots of 10 to 220,000 entries](images/bench-entries.svg)

From 1,000 to 220,000 entries it takes ${factor(growthOf(growth.entries, 1000, 220_000))} as long: what grows is how often memory has to be fetched. 220,000 accounts and as
many entries are what fits in the 64 MiB that a snapshot's text may have. With 10 accounts most rows are duplicates.

## In other hosts

A snapshot of 1k entries. Beside each time: how many times as long JavaScript takes in the same host.

${hostTable(hosts)}

## All cases

The workload: half known accounts by e-mail, a third ids, invitations; duplicates, bad addresses, international domains and escapes among
them. Outcomes of its requests of 100 recipients: ${Object.entries(workload.outcomes).map(([code, count]) => `${code} ${count}`).join(", ")}.

${groups(speed)}

### The first answer in a new process

Loading and one call, without the start of Node.

${caseTable(started)}

### Native Rust, in turns with the module

${native.map(caseTable).join("\n\n")}

### Memory after loading a snapshot of 100k accounts and entries

Each in a new process, less what it took before. V8's count holds the pages of the module.

${memoryTable(memory)}

### Size

${sizeTable(size)}
`;

/** Writes the page and its pictures. */
export const write = (all) => {
  mkdirSync(join(docs, "images"), { recursive: true });
  for (const [name, svg] of Object.entries(pictures(all))) writeFileSync(join(docs, "images", `${name}.svg`), svg);
  writeFileSync(join(docs, "benchmarks.md"), page(all));
};
