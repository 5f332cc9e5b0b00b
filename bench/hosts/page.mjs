// The host is a page: the workload is fetched, the results are where its driver finds them, as text: drivers change values.
import * as module from "share-policy";
import { answer } from "./answer.mjs";

const run = async () => ({ results: await answer(module, await (await fetch("/input.json")).json()) });

run().then(
  (report) => (globalThis.report = JSON.stringify(report)),
  (error) => (globalThis.report = JSON.stringify({ error: `${error.stack ?? error}` })),
);
