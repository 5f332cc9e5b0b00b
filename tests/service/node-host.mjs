// The service on Node, as a program that can be killed. Tells its address, and when asked, how long the engine took.
import * as sharePolicy from "../../pkg/node.js";
import { start } from "../../www/service/node.js";

const CALLS = ["normalize", "validate", "evaluate", "respond"];
const spent = { calls: 0, milliseconds: 0 };

const measured =
  (call) =>
  (...args) => {
    const since = performance.now();
    try {
      return call(...args);
    } finally {
      spent.calls += 1;
      spent.milliseconds += performance.now() - since;
    }
  };

const [file, port, page, demo] = process.argv.slice(2);
const measuredCalls = Object.fromEntries(CALLS.map((name) => [name, measured(sharePolicy[name])]));
const { url } = await start({ url: `file:${file}`, port: Number(port), page, demo, sharePolicy: measuredCalls });

process.on("message", () => process.send({ spent, cpu: process.cpuUsage() }));
process.send({ url });
