// The native library in a process of its own, asked in turns with the module: the same requests, byte for byte.
import { createInterface } from "node:readline";
import { start } from "../browsers/process.mjs";
import { Failure, run } from "../command.mjs";
import { step } from "../progress.mjs";

const BUILD = ["bench", "--locked", "--bench=respond", "--no-run", "--message-format=json"];
const WHY = "the first time compiles the library for it, a minute or two";

/** @returns the path of the compiled benchmark. */
const compile = async () => {
  const { stdout } = await step("compile the native benchmark", WHY, () => run("cargo", BUILD));
  const built = stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  return built.find(({ executable, target }) => executable && target.name === "respond").executable;
};

/** Starts it. @returns `ask`, for a line of its protocol (benches/respond/paired.rs), and `end`. */
const open = async () => {
  const program = await start(await compile(), ["--paired"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: program.child.stdout })[Symbol.asyncIterator]();
  const ask = async (...words) => {
    program.child.stdin.write(`${words.join(" ")}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Failure("The native benchmark has ended.");
    return value;
  };
  return { ask, end: program.end };
};

const checkSame = async (ask, { entries, fingerprint }) => {
  if ((await ask(entries)) === fingerprint) return;
  throw new Failure("The native benchmark has another workload: bench/workload.mjs and benches/respond/workload.rs differ.");
};

/** The quickest of three times, in µs, as the other program does it. */
const time = (sharePolicy, inputs, passes) => {
  const times = [0, 1, 2].map(() => {
    const began = performance.now();
    for (let count = 0; count < passes; count += 1) for (const body of inputs) sharePolicy.respond(body);
    return performance.now() - began;
  });
  return Math.min(...times) * 1000;
};

/** Both in turns, a millisecond or two each. @returns the times of a call, in µs, of the native one first. */
const takeTurns = async (ask, { entries, requests, sharePolicy }, size, rounds) => {
  const inputs = requests[size];
  const passes = Math.ceil(1600 / (size * inputs.length));
  const times = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    const native = Number(await ask(entries, size, passes)) / 1000;
    const module = time(sharePolicy, inputs, passes);
    if (round < 0) continue;
    times[0].push(native / passes / inputs.length);
    times[1].push(module / passes / inputs.length);
  }
  return times;
};

const contenders = (isTarget) => [
  { name: "native Rust" },
  { name: "share-policy, WebAssembly in Node", ...(isTarget && { reach: 1.25 }) },
];

/** Measures requests of 1 and of 100 recipients; `report` hears of each. @returns as the suite's `measure` does. */
export const measureNative = async (workloads, rounds, summarize, report) => {
  const { ask, end } = await open();
  const results = [];
  try {
    for (const workload of workloads) {
      await checkSame(ask, workload);
      for (const size of [1, 100]) {
        const name = `${workload.entries / 1000}k entries, ${size === 1 ? "1 recipient" : `${size} recipients`}`;
        const times = await takeTurns(ask, workload, size, rounds);
        const isTarget = workload.entries === 1000 && size === 100;
        results.push({ name, work: `native Rust, ${name}`, than: "native Rust is", contenders: summarize(contenders(isTarget), times) });
        report(results.at(-1));
      }
    }
  } finally {
    await end();
  }
  return results;
};
