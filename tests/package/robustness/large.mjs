// Texts at their limits, just over, and far over.
import { fail, refusesWith, same } from "./attempt.mjs";
import { documentId, request, requestText, snapshot, snapshotText } from "./good.mjs";

const KIB_256 = 256 * 1024;
const MIB_64 = 64 * 1024 * 1024;
const utf8 = (text) => new TextEncoder().encode(text);

const firstError = ({ problem }) => problem?.errors[0] ?? fail("answers");

const tooLarge = (answer, max, actual) => {
  const { code, detail, max_bytes, actual_bytes } = firstError(answer);
  const name = code === "snapshot_invalid" ? detail : code;
  same(`${name} ${max_bytes} ${actual_bytes}`, `input_too_large ${max} ${actual}`, "the first error");
};

const attemptRequests = async (attempt, { validate, respond }) => {
  const full = requestText.padEnd(KIB_256 - 8); // The text holds characters of several bytes.
  const room = KIB_256 - utf8(full).length;
  await attempt("a request of 256 KiB", () => same(validate(full + " ".repeat(room)).ok, true, "validate"));
  await attempt("a request of a byte more", () => {
    tooLarge(validate(full + " ".repeat(room + 1)), KIB_256, KIB_256 + 1);
  });
  await attempt("a value of 256 KiB and more", () => {
    tooLarge(validate({ x: "é".repeat(KIB_256) }), KIB_256, 2 * KIB_256 + 8);
  });
  await attempt("a body of 64 MiB", () => same(respond(new Uint8Array(MIB_64), snapshot).status, 413, "respond"));
  await attempt("a text of 64 MiB", () => same(respond(" ".repeat(MIB_64), snapshot).status, 413, "respond"));
};

/** JSON text of a snapshot with so many bytes, full of entries. */
export const snapshotOf = (bytes) => {
  const entry = (index) => `{"email":"p${index}@example.com","role":"viewer"}`;
  const { entries: _none, ...rest } = snapshot;
  const start = `${JSON.stringify(rest).slice(0, -1)},"entries":[`;
  const count = Math.floor((bytes - start.length - 2) / (entry(9_999_999).length + 1));
  const entries = Array.from({ length: count }, (_none, index) => entry(1_000_000 + index)).join(",");
  return utf8(`${start}${entries}]}`.padEnd(bytes));
};

const attemptSnapshots = async (attempt, api) => {
  const { evaluate, respond, AclSnapshot } = api;
  const full = snapshotOf(MIB_64);
  await attempt("a snapshot of 64 MiB", () => {
    const resident = new AclSnapshot(full);
    same(resident.documentId, documentId, "documentId");
    const recipients = ["p1000007@example.com", "new@example.com"].map((email) => ({ role: "viewer", email }));
    const codes = resident.evaluate({ recipients }).evaluation.results.map(({ code }) => code);
    same(`${codes}`, "already_has_access,invited", "codes");
    resident.free();
  });
  await attempt("a snapshot of a byte more", () => {
    const more = new Uint8Array(MIB_64 + 1).fill(32);
    more.set(full);
    tooLarge(evaluate(request, more), MIB_64, MIB_64 + 1);
    same(respond(requestText, more).status, 500, "respond");
    refusesWith(api, "snapshot_invalid", () => new AclSnapshot(more));
  });
  await attempt("a text and a value of more than 64 MiB", () => {
    tooLarge(evaluate(request, snapshotText.padEnd(MIB_64 + 1)), MIB_64, MIB_64 + 1);
    tooLarge(evaluate(request, { x: " ".repeat(MIB_64 - 7) }), MIB_64, MIB_64 + 1);
  });
  await attempt("64 MiB with an error in every item", () => {
    const { document, caller } = snapshot;
    const text = `{"document":${JSON.stringify(document)},"caller":${JSON.stringify(caller)},"entries":[0`;
    const { errors, more_errors } = evaluate(request, `${text}${",0".repeat(2_000_000)}]}`).problem;
    same(`${errors.length + more_errors}`, "2000001", "errors");
  });
};

export const attemptLargeTexts = async (attempt, api) => {
  await attemptRequests(attempt, api);
  await attemptSnapshots(attempt, api);
};
