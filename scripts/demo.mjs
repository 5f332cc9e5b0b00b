// npm run demo                               two share requests, decided and shown
// npm run demo -- request.json snapshot.json your own; "-" is standard input
//
// Exit status: 0 when there is an answer, and a refused request is one; 2 when a file
// cannot be read, is not JSON, or is not a snapshot.
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { main } from "./command.mjs";
import * as report from "./demo/report.mjs";
import { safe } from "./demo/text.mjs";

const USAGE = "usage: npm run demo [-- REQUEST.json SNAPSHOT.json]  (one of them may be - for standard input)";

/** What is wrong with what the demo was given, in one line. */
class Unusable extends Error {}

const REASONS = { ENOENT: "there is no such file", EISDIR: "it is a directory", EACCES: "it may not be read" };

const read = async (path) => {
  try {
    return path === "-" ? await buffer(process.stdin) : await readFile(path);
  } catch (error) {
    throw new Unusable(`${name(path)}: ${REASONS[error.code] ?? error.message}`);
  }
};

const name = (path) => (path === "-" ? "standard input" : safe(path));
const beside = (file) => readFile(new URL(`demo/${file}`, import.meta.url));
const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** A file that is not JSON at all is broken, whichever it is; one that is JSON gets an answer. */
const needText = (path, { code, detail, message }) => {
  const broken = ["malformed_json", "input_too_large"];
  if (broken.includes(code === "snapshot_invalid" ? detail : code)) throw new Unusable(`${name(path)}: ${message}`);
};

/** Decides, and shows everything there is to see. */
const decide = ({ evaluate, respond }, request, snapshot, paths) => {
  const answer = evaluate(request, snapshot);
  if (!answer.ok) {
    const [first] = answer.problem.errors;
    const isSnapshot = answer.problem.status === 500;
    const path = paths[isSnapshot ? 1 : 0];
    needText(path, first);
    report.heading(isSnapshot ? "The snapshot cannot be used" : "The request is refused");
    report.problem(answer.problem);
    if (isSnapshot) throw new Unusable(`${name(path)}: not a snapshot: ${safe(first.pointer)} ${first.message}`);
    return report.response(respond(request, snapshot));
  }
  const names = report.namesIn(parsed(snapshot));
  report.heading("What happens to each recipient");
  report.evaluation(answer.evaluation, names);
  report.heading("What the server writes");
  report.grants(answer.evaluation.grants, names);
  report.response(respond(request, snapshot));
};

/** The request that the API's documentation shows, which names one recipient three times. */
const explain = ({ evaluate, respond }, request, snapshot) => {
  const sent = parsed(request);
  report.title("1. The request as the API's documentation shows it");
  report.heading("The request");
  report.json(sent);
  report.heading("What is wrong with it");
  report.problem(evaluate(request, snapshot).problem);
  report.heading("What to do: send one identifier for each recipient");
  const recipients = sent.recipients.flatMap(({ role, ...identifiers }) =>
    Object.entries(identifiers).map(([kind, id]) => ({ role, [kind]: id })),
  );
  const right = { ...sent, recipients };
  report.json(right);
  const codes = evaluate(right, snapshot).evaluation.results.map(({ code }) => code);
  report.note(`Now each of them has an outcome: ${codes.join(", ")}.`);
  report.response(respond(request, snapshot));
};

const demo = async () => {
  const { positionals } = parseArgs({ allowPositionals: true, strict: true });
  if (positionals.length !== 0 && positionals.length !== 2) throw new Unusable(USAGE);
  if (positionals.every((path) => path === "-") && positionals.length > 0) throw new Unusable(USAGE);
  const given = positionals.length > 0 && (await Promise.all(positionals.map(read)));
  await build();
  const sharePolicy = await import("../pkg/node.js");
  if (given) return decide(sharePolicy, ...given, positionals);

  const [published, request, snapshot] = await Promise.all(["published.json", "request.json", "snapshot.json"].map(beside));
  explain(sharePolicy, published, snapshot);
  report.title("2. A launch plan for 21 recipients: every outcome there is");
  decide(sharePolicy, request, snapshot, []);
  report.note("Your own: npm run demo -- request.json snapshot.json (these two are in scripts/demo)");
};

process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

await main(import.meta.url, async () => {
  try {
    await demo();
  } catch (error) {
    if (!(error instanceof Unusable) && !error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
    process.stderr.write(`${error instanceof Unusable ? error.message : USAGE}\n`);
    process.exitCode = 2;
  }
});
