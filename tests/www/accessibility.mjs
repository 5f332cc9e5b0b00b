// axe-core over the dialog, in every look that it has: light and dark, right to left, narrow, large.
import assert from "node:assert/strict";
import { look } from "./axe.mjs";
import { inEngines } from "./stand.mjs";

const fill = ({ inPage }, isGerman) =>
  inPage((isGerman) => {
    document.documentElement.lang = isGerman ? "de" : "en";
    if (isGerman) stage.dialog.catalogue = stage.german;
    stage.dialog.paste(stage.sample);
    for (const group of $$("details")) group.open = true;
    // All of them in sight, so that the contrast of each can be judged.
    $(".chips").style.maxBlockSize = "none";
    $("#message").value = "x".repeat(1001);
    $("#message").dispatchEvent(new Event("input"));
  }, isGerman);

/** What the page looks like: by what its author can set, so that it is the same in every engine. */
const LOOKS = {
  light: { scheme: "light" },
  dark: { scheme: "dark" },
  "right to left": { dir: "rtl" },
  "320 pixels wide": { width: 320 },
  "200 %": { zoom: "200%" },
  "320 pixels wide and 200 %": { width: 320, zoom: "200%" },
  "dark, right to left, narrow, German": { scheme: "dark", dir: "rtl", width: 320, isGerman: true },
};

const dress = ({ inPage }, { scheme = "light", dir = "ltr", width, zoom = "100%" }) =>
  inPage(
    (scheme, dir, width, zoom) => {
      const { documentElement } = document;
      documentElement.dir = dir;
      documentElement.style.colorScheme = scheme;
      documentElement.style.fontSize = zoom;
      if (width !== null) document.body.style.width = `${width}px`;
    },
    scheme,
    dir,
    width ?? null,
    zoom,
  );

/** Everything of the dialog is inside the page's width. */
const overflowing = ({ inPage }) =>
  inPage(() => {
    const { left, right } = document.body.getBoundingClientRect();
    const isOut = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.left < left - 1 || box.right > right + 1);
    };
    return $$("*")
      .filter((element) => !element.closest(".hidden, .gauge, .track") && isOut(element))
      .map(({ tagName, className }) => `${tagName}.${className}`);
  });

const still = (hands) =>
  hands.inPage(() =>
    Promise.all(root.getAnimations().map((animation) => animation.finished.catch(() => {}))).then(() => undefined),
  );

const assertAccessible = async (hands, t) => {
  await still(hands);
  const { error, violations, incomplete, passed } = await look(hands.page);
  assert.equal(error, undefined);
  assert.ok(passed > 20, `${passed} rules passed`);
  assert.deepEqual(violations, []);
  t.diagnostic(
    `${passed} rules; not decided: ${incomplete.map(({ id, nodes }) => `${id} ${nodes.length}`).join(", ") || "none"}`,
  );
};

inEngines("accessibility", (check) => {
  for (const [title, dressing] of Object.entries(LOOKS)) {
    check(title, {}, async (hands, t) => {
      await dress(hands, dressing);
      await fill(hands, dressing.isGerman === true);
      await assertAccessible(hands, t);
      assert.deepEqual(await overflowing(hands), []);
    });
  }

  check("the check sees what is wrong: a colour too pale, a button without a name", {}, async (hands) => {
    await fill(hands);
    await hands.inPage(() => {
      stage.dialog.style.setProperty("--share-soft", "#c8c8c8");
      $(".chip-remove").removeAttribute("aria-label");
    });
    await still(hands);
    const { violations } = await look(hands.page);
    assert.deepEqual(violations.map(({ id }) => id).sort(), ["button-name", "color-contrast"]);
  });

  check("empty, and while something is written", {}, async (hands, t) => {
    await assertAccessible(hands, t);
    await hands.focus("#box");
    await hands.type("camille@gmial.com");
    await assertAccessible(hands, t);
  });

  check("after sending", { snapshot: "complete" }, async (hands, t) => {
    await hands.inPage(() => {
      stage.answers.push({
        body: {
          total: 2,
          successful: 1,
          failed: 1,
          results: [
            { success: true, code: "invited" },
            { success: false, error: "No." },
          ],
        },
      });
      stage.dialog.paste("a@one.example, b@two.example");
      stage.dialog.share();
    });
    await hands.waitFor("stage.events.length === 1");
    await assertAccessible(hands, t);
  });

  check("modal, for one who may not share", { changes: { policy: { sharing_enabled: false } } }, async (hands, t) => {
    await hands.inPage(() => {
      stage.dialog.close();
      stage.dialog.showModal();
    });
    await assertAccessible(hands, t);
  });

  check("who wants no motion gets none", {}, async ({ inPage }, t, engine) => {
    const isReduced = await inPage(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
    const rules = await inPage(() =>
      [...root.adoptedStyleSheets[0].cssRules]
        .filter((rule) => /transition|animation/.test(rule.cssText))
        .map((rule) => rule.conditionText ?? rule.cssText),
    );
    assert.deepEqual(rules, ["(prefers-reduced-motion: no-preference)"], "motion stands under that condition alone");
    t.diagnostic(`${engine}: reduced motion ${isReduced}`);
  });

  check("what is announced is a polite status, and chips are a grid", {}, async ({ inPage }) => {
    await inPage(() => stage.dialog.paste("mei.chen@northwind.example, rita@contoso.example"));
    const { roles, names, cells } = await inPage(() => ({
      roles: [
        $(".chips").getAttribute("role"),
        $(".chips").getAttribute("aria-label"),
        $('[role="status"]').getAttribute("aria-live"),
      ],
      names: $$(".chip-remove").map((button) => button.getAttribute("aria-label")),
      cells: $$(".chip-body").map((cell) => cell.textContent.replace(/\s+/g, " ")),
    }));
    assert.deepEqual(roles, ["grid", "People to share with", "polite"]);
    assert.deepEqual(names, ["Remove \u2068Mei Chen 陳美\u2069", "Remove \u2068rita@contoso.example\u2069"]);
    assert.deepEqual(cells, [
      "Mei Chen 陳美 mei.chen@northwind.example gets access. Gets access as Viewer.",
      "rita@contoso.example domain blocked External. Sharing with contoso.example is blocked.",
    ]);
  });
});
