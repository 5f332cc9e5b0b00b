// Compares this Node with the native library, seed by seed: node tests/matrix/fuzz.mjs [SEED] [ROUNDS].
import * as sharePolicy from "../../pkg/node.js";
import { Failure, main } from "../../scripts/command.mjs";
import { makeInput } from "../../scripts/matrix/input.mjs";
import { compileNativeHost, native, nativeAnswer } from "../../scripts/matrix/native.mjs";
import { answerAll } from "./answer.mjs";
import { coverage } from "./coverage.mjs";

const COUNT = 20_000;

const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return { ...result, seconds: ((performance.now() - start) / 1000).toFixed(1) };
};

const difference = async (input, { name, answer }) =>
  `${name}\nNode answers      ${answer}\nnatively it is    ${await nativeAnswer(input, name)}`;

const check = async (input, reference, report) => {
  const failures = [...reference.corpus.failures, ...report.corpus.failures];
  if (failures.length > 0) throw new Failure(`The corpus fails.\n${failures.join("\n")}`);
  if (report.inputDigest !== reference.inputDigest) throw new Failure("Node and the native library read other cases.");
  if (report.firstDifference !== undefined) throw new Failure(await difference(input, report.firstDifference));
  if (report.digest !== reference.digest) throw new Failure("The digests differ, and no case does.");
};

const cover = (generated) => {
  const { wanted, lacking } = coverage(sharePolicy, generated);
  const list = lacking.map(([what, times]) => `${what} (${times})`).join(", ");
  if (lacking.length > 0) throw new Failure(`The generated cases hardly show: ${list}.`);
  return wanted;
};

const fuzz = async (seed) => {
  const input = await makeInput({ seed, count: COUNT });
  const reference = await timed(() => native.answer(input));
  const report = await timed(() => answerAll(sharePolicy, { ...input, expected: reference.sums }));
  await check(input, reference, report);
  const shown = `${cover(input.generated)} things shown`;
  console.log(`seed ${seed}: ${report.cases} cases, ${report.digest}, ${shown}`);
  console.log(`  native ${reference.seconds} s, Node ${report.seconds} s`);
};

await main(import.meta.url, async () => {
  const [seed = 1, rounds = 1] = process.argv.slice(2).map(Number);
  await compileNativeHost();
  for (let round = 0; round < rounds; round += 1) await fuzz(seed + round);
});
