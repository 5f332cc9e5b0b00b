// Cases in which it is the snapshot or the caller that stands in the way.
import { request } from "./requests.mjs";
import { CALLER_ROLES, REVISIONS, bot, documentId, otherDocumentId, user } from "./world.mjs";

/** Each changes a snapshot that is valid; what is null is taken out. */
const PATCHES = [
  [3, (random) => ({ document: { state: random.pick(["locked", "trashed"]) } })],
  [3, () => ({ policy: { sharing_enabled: false } })],
  [3, () => ({ caller: { can_share: false } })],
  [3, (random) => ({ policy: { min_role_to_share: random.pick(CALLER_ROLES) } })],
  [3, (random) => ({ caller: { user_id: null, bot_id: bot(random), role: random.pick(CALLER_ROLES.slice(0, 4)) } })],
  [2, (random) => ({ caller: { user_id: user(random), bot_id: null, role: random.pick(CALLER_ROLES) } })],
  [1, (random) => ({ caller: { user_id: user(random), bot_id: bot(random) } })],
  [1, () => ({ caller: { user_id: null, bot_id: null } })],
  [2, (random) => ({ version: random.pick([0, 2, 3, 2 ** 53 - 1, 2 ** 53, 1.5, -1, "1", "2", true, [1], {}]) })],
  [1, (random) => ({ revision: random.pick(["r-43", "", 7, null, ["r-42"]]) })],
  [1, (random) => ({ document: { id: random.pick([otherDocumentId, "doc_", null, 7]) } })],
  [1, (random) => ({ document: { owner: user(random) } })],
  [1, (random) => ({ entries: random.pick([[], null, {}, "", [{ role: "viewer" }]]) })],
];

const DOCUMENTS = [
  documentId, documentId, otherDocumentId, "", "doc_7", documentId.toUpperCase(), `${documentId} `, "\u0000", "é", null,
];
const OTHER_REVISIONS = ["r-42", "R-42", "r-42 ", "nai\u0308ve", null];

/** `caller.role` is the one required member that may be null, and in a merge patch null takes members out. */
const withoutRole = (snapshot) => ({ ...snapshot, caller: { ...snapshot.caller, role: null } });

const merged = (random, patches) =>
  Object.fromEntries(
    Object.keys(Object.assign({}, ...patches)).map((name) => {
      const parts = patches.filter((patch) => name in patch).map((patch) => patch[name]);
      const isObject = (part) => typeof part === "object" && part !== null && !Array.isArray(part);
      return [name, parts.every(isObject) ? Object.assign({}, ...parts) : random.pick(parts)];
    }),
  );

const guards = (random) => ({
  document_id: random.percent(40) ? random.pick(DOCUMENTS) : undefined,
  expected_revision: random.percent(30) ? random.pick([...REVISIONS, ...OTHER_REVISIONS]) : undefined,
});

const changedSnapshot = (random, { names, small, snapshots }) => {
  if (random.percent(12)) return { snapshot: withoutRole(snapshots[random.pick(small)]) };
  const patches = random.times(random.pick([0, 1, 1, 1, 2, 3]), () => random.weighted(PATCHES)(random));
  return { snapshot: random.pick(names), snapshot_patch: patches.length > 0 ? merged(random, patches) : undefined };
};

export const authorityCase = (random, world) => {
  const input = changedSnapshot(random, world);
  if (random.percent(10)) return { call: "snapshot", ...input };
  const call = random.percent(60) ? "evaluate" : "respond";
  return { call, request: request(random), ...input, options: guards(random) };
};
