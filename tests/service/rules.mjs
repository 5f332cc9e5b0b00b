// The facts that the database holds (policy, limits, roles, placeholders) reach the engine as they are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, ok, problem } from "./answers.mjs";
import { giveKey, idOf, makeDocument, northwind, pathOf, person, post, send, stateOf, viewers } from "./context.mjs";

test("policy: each rule of the document's is the engine's", async () => {
  const policy = {
    internal_domains: ["northwind.example"],
    blocked_domains: ["contoso.example"],
    max_role: { external: "commenter" },
    blocked_recipients: ["spam@elsewhere.example", person("Ivan").id],
  };
  const id = await makeDocument("policy", { policy });
  const rows = [
    ["admin", "paul@fabrikam.example", "role_not_allowed_for_recipient"],
    ["viewer", "rita@contoso.example", "domain_blocked"],
    ["viewer", "spam@elsewhere.example", "recipient_blocked"],
    ["viewer", "ivan.petrov@northwind.example", "recipient_blocked"],
    ["viewer", "noor.aziz@northwind.example", "recipient_inactive"],
    ["viewer", "frontdesk@northwind.example", "recipient_ambiguous"],
    ["viewer", "rosa.ferrari@northwind.example", "invited"],
    ["viewer", "priya.nair@northwind.example", "recipient_is_caller"],
    ["commenter", "paul@fabrikam.example", "granted"],
  ];
  const recipients = rows.map(([role, email]) => ({ role, email }));
  const bots = [
    ["bot_01k8nb1d1d2j297g1s5g5vcy55", "recipient_not_found"],
    [idOf("bot", "archive"), "recipient_inactive"],
  ];
  const request = { recipients: [...recipients, ...bots.map(([bot_id]) => ({ role: "viewer", bot_id }))] };
  const evaluation = ok(await post(id, request, { query: "?detail=true" }));
  assert.deepEqual(codes(evaluation), [...rows.map(([, , code]) => code), ...bots.map(([, code]) => code)]);
});

test("limits are counted in the database", async () => {
  const limits = [
    { name: "guests", max: 2, applies_to: "external" },
    { name: "seats", max: 5, applies_to: "all" },
    { name: "bots", max: 0, applies_to: "bot" },
    { name: "invitations", max: 2, applies_to: "invite" },
  ];
  const id = await makeDocument("limits", { limits, policy: { internal_domains: ["northwind.example"] } });
  const tried = async (...recipients) =>
    ok(await post(id, { recipients }, { query: "?detail=true" })).results.map(({ code, params }) => [
      code,
      params?.limit,
      params?.used,
    ]);
  const mail = (email) => ({ role: "viewer", email });
  assert.deepEqual(await tried(mail("paul@fabrikam.example")), [["granted", undefined, undefined]]);
  assert.deepEqual(
    await tried(mail("new@northwind.example"), mail("out@other.example"), mail("ana@fabrikam.example")),
    [
      ["invited", undefined, undefined],
      ["invited", undefined, undefined],
      ["limit_reached", "guests", 2],
    ],
  );
  assert.deepEqual(await tried(mail("third@northwind.example")), [["limit_reached", "invitations", 2]]);
  assert.deepEqual(await tried({ role: "viewer", bot_id: "bot_01k8nb1d1d2j297g1s5g5vcy54" }), [
    ["limit_reached", "bots", 0],
  ]);
  assert.deepEqual(
    await tried(
      { role: "viewer", user_id: person("Tom").id },
      { role: "viewer", user_id: person("Mei").id },
      { role: "viewer", user_id: person("Omar").id },
    ),
    [
      ["granted", undefined, undefined],
      ["granted", undefined, undefined],
      ["limit_reached", "seats", 5],
    ],
  );
  const { json } = await send(`${pathOf(id)}/snapshot`);
  assert.deepEqual(
    json.limits.map(({ name, used }) => [name, used]),
    [
      ["guests", 2],
      ["seats", 5],
      ["bots", 0],
      ["invitations", 2],
    ],
  );
});

test("roles: what a caller may grant follows what they have", async () => {
  const entries = [
    { user_id: person("Grace").id, role: "admin" },
    { user_id: person("Tom").id, role: "collaborator" },
    { email: "Omar.Haddad@northwind.example", role: "commenter" },
  ];
  const id = await makeDocument("roles", { entries });
  const granted = async (key, role) =>
    ok(await post(id, { recipients: [{ role, email: `${key}-${role}@x.example` }] }, { key, query: "?detail=true" }))
      .results[0].code;
  const table = {
    "demo-priya-nair": ["invited", "invited"],
    "demo-grace-kim": ["role_exceeds_ceiling", "invited"],
    "demo-tom-becker": ["role_exceeds_ceiling", "invited"],
    "demo-omar-haddad": ["role_exceeds_ceiling", "role_exceeds_ceiling"],
  };
  for (const [key, expected] of Object.entries(table)) {
    assert.deepEqual([await granted(key, "admin"), await granted(key, "collaborator")], expected, key);
  }
  assert.equal(await granted("demo-omar-haddad", "commenter"), "invited");
});

test("who has access and may not share is told so; nothing is written", async () => {
  const entries = [
    { user_id: person("Tom").id, role: "admin", can_share: 0 },
    { user_id: person("Omar").id, role: "viewer" },
  ];
  const id = await makeDocument("may-not-share", { entries, policy: { min_role_to_share: "collaborator" } });
  const refused = async (key) =>
    problem(await post(id, viewers("a@b.example"), { key }), 403, "sharing_not_allowed").errors[0].detail;
  assert.equal(await refused("demo-tom-becker"), "capability_denied");
  assert.equal(await refused("demo-omar-haddad"), "below_minimum_role");
  assert.equal((await stateOf(id)).revision, 1);
});

test("a bot may share, and is the sender", async () => {
  const bot_id = "bot_01k8nb1d1d2j297g1s5g5vcy54";
  await giveKey("bot-key", bot_id);
  const id = await makeDocument("by-a-bot", { entries: [{ bot_id, role: "collaborator" }] });
  const { results } = ok(
    await post(
      id,
      {
        recipients: [
          { role: "viewer", bot_id },
          { role: "viewer", email: "a@b.example" },
        ],
      },
      { key: "bot-key", query: "?detail=true" },
    ),
  );
  assert.deepEqual(
    results.map(({ code }) => code),
    ["recipient_is_caller", "invited"],
  );
  assert.equal((await stateOf(id)).outbox[0].sender, bot_id);
});

test("an invitation that is older than the account is found by every address of it", async () => {
  const id = await makeDocument("placeholder", { entries: [{ email: "mei.chen@northwind.example" }] });
  const { results } = ok(
    await post(id, { recipients: [{ role: "viewer", user_id: person("Mei").id }] }, { query: "?detail=true" }),
  );
  assert.equal(results[0].code, "already_has_access");
});
