// The tests of the native library and of the Unicode data below it: unit and integration tests, then the examples in its documentation.
import { run } from "../command.mjs";
import { ofCorpus, runTests } from "./counts.mjs";

const PACKAGES = ["--package=share-policy", "--package=idna_adapter"];

/** An example is a test that is named after its file and line. */
const EXAMPLE = /^test \S+\.rs - .*\(line \d+\) \.\.\. ok$/m;

export const compileNative = () => run("cargo", ["test", "--locked", ...PACKAGES, "--no-run"]);

export const testNative = async () => {
  const result = await runTests("cargo", ["test", "--locked", ...PACKAGES, "--no-fail-fast", "--", "--show-output"], {});
  if (result.failed === 0 && !EXAMPLE.test(result.output)) {
    return { ...result, failed: 1, failure: "No example of the documentation ran." };
  }
  return { ...result, corpus: ofCorpus(result.output) };
};
