// Makes cases for hosts to be compared by, in the format of the corpus but without expectations.
// The same seed gives the same bytes on every machine.
import { KINDS } from "./cases.mjs";
import { Random } from "./random.mjs";
import { snapshot } from "./snapshots.mjs";

const SNAPSHOTS = 400;
/** Snapshots that cases take whole, to change them, are no longer than this. */
const SMALL = 600;

const sharedSnapshots = (seed) =>
  Array.from({ length: SNAPSHOTS }, (_, number) => [`s${number}`, snapshot(new Random(seed, -1 - number))]);

const caseOf = (seed, number, world) => {
  const random = new Random(seed, number);
  const { name, make } = random.weighted(KINDS);
  return { name: `generated-${number}-${name}`, ...make(random, world) };
};

const lines = (items) => items.join(",\n");

/** @returns the text of a file of cases. */
export const generate = ({ seed, count }) => {
  const snapshots = JSON.parse(JSON.stringify(Object.fromEntries(sharedSnapshots(seed))));
  const names = Object.keys(snapshots);
  const small = names.filter((name) => JSON.stringify(snapshots[name]).length <= SMALL);
  const cases = Array.from({ length: count }, (_, number) => caseOf(seed, number, { names, small, snapshots }));
  const shared = lines(names.map((name) => `"${name}":${JSON.stringify(snapshots[name])}`));
  const written = lines(cases.map((one) => JSON.stringify(one)));
  return `{"about":"Generated cases of seed ${seed}.","snapshots":{\n${shared}\n},"cases":[\n${written}\n]}\n`;
};
