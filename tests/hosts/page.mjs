// The host is a page that a bundler made.
import { measureStart } from "./clock.mjs";
import * as sharePolicy from "share-policy";
import { answerAll } from "../matrix/answer.mjs";

const run = async () => {
  const start = measureStart(sharePolicy);
  const input = await (await fetch("/input.json")).json();
  return { start, ...(await answerAll(sharePolicy, input)) };
};

run().then(
  (report) => (globalThis.report = report),
  (error) => (globalThis.report = { error: `${error.stack ?? error}` }),
);
