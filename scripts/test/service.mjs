// The sharing service: the same tests on Node with SQLite and on workerd with D1, then load, then npm start.
import { join } from "node:path";
import { Failure, root, run } from "../command.mjs";
import { ofNode, runTests } from "./counts.mjs";

export { installService } from "../start/install.mjs";

const tests = join(root, "tests", "service");
const LIMIT = "--test-timeout=300000";

const testFile = (name, env = {}) =>
  runTests(process.execPath, ["--test", "--test-reporter=spec", LIMIT, join(tests, name)], { env, count: ofNode });

/** @returns what ran, also as `service`: both hosts have to run the same tests. */
const testOn = (host) => async () => {
  const result = await testFile("service.test.mjs", { SERVICE_HOST: host });
  return { ...result, service: result.passed + result.failed };
};

export const testServiceOnNode = testOn("node");
export const testServiceOnWorkerd = testOn("workerd");

/** Each part of the load, on each host, counts as one test. */
const loadOn = async (host) => {
  const { output } = await run(process.execPath, [join(tests, "load.mjs")], { env: { SERVICE_HOST: host } });
  const parts = Number(/^load: (\d+) parts$/m.exec(output)?.[1] ?? 0);
  if (parts === 0) throw new Failure("No load ran.", output);
  return { parts, output };
};

export const testLoad = async () => {
  const results = [];
  for (const host of ["node", "workerd"]) results.push(await loadOn(host));
  const passed = results.reduce((sum, { parts }) => sum + parts, 0);
  return { passed, failed: 0, output: results.map(({ output }) => output).join("") };
};

export const testStart = () => testFile("start.test.mjs");
