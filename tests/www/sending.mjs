// Sending: the request, what stays, and every way in which it can fail.
import assert from "node:assert/strict";
import { inEngines } from "./stand.mjs";

const LIST = "sam.okafor@northwind.example, a@one.example, mei.chen@northwind.example";

const outcome = (email, code, more = {}) => ({
  recipient: { role: "viewer", email },
  success: ["granted", "invited"].includes(code),
  code,
  ...more,
});

const answered = (rows) => ({
  body: { total: rows.length, successful: rows.filter(({ success }) => success).length, failed: 0, results: rows },
});

const MIXED = answered([
  outcome("sam.okafor@northwind.example", "granted"),
  outcome("a@one.example", "limit_reached", {
    error: "The limit guests is reached: 50 of 50.",
    params: { limit: "guests", max: 50, used: 50 },
  }),
  outcome("mei.chen@northwind.example", "recipient_blocked", {
    error: "This document cannot be shared with this recipient.",
  }),
]);

const send = async ({ inPage, click, waitFor }, answers, list = LIST) => {
  await inPage(
    (answers, list) => {
      stage.answers.push(...answers);
      stage.events.length = 0;
      if (list) stage.dialog.paste(list);
    },
    answers,
    list,
  );
  await click(".submit");
  await waitFor("stage.events.length > 0");
};

const problem = (status, code, more = {}) => ({
  status,
  type: "application/problem+json",
  body: {
    title: "x",
    status,
    detail: "x",
    errors: [{ code, pointer: "", message: "In the server's words.", ...more }],
  },
});

inEngines("sending", (check) => {
  check("only who failed stays, with the server's reason", { snapshot: "complete" }, async (hands) => {
    const { inPage, chips, text, said } = hands;
    await inPage(() => {
      $("#message").value = "Hello";
      $("#message").dispatchEvent(new Event("input"));
    });
    await send(hands, [MIXED]);
    assert.deepEqual(
      (await chips()).map(({ name, state, kind }) => [name, state, kind]),
      [
        ["a@one.example", "no place left", "blocked"],
        ["Mei Chen 陳美", "blocked", "blocked"],
      ],
    );
    assert.match(await text('[data-kind="blocked"].group'), /a@one\.example The limit guests is reached: 50 of 50\./);
    assert.match(await said(), /^Shared with .?Sam Okafor.?\. 2 people could not be added\. The list says why\.$/);
    assert.equal(await text(".submit"), "Try again");
    const { request, headers } = await inPage(() => stage.sent[0]);
    assert.deepEqual(request, {
      recipients: ["sam.okafor@northwind.example", "a@one.example", "mei.chen@northwind.example"].map((email) => ({
        role: "viewer",
        email,
      })),
      should_send_notification: true,
      custom_message: "Hello",
    });
    assert.match(headers["idempotency-key"], /^[0-9a-f]{32}$/);
    const detail = await inPage(() => stage.events[0].detail);
    assert.deepEqual(
      detail.foreseen.map(({ code }) => code),
      ["granted", "invited", "granted"],
    );
    assert.equal(await inPage(() => $("#message").value), "Hello", "it is kept for the others");
  });

  check("when all succeed nothing stays, and the box has the focus", { snapshot: "complete" }, async (hands) => {
    await send(hands, [answered([outcome("a@one.example", "invited")])], "a@one.example");
    assert.deepEqual(await hands.chips(), []);
    assert.match(await hands.text(".notice"), /^Shared with .?a@one\.example.?\.$/);
    assert.equal(await hands.focused(), "box");
  });

  check("the wire's own answer, without codes, will do", { snapshot: "complete" }, async (hands) => {
    const rows = [
      { recipient: {}, success: true },
      { recipient: {}, success: false, error: "This row failed." },
      { recipient: {}, success: true },
    ];
    await send(hands, [answered(rows)]);
    assert.deepEqual(
      (await hands.chips()).map(({ name, state }) => [name, state]),
      [["a@one.example", "refused"]],
    );
    assert.match(await hands.text('[data-kind="blocked"].group'), /a@one\.example This row failed\./);
  });

  check("what the server could not decide either is not left to it again", {}, async (hands) => {
    const row = outcome("a@one.example", "indeterminate", {
      error: "Cannot be decided.",
      params: { missing: ["address"] },
    });
    await send(hands, [answered([row])], "a@one.example");
    assert.deepEqual(
      (await hands.chips()).map(({ state, kind }) => [state, kind]),
      [["cannot be decided", "blocked"]],
    );
  });

  check("what is added while it is sent stays", { snapshot: "complete" }, async (hands) => {
    const { inPage, click, waitFor, chips } = hands;
    await inPage(
      (answer) => {
        stage.answers.push({ ...answer, held: true });
        stage.dialog.paste("a@one.example");
      },
      answered([outcome("a@one.example", "invited")]),
    );
    await click(".submit");
    assert.equal(await hands.text(".submit"), "Sharing …");
    await click(".submit");
    await inPage(() => stage.dialog.paste("b@two.example"));
    await inPage(() => stage.release());
    await waitFor("stage.events.length > 0");
    assert.deepEqual(
      (await chips()).map(({ name }) => name),
      ["b@two.example"],
    );
    assert.equal(await inPage(() => stage.sent.length), 1, "a second click sends nothing");
  });

  const FAILURES = {
    "no network": [{ fails: true }, /^The server cannot be reached\./],
    "a body that is no JSON": [{ text: "<!doctype html>" }, /^The server's answer could not be understood\./],
    "an answer for other rows": [answered([]), /^The server's answer could not be understood\./],
    "an answer that is null": [{ text: "null" }, /^The server's answer could not be understood\./],
    401: [problem(401, "unauthorized"), /^You are signed out\./],
    "403 of the engine's": [
      problem(403, "sharing_not_allowed", {
        detail: "organization_disabled",
        message: "Your organization has turned off sharing.",
      }),
      /^Your organization has turned off sharing\.$/,
    ],
    "403 of another": [problem(403, "detail_not_allowed"), /^You are not allowed to share this document\.$/],
    404: [problem(404, "not_found"), /^This document does not exist, or you may not see it\.$/],
    "409 for a conflict": [problem(409, "conflict"), /^Somebody else is changing the sharing/],
    "409 for the document": [
      problem(409, "document_unavailable", { state: "locked", message: "The document is locked." }),
      /^The document is locked\.$/,
    ],
    412: [problem(412, "snapshot_stale"), /^The list of people has changed meanwhile\./],
    418: [{ status: 418, text: "" }, /^The server refused this \(status 418\)\.$/],
    "503 with HTML": [{ status: 503, text: "<html>" }, /^The server cannot answer now\./],
  };
  for (const [title, [answer, sentence]] of Object.entries(FAILURES)) {
    check(`a failure in words: ${title}`, { snapshot: "complete" }, async (hands) => {
      await send(hands, [answer]);
      assert.match(await hands.text(".notice"), sentence);
      assert.match(await hands.said(), sentence);
      assert.equal((await hands.chips()).length, 3, "nobody is lost");
      assert.equal(await hands.text(".submit"), "Share with 3");
    });
  }

  check("the same request again has the same key, another one another", { snapshot: "complete" }, async (hands) => {
    await send(hands, [{ fails: true }], "a@one.example");
    await send(hands, [{ status: 500, text: "" }], "");
    await send(hands, [answered([outcome("a@one.example", "invited")])], "");
    await send(
      hands,
      [
        answered([
          outcome("a@one.example", "already_has_access", { params: { current_role: "viewer", comparison: "same" } }),
        ]),
      ],
      "a@one.example",
    );
    const keys = await hands.inPage(() => stage.sent.map(({ headers }) => headers["idempotency-key"]));
    assert.equal(new Set(keys.slice(0, 3)).size, 1);
    assert.notEqual(keys[3], keys[0]);
    assert.equal((await hands.chips())[0].state, "already viewer");
  });

  check(
    "a page without a server is told so; one that calls it off hears nothing more",
    { snapshot: "complete" },
    async (hands) => {
      await send(hands, [], "a@one.example");
      assert.equal(await hands.text(".notice"), "This page has no server to send it to.");
      await hands.inPage(() => {
        stage.events.length = 0;
        stage.dialog.addEventListener("share-submit", (event) => event.preventDefault(), { once: true });
      });
      await hands.inPage(() => stage.dialog.share());
      assert.equal(await hands.inPage(() => stage.events.length), 0);
      assert.equal(await hands.text(".notice"), null);
      assert.equal(await hands.text(".submit"), "Share with 1");
    },
  );

  check(
    "headers are the page's, also when they come later; the endpoint gets the request",
    { snapshot: "complete" },
    async (hands) => {
      await hands.inPage(() => {
        stage.dialog.headers = async () => ({ authorization: "Bearer k" });
        stage.dialog.endpoint = "/nowhere";
      });
      await send(hands, [], "a@one.example");
      assert.equal(await hands.inPage(() => stage.sent[0].headers.authorization), "Bearer k");
      assert.match(await hands.text(".notice"), /status 405/);
    },
  );
});
