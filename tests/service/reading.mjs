// GET: the list, and the snapshot for a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, ok } from "./answers.mjs";
import { makeDocument, northwind, pathOf, person, post, send, sharePolicy, viewers } from "./context.mjs";

test("GET is the list; its snapshot is what the dialog decides with", async () => {
  const entries = [
    { user_id: person("Tom").id, role: "collaborator" },
    { user_id: person("Paul Lind").id, role: "viewer", external: 1 },
    { email: "Guest@Party.example", role: "commenter" },
  ];
  const policy = { internal_domains: ["northwind.example"] };
  const id = await makeDocument("list", { entries, policy });
  const list = ok(await send(pathOf(id)));
  assert.equal(list.revision, "1");
  assert.deepEqual(
    new Set(list.entries),
    new Set([
      { user_id: person("Tom").id, role: "collaborator", display_name: "Tom Becker" },
      { user_id: person("Paul Lind").id, role: "viewer", display_name: "Paul Lind" },
      { email: "Guest@Party.example", role: "commenter" },
    ]),
  );
  const snapshot = ok(await send(`${pathOf(id)}/snapshot`));
  assert.deepEqual(snapshot.caller, { user_id: person("Priya").id, role: "owner", can_share: true });
  assert.deepEqual([snapshot.policy, snapshot.directory.complete, snapshot.entries_complete], [policy, false, true]);
  assert.ok(snapshot.directory.users.length > 30);
  assert.deepEqual(new Set(snapshot.directory.users.map(({ org_id }) => org_id)), new Set([northwind]));
  const asked = [
    "mei.chen@northwind.example",
    "guest@party.example",
    "hannah.schaefer@fabrikam.example",
    "frontdesk@northwind.example",
  ];
  const guess = new sharePolicy.AclSnapshot(snapshot).evaluate(viewers(...asked), { document_id: id }).evaluation;
  assert.deepEqual(codes(guess), ["granted", "already_has_access", "indeterminate", "recipient_ambiguous"]);
  const answer = ok(await post(id, viewers(...asked), { query: "?detail=true" }));
  assert.deepEqual(codes(answer), ["granted", "already_has_access", "granted", "recipient_ambiguous"]);
});

test("a snapshot for those who may not share says that, and no more", async () => {
  const entries = [{ user_id: person("Tom").id, role: "viewer" }];
  const policy = { min_role_to_share: "admin", blocked_recipients: ["secret@enemy.example"] };
  const id = await makeDocument("withheld", {
    entries,
    policy,
    limits: [{ name: "seats", max: 9, applies_to: "all" }],
  });
  const snapshot = ok(await send(`${pathOf(id)}/snapshot`, { key: "demo-tom-becker" }));
  assert.deepEqual(
    [snapshot.policy, snapshot.directory, snapshot.limits],
    [{ min_role_to_share: "admin" }, { complete: false, users: [], bots: [] }, []],
  );
  const { problem: told } = sharePolicy.evaluate(viewers("a@b.example"), snapshot);
  assert.equal(told.errors[0].detail, "below_minimum_role");
});
