// A snapshot made from its text, and let go.
import { IdiomaticSnapshot } from "../idiomatic.mjs";
import { TunedSnapshot } from "../tuned.mjs";
import { parse, thousands } from "./text.mjs";

const makeCase = ({ entries, snapshot, module }) => {
  const inputs = [snapshot];
  const isLarge = entries > 10_000;
  return {
    name: `${thousands(entries)} entries`,
    work: `new AclSnapshot(bytes), ${thousands(entries)} entries`,
    // A call takes long: fewer rounds tell as much.
    share: isLarge ? 0.04 : 0.15,
    contenders: [
      { name: "share-policy, new AclSnapshot(bytes)", run: (bytes) => new module.AclSnapshot(bytes).free(), inputs },
      { name: "JSON.parse + Maps, hand-tuned", run: (bytes) => new TunedSnapshot(bytes), inputs, reach: 2.5, tryFor: 4 },
      { name: "JSON.parse + Maps, idiomatic", run: (bytes) => new IdiomaticSnapshot(bytes), inputs, reach: 2.5, tryFor: 4 },
      { name: "JSON.parse from bytes", run: parse, inputs },
    ],
  };
};

export const construction = (workloads) => ({ title: "A snapshot from its bytes", cases: workloads.map(makeCase) });
