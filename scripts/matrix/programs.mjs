// Hosts that are programs: they are given the cases on standard input.
import { run } from "../command.mjs";
import { programOf } from "./tools.mjs";

const answerOf = async (program, args, { project, input }) => {
  const { stdout } = await run(program, args, { cwd: project, input });
  return JSON.parse(stdout);
};

const printed = async (program, args) => (await run(program, args)).stdout.trim();

const ESM = "hosts/program.mjs";
const CJS = "hosts/program.cjs";

export const programs = {
  "node-esm": {
    title: "Node, ES module",
    version: () => process.versions.node,
    answer: (job) => answerOf(process.execPath, [ESM], job),
  },
  "node-cjs": {
    title: "Node, CommonJS",
    version: () => process.versions.node,
    answer: (job) => answerOf(process.execPath, [CJS], job),
  },
  node24: {
    title: "Node 24",
    version: async () => (await printed(programOf("node24"), ["--version"])).slice(1),
    answer: (job) => answerOf(programOf("node24"), [ESM], job),
  },
  deno: {
    title: "Deno, no permissions",
    version: async () => /^deno (\S+)/.exec(await printed(programOf("deno"), ["--version"]))[1],
    answer: (job) => answerOf(programOf("deno"), ["run", "--no-prompt", "--cached-only", ESM], job),
  },
  bun: {
    title: "Bun",
    version: () => printed(programOf("bun"), ["--version"]),
    answer: (job) => answerOf(programOf("bun"), [ESM], job),
  },
};
