// Memory stays flat: a million calls, and ten thousand snapshots that nobody frees. Runs in any host.
import { attempts, fail, pause } from "./robustness/attempt.mjs";
import { snapshot, snapshotText } from "./robustness/good.mjs";
import { snapshotOf } from "./robustness/large.mjs";

const MIB = 1024 * 1024;
const SNAPSHOT_BYTES = 20_000;
const HELD = 100;

const COUNTS = { evaluations: 1_000_000, texts: 100_000, snapshots: 10_000 };

const request = JSON.stringify({ recipients: [{ role: "viewer", email: "new.person@example.com" }] });

/**
 * Works in portions; after each one memory is looked at.
 * @returns the memory after a tenth of the work, and the most there was from then on.
 */
const watch = async (count, portion, memory, work) => {
  let warm;
  let [bytes, objects] = [0, 0];
  for (let done = 0; done < count; done += portion) {
    for (let one = 0; one < portion; one += 1) work();
    await pause();
    if (done + portion < count / 10) continue;
    const now = memory();
    warm ??= now;
    bytes = Math.max(bytes, now.bytes);
    objects = Math.max(objects, now.objects);
  }
  return { count, warmBytes: warm.bytes, mostBytes: bytes, moreObjects: objects - warm.objects };
};

const isFlat = ({ warmBytes, mostBytes, moreObjects }) => {
  if (mostBytes - warmBytes > MIB) fail(`memory grew from ${warmBytes} to ${mostBytes} bytes`);
  if (moreObjects > 0) fail(`${moreObjects} more objects are held`);
};

const bytesOfOne = ({ AclSnapshot }, text, memory) => {
  const before = memory().bytes;
  const residents = Array.from({ length: HELD }, () => new AclSnapshot(text));
  const { bytes } = memory();
  residents.forEach((resident) => resident.free());
  return (bytes - before) / HELD;
};

const measure = async (api, memory, { evaluations, texts, snapshots }) => {
  const resident = new api.AclSnapshot(snapshot);
  const text = new TextDecoder().decode(snapshotOf(SNAPSHOT_BYTES));
  const figures = {
    evaluations: await watch(evaluations, 5000, memory, () => resident.evaluate(request)),
    texts: await watch(texts, 5000, memory, () => api.evaluate(request, snapshotText)),
    bytesOfOne: bytesOfOne(api, text, memory),
    snapshots: await watch(snapshots, 50, memory, () => new api.AclSnapshot(text)),
  };
  resident.free();
  return figures;
};

/**
 * @param memory what `watchMemory` gave, before the package was imported.
 * @returns how many cases ran, a line for each that failed, and what was measured.
 */
export const runMemory = async (api, memory, counts = COUNTS) => {
  const { attempt, report } = attempts(api);
  const figures = await measure(api, memory, counts);
  await attempt(`${counts.evaluations} evaluations`, () => isFlat(figures.evaluations));
  await attempt(`${counts.texts} evaluations of a snapshot's text`, () => isFlat(figures.texts));
  await attempt(`${counts.snapshots} snapshots that nobody frees`, () => {
    const most = (figures.snapshots.mostBytes / MIB).toFixed();
    if (most > 160) fail(`held ${most} MiB`);
  });
  return { ...report, figures };
};
