// The published sample client: a fetch POST with the sample body, of which a request sends one identifier.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { makeDocument, service, stateOf } from "./context.mjs";

const published = JSON.parse(readFileSync(new URL("../../scripts/demo/published.json", import.meta.url), "utf8"));
const [{ role, ...identifiers }] = published.recipients;

const share = async (documentId, body) => {
  const response = await fetch(`${service.url}/v1/documents/${documentId}/sharing`, {
    method: "POST",
    headers: { Authorization: "Bearer demo-priya-nair", "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

for (const [kind, value] of Object.entries(identifiers)) {
  test(`the sample with its ${kind}`, async () => {
    const id = await makeDocument(`sample ${kind}`);
    const recipient = { role, [kind]: value };
    const { status, body } = await share(id, { ...published, recipients: [recipient] });
    assert.deepEqual(
      [status, body],
      [200, { total: 1, successful: 1, failed: 0, results: [{ recipient, success: true }] }],
    );
    const { entries, outbox } = await stateOf(id);
    assert.equal(entries.length, 1);
    assert.deepEqual(
      outbox.map(({ message }) => message),
      kind === "bot_id" ? [] : [published.custom_message],
    );
  });
}

test("the sample as it is published names one recipient three times, and is told so", async () => {
  const id = await makeDocument("sample");
  const { status, body } = await share(id, published);
  assert.equal(status, 400);
  assert.deepEqual(
    body.errors.map(({ code, pointer, found }) => [code, pointer, found]),
    [["identifier_not_exactly_one", "/recipients/0", 3]],
  );
});
