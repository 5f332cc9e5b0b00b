// Whether all that `npm run bench` compares still gives share-policy's answers, and its workload is the one that the
// native benchmark makes (tests/workload.rs). Nothing is timed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkEngines } from "../bench/engines.mjs";
import { prepareSuite } from "../bench/prepare.mjs";
import { Failure, root } from "../command.mjs";

const ENTRIES = 1000;

export const testBench = async ({ packed }) => {
  const { workloads, texts } = await prepareSuite({ project: packed, entries: [ENTRIES] });
  await checkEngines(packed, texts[0]);
  const [{ fingerprint, requests }] = workloads;
  const written = JSON.parse(readFileSync(join(root, "bench", "fingerprints.json"), "utf8"))[ENTRIES];
  if (fingerprint !== written) {
    throw new Failure(`The workload is another than bench/fingerprints.json says: ${fingerprint}, not ${written}.`);
  }
  return { passed: Object.values(requests).flat().length, failed: 0 };
};
