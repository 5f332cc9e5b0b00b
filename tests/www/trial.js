// The cases of the conformance corpus as the dialog meets them: as pasted text, as the snapshot that it decides on, and
// as a server's answer. Each trial gives what is not as it should be.
import { AclSnapshot, parseRecipients, respond } from "share-policy";
import { CALLS, pastedText, readTopic, requestForms, snapshotForms } from "../package/case.mjs";

const ROWS = 100;
const NONSENSE = /undefined|NaN|\[object/;

const texts = (root, selector) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

/** Whoever is refused is told why, in words. */
const unsaid = ({ shadowRoot: root }) => {
  const said = [
    ...texts(root, ".chip-state"),
    ...texts(root, ".chip-body .hidden:last-child").map((text) => text.replace(/^\. /, "")),
    ...texts(root, "#faults li:has(bdi) .why, .group[data-kind='blocked'] li .why, .notice:not([hidden]) span"),
  ];
  const blocked = root.querySelectorAll(".chip[data-kind='blocked']").length;
  const reasons = root.querySelectorAll(".group[data-kind='blocked'] li .why").length;
  return [
    ...said.filter((text) => text === "" || NONSENSE.test(text)).map((text) => `it says "${text}"`),
    ...(blocked === reasons ? [] : [`${blocked} are blocked, for ${reasons} reasons`]),
  ];
};

const differs = (what, actual, expected) => (actual === expected ? [] : [`${what}: ${actual} instead of ${expected}`]);

const chipsOf = ({ shadowRoot }) => shadowRoot.querySelectorAll(".chip").length;

const pasted = (dialog, text) => {
  dialog.reset();
  dialog.paste(text);
  const { recipients, residue } = parseRecipients(text);
  const kept = recipients.length + residue.length > 0 && dialog.shadowRoot.querySelector("#box").value === "";
  return [
    ...differs("chips", chipsOf(dialog), Math.min(ROWS, recipients.length)),
    ...differs("the box is empty", kept, recipients.length + residue.length > 0 && residue.length === 0 && recipients.length <= ROWS),
    ...unsaid(dialog),
  ];
};

const namesOf = ({ text }) => {
  try {
    return JSON.parse(text).recipients.map(({ user_id, email, bot_id }) => user_id ?? email ?? bot_id);
  } catch {
    return ["somebody@one.example"];
  }
};

const isRefused = (snapshot) => {
  try {
    new AclSnapshot(snapshot).free();
    return false;
  } catch {
    return true;
  }
};

/** A snapshot is decided on, or refused in words. */
const decided = (dialog, snapshot, names) => {
  dialog.snapshot = snapshot;
  if (isRefused(snapshot)) {
    const notices = texts(dialog.shadowRoot, ".notice:not([hidden])");
    return [...differs("notices", notices.length, 1), ...unsaid(dialog)];
  }
  return [...pasted(dialog, names.join("\n")), ...differs("answered", dialog.forecast.length, chipsOf(dialog))];
};

/** What the service would answer, with the reasons or without. */
const answered = async (dialog, { status, contentType, body }) => {
  const results = status === 200 ? JSON.parse(new TextDecoder().decode(body)).results : undefined;
  dialog.reset();
  dialog.paste(Array.from({ length: results?.length ?? 1 }, (_, at) => `p${at}@one.example`).join(","));
  const answer = ({ detail }) => detail.respondWith(new Response(body, { status, headers: { "content-type": contentType } }));
  dialog.addEventListener("share-submit", answer, { once: true });
  const { failure } = await dialog.share();
  return [
    ...differs("failure", failure?.status, status === 200 ? undefined : status),
    ...differs("chips that stay", chipsOf(dialog), results?.filter(({ success }) => !success).length ?? 1),
    ...unsaid(dialog),
  ];
};

const trialsOf = async (stage, one, snapshots) => {
  const { dialog } = stage;
  const { bytes, text } = requestForms(one);
  const own = snapshotForms(one, snapshots);
  const faults = [];
  if (CALLS[one.call].text) faults.push(...pasted(dialog, pastedText(one)));
  if (CALLS[one.call].snapshot) faults.push(...decided(dialog, own.text ?? own.bytes, namesOf({ text })));
  dialog.snapshot = stage.complete();
  if (bytes === undefined) return faults;
  for (const detail of [true, false]) {
    const answer = respond(bytes, own.text ?? own.bytes ?? JSON.stringify(stage.complete()), { ...one.options, detail });
    faults.push(...(await answered(dialog, answer)));
  }
  return faults;
};

/** @returns how many cases of a topic were tried, and what was wrong. */
export const tryTopic = (stage) => async (topic) => {
  const { cases, snapshots } = readTopic(topic);
  const faults = [];
  for (const one of cases) {
    for (const fault of await trialsOf(stage, one, snapshots)) faults.push(`${one.name}: ${fault}`);
  }
  return { tried: cases.length, faults };
};
