// The sentences as CommonJS modules, without the engine.
const assert = require("node:assert/strict");
const { basename } = require("node:path");
const { test } = require("node:test");
const messages = require("share-policy/messages");

const loaded = () => Object.keys(require.cache).filter((path) => path !== __filename).map((path) => basename(path));
const alone = loaded();
const { german } = require("share-policy/messages/de");
const both = loaded();

test("loads nothing but sentences, and a language only when asked", () => {
  assert.deepEqual(alone, ["messages.cjs"]);
  assert.deepEqual(both, ["messages.cjs", "messages-de.cjs"]);
});

test("says the same as the ES modules", async () => {
  const [imported, de] = await Promise.all([import("share-policy/messages"), import("share-policy/messages/de")]);
  assert.deepEqual(Object.keys(messages).sort(), Object.keys(imported).sort());
  for (const part of ["outcome", "warning", "residue", "problem", "title"]) {
    assert.deepEqual(Object.keys(german[part]), Object.keys(de.german[part]));
  }
  const row = { code: "limit_reached", params: { limit: "Gäste", max: 3, used: 4 }, error: "The limit is reached." };
  const sentence = "Das Limit „Gäste“ ist erreicht: 4 von 3 sind belegt.";
  assert.equal(messages.formatOutcome(row, german), sentence);
  assert.equal(imported.formatOutcome(row, de.german), sentence);
  assert.equal(messages.formatOutcome(row), row.error);
  const hint = { code: "message_control_character", message: "The message contains a control character." };
  assert.equal(messages.formatWarning(hint, german), "Die Nachricht enthält ein Steuerzeichen.");
  assert.equal(messages.formatWarning(hint), hint.message);
  const part = { reason: "missing_at", message: "The email address has no @.", span: { bytes: [0, 3], utf16: [0, 3] } };
  assert.equal(messages.formatResidue(part, german), "In der E-Mail-Adresse fehlt das @-Zeichen.");
  assert.equal(messages.formatResidue(part), part.message);
});
