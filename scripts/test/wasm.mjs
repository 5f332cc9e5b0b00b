// The tests that are compiled to wasm: in Node, and in two headless browsers.
import { run } from "../command.mjs";
import { ofCorpus, runTests } from "./counts.mjs";

const TARGET = "wasm32-unknown-unknown";

// The runner takes the first driver for which one of these is set.
const NO_DRIVER = Object.fromEntries(
  ["GECKODRIVER", "SAFARIDRIVER", "CHROMEDRIVER", "MSEDGEDRIVER"].flatMap((name) => [[name], [`${name}_REMOTE`]]),
);

const test = (name) => ["test", "--locked", `--target=${TARGET}`, `--test=${name}`];

export const compileRunner = () => run("cargo", ["build", "--locked", "--profile=tools", "--package=wasm-test"]);

export const compileWasm = () => run("cargo", [...test("node"), "--test=browser", "--no-run"]);

const testWasm = async (name, env) => {
  const result = await runTests("cargo", [...test(name), "--", "--nocapture"], { env: { ...NO_DRIVER, ...env } });
  return { ...result, wasm: result.passed + result.failed, corpus: ofCorpus(result.output) };
};

/** A test that is not configured for browsers would run in Node, and pass. */
const testInBrowser = async (browser, driver) => {
  const result = await testWasm("browser", { WASM_BINDGEN_TEST_ONLY_WEB: "1", ...driver });
  const isThere = result.output.includes(`Running headless tests in ${browser} `);
  return isThere || result.failed > 0 ? result : { ...result, failed: 1, failure: `The tests did not run in ${browser}.` };
};

export const testInNode = () => testWasm("node", { WASM_BINDGEN_TEST_ONLY_NODE: "1" });
export const testInChromium = ({ browsers }) => testInBrowser("Chrome", { CHROMEDRIVER: browsers.chromedriver });
export const testInFirefox = ({ browsers }) => testInBrowser("Firefox", { GECKODRIVER: browsers.geckodriver });
