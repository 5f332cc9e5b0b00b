// Reads a case of the conformance corpus, in any host: no imports.
// What a case means is told in tests/conformance/README.md.

const TOPIC_MEMBERS = ["about", "snapshots", "cases"];
const REQUEST_FORMS = ["request", "request_text", "request_base64", "request_parts"];
const SNAPSHOT_FORMS = ["snapshot", "snapshot_text", "snapshot_base64", "snapshot_parts"];
const TEXT_FORMS = ["text", "text_parts"];
const EXPECTATIONS = ["expected", "expected_outline"];
const CALL_MEMBERS = ["name", "call", "options", "snapshot_patch", ...REQUEST_FORMS, ...SNAPSHOT_FORMS, ...TEXT_FORMS];

/** What each call takes. */
export const CALLS = {
  validate: { request: true },
  normalize: { request: true },
  evaluate: { request: true, snapshot: true, options: ["document_id", "expected_revision", "warnings"] },
  respond: { request: true, snapshot: true, options: ["document_id", "expected_revision", "warnings", "detail"] },
  snapshot: { snapshot: true },
  parse_recipients: { text: true },
};

export const fail = (message) => {
  throw new Error(message);
};
const onlyMembers = (object, known, what) => {
  for (const name of Object.keys(object)) known.includes(name) || fail(`${what} has an unknown member "${name}"`);
};
export const isText = (value) => typeof value === "string" && value !== "";
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const mergePatch = (target, patch) => {
  if (!isObject(patch)) return patch;
  const merged = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
};

const joinParts = (parts) =>
  parts
    .map((part) => {
      if (typeof part === "string") return part;
      onlyMembers(part, ["repeat", "times", "separator"], "a part");
      const copies = Array.from({ length: part.times }, (_, i) => part.repeat.replaceAll("{i}", i));
      return copies.join(part.separator ?? "");
    })
    .join("");

const decodeBase64 = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const decodeUtf8 = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

const isSurrogate = (byte, at, bytes) => byte === 0xed && bytes[at + 1] >> 5 === 0b101 && bytes[at + 2] >> 6 === 0b10;

/** Only JavaScript has texts with a lone surrogate: they must get the answer of the three bytes that it would be. */
const textOf = (bytes) => {
  const at = bytes.findIndex(isSurrogate);
  if (at < 0) return decodeUtf8(bytes);
  const unit = 0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
  return decodeUtf8(bytes.subarray(0, at)) + String.fromCharCode(unit) + decodeUtf8(bytes.subarray(at + 3));
};

const bytesForms = (bytes) => {
  try {
    return { bytes, text: textOf(bytes) };
  } catch {
    return { bytes };
  }
};

/** One input in every form in which JavaScript can hand it over; all of them must get one answer. */
const everyForm = (test, prefix, value) => {
  if (value !== undefined) {
    const text = JSON.stringify(value);
    const forms = { text, bytes: new TextEncoder().encode(text) };
    return typeof value === "string" ? forms : { ...forms, value }; // A string by itself is text.
  }
  const base64 = test[`${prefix}_base64`];
  if (base64 !== undefined) return bytesForms(decodeBase64(base64));
  const text = test[`${prefix}_text`] ?? joinParts(test[`${prefix}_parts`]);
  return { text, bytes: new TextEncoder().encode(text) };
};

const snapshotValue = (test, snapshots) => {
  let value = test.snapshot;
  if (typeof value === "string") value = snapshots[value] ?? fail(`no snapshot is called "${value}"`);
  return test.snapshot_patch === undefined ? value : mergePatch(value, test.snapshot_patch);
};

/** The topic in a text: an object with cases. */
export const readTopic = (text) => {
  const topic = JSON.parse(text);
  onlyMembers(topic, TOPIC_MEMBERS, "the file");
  isText(topic.about) || fail('"about" is missing');
  topic.cases?.length > 0 || fail("it has no case");
  return { snapshots: {}, ...topic };
};

const exactly = (count, names, test) => {
  const given = names.filter((name) => name in test);
  given.length === count || fail(`has ${given.length} of ${names.join(", ")}`);
};

const checkCall = (test) => {
  for (const name of ["name", "call"]) isText(test[name]) || fail(`"${name}" is missing`);
  const needs = CALLS[test.call] ?? fail(`there is no call "${test.call}"`);
  exactly(needs.request ? 1 : 0, REQUEST_FORMS, test);
  exactly(needs.snapshot ? 1 : 0, SNAPSHOT_FORMS, test);
  exactly(needs.text ? 1 : 0, TEXT_FORMS, test);
  if ("snapshot_patch" in test && !("snapshot" in test)) fail("patches a snapshot that it does not have");
  if ("options" in test) onlyMembers(test.options, needs.options ?? [], "options");
};

/** Fails when the case asks something that the README does not allow, or says what should come of it. */
export const checkUnexpecting = (test) => {
  onlyMembers(test, CALL_MEMBERS, "the case");
  checkCall(test);
};

/** Fails when the case asks or expects something that the README does not allow. */
export const checkExpecting = (test) => {
  onlyMembers(test, [...CALL_MEMBERS, "why", ...EXPECTATIONS], "the case");
  checkCall(test);
  isText(test.why) || fail('"why" is missing');
  exactly(1, EXPECTATIONS, test);
};

const none = { none: undefined };

/** The case's request in every form, the usual one first. */
export const requestForms = (test) => (CALLS[test.call].request ? everyForm(test, "request", test.request) : none);

/** The case's snapshot in every form, the usual one first. */
export const snapshotForms = (test, snapshots) =>
  CALLS[test.call].snapshot ? everyForm(test, "snapshot", snapshotValue(test, snapshots)) : none;

/** The text that a case has parsed as it was pasted. */
export const pastedText = (test) => test.text ?? joinParts(test.text_parts);
