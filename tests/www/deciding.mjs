// What the dialog says before anything is sent: outcomes, roles, suggestions, the message, the limits.
import assert from "node:assert/strict";
import { inEngines } from "./stand.mjs";
import { snapshot } from "./world.mjs";

const states = async ({ chips }) => (await chips()).map(({ name, state, kind }) => [name, state, kind]);

inEngines("deciding", (check) => {
  check("every kind of outcome, as far as the browser knows", {}, async (hands) => {
    await hands.inPage(() =>
      stage.dialog.paste(`sam.okafor@northwind.example, grace.kim@northwind.example, guest@launch-event.example,
        priya.nair@northwind.example, tom.becker@northwind.example, sam.okafor@northwind.example, noor.aziz@northwind.example,
        ivan.petrov@northwind.example, frontdesk@northwind.example, rita@contoso.example, ana@fabrikam.example`),
    );
    assert.deepEqual(await states(hands), [
      ["Sam Okafor", "gets access", "granted"],
      ["Grace Kim", "already admin", "present"],
      ["guest@launch-event.example", "already viewer", "present"],
      ["Priya Nair", "owner", "present"],
      ["Tom Becker", "this is you", "present"],
      ["Sam Okafor", "listed twice", "duplicate"],
      ["Noor Aziz", "account suspended", "blocked"],
      ["Ivan Petrov", "blocked", "blocked"],
      ["frontdesk@northwind.example", "several accounts", "blocked"],
      ["rita@contoso.example", "domain blocked", "blocked"],
      ["ana@fabrikam.example", "server decides", "unknown"],
    ]);
    assert.equal(await hands.text(".submit"), "Share with 1 to 2, 9 will not");
    assert.match(
      await hands.text('[data-kind="blocked"].group'),
      /^4 cannot be added Noor Aziz noor\.aziz@northwind\.example This account is suspended\./,
    );
  });

  check("an address without an account is invited, and guests are counted", { snapshot: "complete" }, async (hands) => {
    await hands.inPage(() => stage.dialog.paste("a@one.example, b@two.example"));
    assert.deepEqual(
      (await hands.chips()).map(({ kind, external }) => [kind, external]),
      [
        ["invited", true],
        ["invited", true],
      ],
    );
    assert.match(await hands.text(".limits"), /48 of 50 .?guests.? 2 more with this/);
    assert.equal(await hands.text(".submit"), "Share with 2");
    await hands.inPage(() => stage.dialog.paste("c@three.example"));
    assert.deepEqual((await states(hands))[2], ["c@three.example", "no place left", "blocked"]);
    assert.equal(await hands.text(".submit"), "Share with 2, 1 will not");
    assert.equal(await hands.inPage(() => $(".limit").dataset.full), "true");
    assert.match(await hands.text('[data-kind="external"].group'), /^3 are outside your organization/);
  });

  check("roles above the caller's are shown, and cannot be chosen", {}, async ({ inPage, text, chips }) => {
    const options = () => inPage(() => $$("#role option").map(({ value, disabled }) => [value, disabled]));
    assert.deepEqual(await options(), [
      ["viewer", false],
      ["commenter", false],
      ["collaborator", false],
      ["admin", true],
    ]);
    assert.equal(await text("#ceiling"), "Only the owner can grant admin; you can grant up to collaborator.");
    await inPage(() => {
      stage.dialog.paste("ana@fabrikam.example");
      $("#role").value = "collaborator";
      $("#role").dispatchEvent(new Event("change"));
    });
    assert.equal((await chips())[0].state, "commenter at most");
    await inPage(
      (snapshot) => (stage.dialog.snapshot = snapshot),
      snapshot({ caller: { user_id: snapshot().document.owner, role: "owner" } }),
    );
    assert.deepEqual(await options(), [
      ["viewer", false],
      ["commenter", false],
      ["collaborator", false],
      ["admin", false],
    ]);
    assert.equal(await text("#ceiling"), null);
    await inPage(
      (snapshot) => (stage.dialog.snapshot = snapshot),
      snapshot({ caller: { user_id: "usr_01kad1se2z4e63n1sxfczcfsng", role: "viewer" } }),
    );
    assert.deepEqual(await options(), [
      ["viewer", false],
      ["commenter", true],
      ["collaborator", true],
      ["admin", true],
    ]);
    assert.equal(await inPage(() => stage.dialog.request.recipients[0].role), "viewer");
  });

  check("a mistyped domain has a suggestion, and it is not taken unasked", { snapshot: "complete" }, async (hands) => {
    const { inPage, text, click, said, focus, type, press } = hands;
    await inPage(() => stage.dialog.paste("camille@gmial.com"));
    assert.equal(await inPage(() => stage.dialog.request.recipients[0].email), "camille@gmial.com");
    assert.match(
      await text('[data-kind="hints"].group'),
      /Did you mean gmail\.com\? This domain is nearly the same\. Use .?camille@gmail\.com/,
    );
    await click(".small");
    assert.equal(await inPage(() => stage.dialog.request.recipients[0].email), "camille@gmail.com");
    assert.match(await said(), /Changed to .?camille@gmail\.com/);
    assert.equal(await text('[data-kind="hints"].group'), null);
    await focus("#box");
    await type("bo@gmial.com");
    await click("#preview .small");
    await press("Enter");
    assert.deepEqual(await inPage(() => stage.dialog.request.recipients.map(({ email }) => email)), [
      "camille@gmail.com",
      "bo@gmail.com",
    ]);
  });

  check("the message is counted in code points, and may be too long", { snapshot: "complete" }, async (hands) => {
    const { inPage, text } = hands;
    const write = (message) =>
      inPage((message) => {
        $("#message").value = message;
        $("#message").dispatchEvent(new Event("input"));
      }, message);
    await inPage(() => stage.dialog.paste("a@one.example"));
    await write("👋🏽 hi");
    assert.equal(await text(".counter"), "5 of 1,000 characters");
    await write("👋".repeat(1000));
    assert.deepEqual([await text(".counter"), await text("#about")], ["1,000 of 1,000 characters", null]);
    assert.equal(await inPage(() => $(".submit").getAttribute("aria-disabled")), "false");
    await write("👋".repeat(1001));
    assert.equal(await text("#about"), "1 character too many.");
    assert.deepEqual(
      await inPage(() => [$(".submit").getAttribute("aria-disabled"), $("#message").getAttribute("aria-invalid")]),
      ["true", "true"],
    );
    assert.equal((await hands.chips())[0].kind, "invited", "a long message is not the recipient's fault");
    await write("a\u0007b");
    assert.equal(await text("#about"), "The message contains a control character.");
  });

  check("a message that nobody gets is told", { snapshot: "complete" }, async ({ inPage, text, click }) => {
    await inPage(() => {
      $("#message").value = "hi";
      $("#message").dispatchEvent(new Event("input"));
    });
    await click(".switch");
    assert.equal(await inPage(() => $("#notify").checked), false);
    assert.equal(await text("#about"), "The message is not sent, as recipients are not notified.");
    assert.equal(await inPage(() => stage.dialog.request.should_send_notification), false);
  });

  check("who has access is listed, the owner first", {}, async ({ inPage, click }) => {
    await click(".access summary");
    assert.deepEqual(
      await inPage(() => $$(".with-access li").map((item) => item.innerText.trim().replace(/\s+/g, " "))),
      [
        "Priya Nair priya.nair@northwind.example Owner",
        "Grace Kim grace.kim@northwind.example Admin",
        "Tom Becker (you) tom.becker@northwind.example Collaborator",
        "guest@launch-event.example Viewer",
      ],
    );
  });

  const refused = {
    "below the role that may share": [
      {
        caller: { user_id: "usr_01kad1se2z4e63n1sxfczcfsng", role: "viewer" },
        policy: { min_role_to_share: "collaborator" },
      },
      "Your role on this document does not allow sharing.",
    ],
    "a locked document": [{ document: { ...snapshot().document, state: "locked" } }, "The document is locked."],
    "a snapshot that is none": [
      { entries: [{ role: "king" }] },
      /^The sharing settings of this document could not be read\. ./,
    ],
  };
  for (const [title, [changes, sentence]] of Object.entries(refused)) {
    check(`nothing can be shared: ${title}`, { changes }, async ({ inPage, text }) => {
      const notice = await text(".notice");
      if (typeof sentence === "string") assert.equal(notice, sentence);
      else assert.match(notice, sentence);
      assert.deepEqual(
        await inPage(() => [$("#box").disabled, $("#role").disabled, $(".submit").getAttribute("aria-disabled")]),
        [true, true, "true"],
      );
    });
  }

  check("what stands in the box when the document is locked says so", {}, async (hands) => {
    await hands.inPage(() => {
      stage.dialog.paste("sam.okafor@northwind.example");
      const { document } = stage.snapshot();
      stage.dialog.snapshot = stage.snapshot({ document: { ...document, state: "locked" } });
    });
    assert.deepEqual(await states(hands), [["sam.okafor@northwind.example", "not possible", "blocked"]]);
    assert.match(await hands.text('[data-kind="blocked"].group'), /The document is locked\.$/);
    await hands.inPage(() => (stage.dialog.snapshot = stage.snapshot()));
    assert.deepEqual(await states(hands), [["Sam Okafor", "gets access", "granted"]]);
  });

  check("German: the engine's sentences and the dialog's", {}, async (hands) => {
    await hands.inPage(() => {
      stage.dialog.catalogue = stage.german;
      stage.dialog.paste("sam.okafor@northwind.example, grace.kim@northwind.example, rita@contoso.example, bob@");
    });
    assert.deepEqual(
      (await states(hands)).map(([, state]) => state),
      ["erhält Zugriff", "bereits Administrator", "Domain gesperrt"],
    );
    assert.equal(await hands.text("#faults"), "bob@ Die Domain nach dem @-Zeichen fehlt.");
    assert.equal(await hands.text(".submit"), "Mit 1 teilen, mit 2 nicht");
    assert.match(await hands.text('[data-kind="blocked"].group'), /Das Teilen mit contoso\.example ist gesperrt\./);
    assert.equal(await hands.inPage(() => $(".card").lang), "de");
    const left = await hands.inPage(() => root.textContent.match(/\b(?:the|with|gets|will|People)\b/g));
    assert.equal(left, null, "no English is left");
  });
});
