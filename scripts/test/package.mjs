// The package as its users get it: packed, and installed into a project elsewhere.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure, npm, root, run } from "../command.mjs";
import { pack } from "../pack.mjs";
import { ofCorpus, ofNode, runTests } from "./counts.mjs";

const corpus = join(root, "tests", "conformance");

/** Makes the project, with copies of our tests: in this repository they would find other packages. */
export const installPacked = async () => {
  const project = mkdtempSync(join(tmpdir(), "share-policy-"));
  process.on("exit", () => rmSync(project, { recursive: true, force: true }));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true }));
  const tarball = await pack(project);
  await npm(["install", tarball, "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: project });
  for (const name of ["conformance", "hosts", "matrix", "package", "types"]) cpSync(join(root, "tests", name), join(project, name), { recursive: true });
  return project;
};

const files = (directory, pattern) => readdirSync(directory).filter((name) => pattern.test(name)).sort();

const usesTestRunner = (path) => /["']node:test["']/.test(readFileSync(path, "utf8"));

const total = (results) => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
  output: results.filter(({ failed }) => failed > 0).map(({ output }) => output).join("\n"),
  failure: results.find(({ failure }) => failure !== undefined)?.failure,
});

const testEach = async (directory, pattern) => {
  const names = files(directory, pattern).filter((name) => usesTestRunner(join(directory, name)));
  if (names.length === 0) throw new Failure(`There is no test in ${directory}.`);
  const results = [];
  for (const name of names) {
    const args = ["--test", "--test-reporter=spec", name];
    results.push(await runTests(process.execPath, args, { cwd: directory, count: ofNode }));
  }
  return total(results);
};

/** A run of the whole corpus counts as one test. */
const runCorpus = async (directory, name) => {
  const { output } = await run(process.execPath, [name, corpus], { cwd: directory });
  return { passed: 1, failed: 0, corpus: ofCorpus(output) };
};

const testPackage = async (project, pattern, corpusRunner) => {
  const directory = join(project, "package");
  const { corpus, ...cases } = await runCorpus(directory, corpusRunner);
  return { ...total([await testEach(directory, pattern), cases]), corpus };
};

export const testEsm = ({ packed }) => testPackage(packed, /\.mjs$/, "corpus.mjs");
export const testCjs = ({ packed }) => testPackage(packed, /\.cjs$/, "corpus.cjs");

/** The types under each way in which TypeScript resolves a package. */
export const testTypes = async ({ packed }) => {
  const directory = join(packed, "types");
  const configurations = files(directory, /^tsconfig\.(?!base).*\.json$/);
  if (configurations.length === 0) throw new Failure(`There is no configuration in ${directory}.`);
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  for (const name of configurations) await run(process.execPath, [compiler, "--project", name], { cwd: directory });
  return { passed: configurations.length, failed: 0 };
};
