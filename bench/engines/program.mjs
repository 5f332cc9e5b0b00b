// A process of its own for the policy engines: node program.mjs PROJECT PEERS HOW, the workload on standard input.
// Prints what is wrong with their decisions, or else what they take; when HOW is "check" nothing is measured.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { decision, findOtherDecision, makeEngines } from "./decision.mjs";

const [project, peers, how] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(project, path)).href);
const require = createRequire(join(peers, "_.js"));

const suite = await load("bench/suite.mjs");
const module = await load("node_modules/share-policy/node.js");
let text = "";
for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
const workload = suite.prepare(module, JSON.parse(text));
const engines = await makeEngines({
  casl: require("@casl/ability"),
  casbin: require("casbin"),
  cedar: require("@cedar-policy/cedar-wasm/nodejs"),
});

const wrong = findOtherDecision(engines, workload);
const measured = how === "check" || wrong !== undefined ? [] : await suite.measure(decision(engines, workload), suite[how]);
process.stdout.write(JSON.stringify({ wrong, measured }));
