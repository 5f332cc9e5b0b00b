// Writing and pasting: what becomes a chip, what stays in the box, and what is said of either.
import assert from "node:assert/strict";
import { inEngines } from "./stand.mjs";

const ADDRESS = "mei.chen@northwind.example";

inEngines("writing", (check) => {
  for (const end of [",", ";", "Enter", "Tab"]) {
    check(`${end} makes a chip`, {}, async ({ focus, type, press, chips, box, said }) => {
      await focus("#box");
      await type(ADDRESS);
      assert.deepEqual(await chips(), []);
      await (end.length === 1 ? type(end) : press(end));
      assert.deepEqual(await chips(), [
        { name: "Mei Chen 陳美", state: "gets access", kind: "granted", external: false },
      ]);
      assert.equal(await box(), "");
      assert.match(await said(), /^1 person added\. .*access as Viewer\.$/);
    });
  }

  check("what is being written is judged before it is a chip", {}, async ({ focus, type, text, chips }) => {
    await focus("#box");
    await type("rita@contoso.example");
    assert.equal(await text("#preview"), "rita@contoso.example Sharing with contoso.example is blocked.");
    assert.deepEqual(await chips(), []);
  });

  check(
    "what names nobody stays, with its reason, and can be mended",
    {},
    async ({ focus, type, press, text, box, chips, inPage }) => {
      await focus("#box");
      await type("sam.okafor@");
      assert.equal(await text("#faults"), null, "an address is no fault while it is written");
      await press("Enter");
      assert.equal(await box(), "sam.okafor@");
      assert.equal(await text("#faults"), "sam.okafor@ The domain after the @ is missing.");
      assert.equal(await inPage(() => $("#box").getAttribute("aria-invalid")), "true");
      assert.ok((await inPage(() => $("#box").getAttribute("aria-describedby"))).includes("faults"));
      await type("northwind.example");
      assert.equal(await text("#faults"), null);
      await press("Enter");
      assert.deepEqual(
        (await chips()).map(({ name }) => name),
        ["Sam Okafor"],
      );
    },
  );

  check("a comma inside a name that is being quoted ends nothing", {}, async ({ focus, type, press, box, chips }) => {
    await focus("#box");
    await type('"Chen, Mei" <mei.chen@northwind.example>');
    assert.equal(await box(), '"Chen, Mei" <mei.chen@northwind.example>');
    await press("Enter");
    assert.equal((await chips()).length, 1);
  });

  check("a messy list is pasted", {}, async (hands) => {
    await hands.paste(await hands.inPage(() => stage.sample));
    const chips = await hands.chips();
    assert.equal(chips.length, 41);
    assert.equal(await hands.box(), "bob@; someone at northwind");
    assert.match(
      await hands.text("#faults"),
      /^bob@ The domain after the @ is missing\. someone at northwind The email address has no @\.$/,
    );
    const kinds =
      Object.groupBy?.(chips, ({ kind }) => kind) ??
      chips.reduce((all, chip) => ({ ...all, [chip.kind]: [...(all[chip.kind] ?? []), chip] }), {});
    assert.deepEqual(Object.keys(kinds).sort(), ["blocked", "duplicate", "granted", "present", "unknown"]);
    assert.equal(await hands.said(), "41 people added, 2 entries could not be read.");
    const { codes, asked } = await hands.inPage(() => ({
      codes: stage.dialog.forecast.map(({ code }) => code),
      asked: stage.dialog.request.recipients.length,
    }));
    assert.equal(codes.length, asked);
  });

  check("known bad readings of other dialogs are not ours", {}, async ({ inPage, chips, box }) => {
    await inPage(() => stage.dialog.paste('a@b.com,c@d.com; "a@b.com" <evil@x.com>; nobody'));
    assert.deepEqual(
      (await chips()).map(({ name }) => name),
      ["a@b.com", "c@d.com", "evil@x.com"],
    );
    assert.equal(await box(), "nobody");
  });

  check(
    "a request holds 100; the rest stays in the box and goes next",
    {},
    async ({ inPage, chips, text, box, click }) => {
      await inPage(() => stage.dialog.paste(Array.from({ length: 130 }, (_, at) => `p${at}@x.example`).join("\n")));
      assert.equal((await chips()).length, 100);
      assert.equal((await box()).split("; ").length, 30);
      assert.match(await text("#faults"), /A request takes 100 people\. 30 people more stay in the box/);
      await click(".links .link:last-child");
      await inPage(() =>
        stage.dialog.shadowRoot
          .querySelector("#box")
          .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })),
      );
      assert.equal((await chips()).length, 30);
      assert.equal(await box(), "");
    },
  );

  check(
    "a click on the button is not lost to the chips that appear",
    { snapshot: "complete" },
    async ({ inPage, focus, type, click, waitFor }) => {
      await inPage(() =>
        stage.answers.push({
          body: { total: 1, successful: 1, failed: 0, results: [{ recipient: {}, success: true }] },
        }),
      );
      await focus("#box");
      await type("sam.okafor@northwind.example,mei.chen@northwind.example");
      await inPage(() => stage.dialog.shadowRoot.querySelector(".chip-remove").click());
      await focus("#box");
      await click(".submit");
      await waitFor("stage.sent.length === 1 && stage.events.length === 1");
      assert.deepEqual(await inPage(() => stage.sent[0].request.recipients), [
        { role: "viewer", email: "mei.chen@northwind.example" },
      ]);
    },
  );

  check("ids are recipients, by their names", {}, async ({ inPage, chips }) => {
    await inPage(() => stage.dialog.paste("bot_01k8nb1d1d2j297g1s5g5vcy54 usr_01k9bet6j2s6fy4dx24vn8smth usr_01"));
    assert.deepEqual(
      (await chips()).map(({ name, kind }) => [name, kind]),
      [
        ["Release notes bot", "granted"],
        ["Hugo Lund", "granted"],
      ],
    );
  });
});
