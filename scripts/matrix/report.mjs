// The matrix as a table: on the terminal, and as a page of the documentation.
const HEAD = ["host", "version", "cases", "SHA-256 of all answers", "load", "first call", "time"];
const NUMBERS = [2, 4, 5, 6];

/** Enough of a digest to see with the eye that it is the same; the whole one stands once. */
const short = (digest) => `${digest.slice(0, 8)}…${digest.slice(-8)}`;

const milliseconds = (value) => (value === undefined ? "" : `${value.toFixed(1)} ms`);

const timeOf = ({ start, elapsed }) => {
  const load = start?.cold === undefined ? milliseconds(start?.load) : `${milliseconds(start.cold)}*`;
  return [load, milliseconds(start?.firstCall), `${(elapsed / 1000).toFixed(1)} s`];
};

const row = ({ title, version, report, elapsed, failure }) =>
  failure === undefined
    ? [title, version, `${report.cases}`, short(report.digest), ...timeOf({ ...report, elapsed })]
    : [title, version ?? "", "", "FAILED", "", "", ""];

const pad = (text, width, column) => (NUMBERS.includes(column) ? text.padStart(width) : text.padEnd(width));

const rule = (width, column) => (NUMBERS.includes(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width));

/** Reads the same as text and as Markdown. */
export const table = (hosts) => {
  const rows = [HEAD, ...hosts.map(row)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => pad(cell, widths[column], column)).join(" | ")} |`;
  const [head, ...body] = rows.map(line);
  return [head, `| ${widths.map(rule).join(" | ")} |`, ...body].join("\n");
};

/** What `npm run matrix` writes to docs/matrix.md. */
export const page = (hosts, { digest, inputDigest, corpus, generated, seed, machine }) => `# The same everywhere

Written by \`npm run matrix\`. Every host below got the package as it would be published, with one import and no
set-up, and answered the same ${corpus + generated} cases: the whole conformance corpus (${corpus}), whose answers are
known, and ${generated} generated ones (seed ${seed}) that reach every code and the odd corners of Unicode. All bytes of all
answers make one digest; if two hosts differed in a byte of a case, the command would fail and name the case.

- the cases: SHA-256 \`${inputDigest}\`
- the answers: SHA-256 \`${digest}\`

${table(hosts)}

*load*: from the host's import to a module that can be called: reading or fetching, compiling, instantiating. *first call*:
deciding one invitation with an international domain. *time*: all of it, with the host's own start. \\* Cloudflare's clock
stands still while it computes: from the start of the process to its first answer.

${machine}
`;
