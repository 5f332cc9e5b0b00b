// The tests of the native library and of the Unicode data below it: unit and integration tests, then the examples in its documentation.
import { run } from "../command.mjs";
import { ofCorpus, ofRust, runTests } from "./counts.mjs";

const PACKAGES = ["--package=share-policy", "--package=idna_adapter"];

export const compileNative = () => run("cargo", ["test", "--locked", ...PACKAGES, "--no-run"]);

export const testNative = async () => {
  const result = await runTests("cargo", ["test", "--locked", ...PACKAGES, "--no-fail-fast", "--", "--show-output"], {});
  const [, examples = ""] = result.output.split(/^ *Doc-tests /m);
  if (result.failed === 0 && ofRust(examples).passed === 0) {
    return { ...result, failed: 1, failure: "No example of the documentation ran." };
  }
  return { ...result, corpus: ofCorpus(result.output) };
};
