// The ecosystem's conventions: the packed package beside the real packages that take it.
import { cpSync, readdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { Failure, root, run } from "../command.mjs";
import { installFrom } from "../packages.mjs";
import { ofNode, runTests } from "./counts.mjs";

const source = join(root, "tests", "ecosystem");
const directory = join(root, "target", "ecosystem");
const modules = join(directory, "node_modules");

// Without peers: the only one that is not named is another TypeScript.
export const installEcosystem = () =>
  installFrom(source, directory, {
    title: "install form, RPC, server and schema libraries",
    why: "for tests alone, once, seconds",
    args: ["--omit=peer"],
  });

/** Copies a directory of tests into the project that has the package, and shows it the other packages. */
const place = (project, name) => {
  const copy = join(project, name);
  const filter = (path) => basename(path) !== "node_modules";
  cpSync(join(root, "tests", name), copy, { recursive: true, filter });
  symlinkSync(modules, join(copy, "node_modules"), "junction");
  return copy;
};

const filesIn = (directory, pattern) => {
  const names = readdirSync(directory).filter((name) => pattern.test(name)).sort();
  if (names.length === 0) throw new Failure(`Nothing in ${directory} is called ${pattern}.`);
  return names;
};

const testIn = (directory) => {
  const args = ["--test", "--test-reporter=spec", ...filesIn(directory, /\.test\.mjs$/)];
  return runTests(process.execPath, args, { cwd: directory, count: ofNode });
};

/** Each way in which TypeScript resolves a package counts as one test. */
const compileIn = async (directory) => {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const configurations = filesIn(directory, /^tsconfig\.(?!base).*\.json$/);
  for (const name of configurations) await run(process.execPath, [compiler, "--project", name], { cwd: directory });
  return configurations.length;
};

/** The JSON Schemas and the OpenAPI document, held against the engine. */
export const testSchemas = ({ packed }) => testIn(place(packed, "schemas"));

/** The conventions, in libraries that follow them. */
export const testEcosystem = async ({ packed }) => {
  const copy = place(packed, "ecosystem");
  const result = await testIn(copy);
  return { ...result, passed: result.passed + (await compileIn(join(copy, "types"))) };
};
