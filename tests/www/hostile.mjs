// Names, addresses, answers and texts that were made to do harm.
import assert from "node:assert/strict";
import { inEngines } from "./stand.mjs";
import { snapshot } from "./world.mjs";

const HTML = '<img src=x onerror="stage.violations.push(1)"><script>stage.violations.push(2)</script></bdi>';
const BIDI = "\u202Eelpmaxe.live@oec\u202D";
const NAMES = [
  HTML,
  BIDI,
  "\u2067\u2066 \u2069\u2069\u2069 x",
  "مرحبا (admin)",
  "👩🏽‍🚀".repeat(50),
  "a".repeat(20_000),
  "Z̵̛̯a̷l̶g̷o̸".repeat(40),
  "{{7*7}}${7*7}",
];

const idOf = (at) => `usr_01kczab5rrb146vh73jnxm${String(at).padStart(4, "0")}`;

const users = NAMES.map((display_name, at) => ({
  user_id: idOf(at),
  emails: [`p${at}@northwind.example`],
  display_name,
}));

const hostile = {
  directory: { complete: false, users },
  entries: [
    { user_id: snapshot().caller.user_id, role: "collaborator", display_name: HTML },
    ...users.slice(4).map(({ user_id, display_name }) => ({ user_id, role: "viewer", display_name })),
    { email: "<b>x</b>@not an address", role: "viewer", display_name: BIDI },
  ],
  limits: [{ name: HTML, max: 0, used: 9007199254740991, applies_to: "external" }],
};

/** Elements that nobody made but a parser. */
const parsed = ({ inPage }) =>
  inPage(
    () =>
      $$("img, script, b, iframe, object, link, style, a").length +
      document.querySelectorAll("main img, main script").length,
  );

inEngines("hostile", (check) => {
  check("names are text, and each in its own isolate", { changes: hostile }, async (hands) => {
    const { inPage, click } = hands;
    await inPage((title) => {
      stage.dialog.documentTitle = title;
      stage.dialog.paste(stage.dialog.snapshot.directory.users.map(({ emails }) => emails[0]).join(", "));
      stage.dialog.paste("new@one.example");
    }, HTML);
    await click(".access summary");
    assert.equal(await parsed(hands), 0);
    const chips = await hands.chips();
    assert.deepEqual(
      chips.slice(0, NAMES.length).map(({ name }) => name),
      NAMES,
    );
    const listed = await inPage(() => $$(".with-access .who > bdi:first-child").map(({ textContent }) => textContent));
    assert.ok(NAMES.slice(4).every((name) => listed.includes(name)));
    // What a name does to the direction of its letters ends with the name.
    const loose = await inPage(
      (names) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const isOwn = node.parentElement.closest("bdi") !== null;
          if (!isOwn && names.some((name) => node.data.includes(name) && !node.data.includes(`\u2068${name}\u2069`)))
            found.push(node.data);
        }
        return found;
      },
      [BIDI, HTML],
    );
    assert.deepEqual(loose, []);
    assert.equal(
      await inPage(() => document.documentElement.scrollWidth <= innerWidth),
      true,
      "nothing is pushed out of the page",
    );
  });

  const LONG = 65_536;
  const pastes = {
    "64 KB of a": "a".repeat(LONG),
    "64 KB of a@": "a@".repeat(LONG / 2),
    "64 KB of <": "<".repeat(LONG),
    '64 KB of "': '"'.repeat(LONG),
    "64 KB of commas": ",".repeat(LONG),
    "64 KB of bidi controls": "\u202E".repeat(LONG / 4),
    "64 KB of emoji": "👩🏽‍🚀 ".repeat(LONG / 16),
    "64 KB of addresses": Array.from({ length: 4000 }, (_, at) => `p${at}@example.com`).join(" \n"),
    "64 KB of lone surrogates": "\uD800,".repeat(LONG / 4),
  };
  for (const [title, text] of Object.entries(pastes)) {
    check(`pasted: ${title}`, {}, async ({ inPage, chips, box }) => {
      // Surrogates on their own do not survive the driver's JSON.
      await inPage((escaped) => void stage.dialog.paste(JSON.parse(escaped)), JSON.stringify(text));
      const named = (await chips()).length;
      const rest = await box();
      if (title === "64 KB of addresses") assert.deepEqual([named, rest.split("; ").length], [100, 3900]);
      else assert.equal(named, 0);
      if (!/commas|controls|addresses/.test(title)) assert.ok(rest.length > 1000, "what names nobody is still there");
      await inPage(() => {
        stage.dialog.reset();
        stage.dialog.paste("mei.chen@northwind.example");
      });
      assert.deepEqual([(await chips()).length, await box()], [1, ""], "it works on");
    });
  }

  check("a text over the engine's limit is told, and stays", {}, async ({ inPage, text, box }) => {
    await inPage(() => stage.dialog.paste("a@b.example,".repeat(30_000)));
    assert.match(await text("#faults"), /The text is too long; paste it in parts\./);
    assert.equal((await box()).length, 360_000);
  });

  check("an address that hides another is not taken for it", {}, async ({ inPage, chips, text }) => {
    await inPage(() =>
      stage.dialog.paste(
        '"priya.nair@northwind.example" <evil@one.example>, "\u202Eelpmaxe" <two@one.example>, pаypal@one.example, x@аpple.com',
      ),
    );
    const found = await chips();
    assert.deepEqual(
      found.slice(0, 2).map(({ name }) => name),
      ["evil@one.example", "two@one.example"],
    );
    assert.match(await text('[data-kind="hints"].group'), /evil@one\.example The name contains an email address/);
    const told = `${await text("#faults")} ${await text('[data-kind="hints"].group')}`;
    assert.match(told, /p.ypal@one\.example .*unaccented letters/);
    assert.match(told, /The domain uses more than unaccented letters/);
  });

  check("a message may hold anything", { snapshot: "complete" }, async ({ inPage, chips }) => {
    await inPage(() => {
      stage.dialog.paste("a@one.example");
      $("#message").value = `\uD800 \u202E <b>x</b> ${"\u0000"}`;
      $("#message").dispatchEvent(new Event("input"));
    });
    assert.equal((await chips())[0].kind, "invited");
    assert.equal(await inPage(() => stage.dialog.request.custom_message.startsWith("\uFFFD \u202E <b>x</b>")), true);
  });

  const rows = [
    { code: "constructor" },
    { code: "__proto__", params: { current_role: "constructor" } },
    { code: "already_has_access", params: { current_role: "toString" } },
    { code: "already_has_access", params: "x" },
    { code: "indeterminate" },
    { code: "indeterminate", params: { missing: 7 } },
    { code: 7, error: { toString: 1 } },
    { error: HTML },
    { code: "limit_reached", error: BIDI },
    { code: "recipient_inactive", params: { status: HTML } },
    {},
  ];
  for (const language of ["English", "German"]) {
    check(`a server that answers nonsense, ${language}`, { snapshot: "complete" }, async (hands) => {
      await hands.inPage(
        (rows, isGerman) => {
          if (isGerman) stage.dialog.catalogue = stage.german;
          stage.dialog.paste(rows.map((_, at) => `p${at}@one.example`).join(","));
          stage.answers.push({ body: { total: "x", results: rows } });
        },
        rows,
        language === "German",
      );
      await hands.inPage(() => stage.dialog.share());
      const chips = await hands.chips();
      assert.equal(chips.length, rows.length);
      assert.ok(
        chips.every(({ state }) => state.length > 0 && !/undefined|null|function|object/.test(state)),
        JSON.stringify(chips),
      );
      assert.equal(await parsed(hands), 0);
    });
  }

  check("a snapshot that is not one", {}, async ({ inPage, text }) => {
    for (const broken of ["", "{", "null", "[]", '{"entries":{}}', 7, [], { document: null }]) {
      await inPage((broken) => (stage.dialog.snapshot = broken), broken);
      assert.match(
        await text(".notice"),
        /^The sharing settings of this document could not be read\./,
        JSON.stringify(broken),
      );
    }
    await inPage(() => (stage.dialog.snapshot = stage.snapshot()));
    assert.equal(await text(".notice"), null);
  });
});
