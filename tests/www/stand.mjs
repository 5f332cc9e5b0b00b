// Tests of the dialog in real browsers: one window for each engine, a fresh page for each test.
//   WWW_ENGINES=chromium,firefox   which engines; these two when it is not set
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open } from "../../scripts/browsers/webdriver.mjs";
import { openSite } from "./site.mjs";

export const engines = (process.env.WWW_ENGINES ?? "chromium,firefox").split(",");

const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  Space: " ",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

/** `Control+z` is one after the other down, and up in turn. */
const strokes = (chord) => {
  const values = chord.split("+").map((name) => KEYS[name] ?? name);
  const down = values.map((value) => ({ type: "keyDown", value }));
  return [...down, ...values.reverse().map((value) => ({ type: "keyUp", value }))];
};

const perform = (page, actions, type = "key", more = {}) =>
  page.command("POST", "/actions", { actions: [{ type, id: type, ...more, actions }] });

/** What a person does in the page, and what they find. Functions run in the page: they see `stage` and `root`. */
export const handsOf = (page) => {
  const inPage = (work, ...args) =>
    page.execute(
      `const root = stage.dialog.shadowRoot; const $ = (q) => root.querySelector(q); const $$ = (q) => [...root.querySelectorAll(q)];
       const text = (q) => $(q)?.hidden === false ? $(q).innerText.trim().replace(/\\s+/g, " ") : null;
       return (${work}).apply(undefined, arguments);`,
      ...args,
    );
  const press = (...chords) => perform(page, chords.flatMap(strokes));
  const click = async (selector) => {
    const point = await inPage((selector) => {
      const element = $(selector);
      element.scrollIntoView({ block: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    }, selector);
    const moves = [
      { type: "pointerMove", duration: 0, ...point },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    return perform(page, moves, "pointer", { parameters: { pointerType: "mouse" } });
  };
  const focus = (selector) => inPage((selector) => $(selector).focus(), selector);
  /** By the real clipboard, from a field of the page. */
  const paste = async (text) => {
    await inPage((text) => {
      const area = document.createElement("textarea");
      document.body.append(area);
      area.value = text;
      area.focus();
      area.select();
    }, text);
    await press("Control+a", "Control+c");
    await focus("#box");
    await press("Control+v");
    await page.execute(() => document.querySelector("body > textarea").remove());
  };
  return {
    inPage,
    press,
    click,
    focus,
    paste,
    type: (text) =>
      perform(
        page,
        [...text].flatMap((value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]),
      ),
    /** The address or name, what happens, and the kind of each chip. */
    chips: () =>
      inPage(() =>
        $$(".chip").map((chip) => ({
          name: chip.querySelector(".chip-name").textContent,
          state: chip.querySelector(".chip-state").textContent,
          kind: chip.dataset.kind,
          external: chip.querySelector(".badge") !== null,
        })),
      ),
    /** What is to be read there; null when nothing is shown. */
    text: (selector) => inPage((selector) => text(selector), selector),
    /** Without lone surrogates, which the drivers cannot carry. */
    box: () => inPage(() => $("#box").value.replace(/\p{Surrogate}/gu, "\uFFFD")),
    said: () => inPage(() => $('[role="status"]').textContent),
    focused: () => inPage(() => root.activeElement && (root.activeElement.id || root.activeElement.className)),
    waitFor: page.waitFor,
    page,
  };
};

const isReady = "window.stage !== undefined";

/** Loads the page anew, with this snapshot: the name of one in world.mjs, and what is changed in it. */
const stageWith = async (page, url, kind, changes) => {
  await page.navigate(url);
  await page.waitFor(isReady);
  await page.execute((kind, changes) => void (stage.dialog.snapshot = stage[kind](changes)), kind, changes);
};

const opened = new Map();
let site;

/** One window for all that is tested in an engine, opened when it is first asked for. */
const windowOf = async (engine) => {
  site ??= openSite();
  if (!opened.has(engine)) {
    opened.set(engine, open(engine));
    const page = await opened.get(engine);
    await page.command("POST", "/window/rect", { width: 1000, height: 1000 });
  }
  return { url: (await site).url, page: await opened.get(engine) };
};

after(async () => {
  const pages = await Promise.allSettled(opened.values());
  for (const { value } of pages) await value?.close();
  await (await site)?.close();
});

/** `cases(check)`: `check(title, options, work)`; the page's policy has to be kept in every one. */
export const inEngines = (title, cases) => {
  for (const engine of engines) {
    describe(`${title}, ${engine}`, { concurrency: false }, () => {
      let stage;
      before(async () => (stage = await windowOf(engine)));
      const check = (title, { snapshot = "snapshot", changes = {} }, work) =>
        test(title, async (t) => {
          const { page, url } = stage;
          await stageWith(page, url, snapshot, changes);
          await work(handsOf(page), t, engine);
          assert.deepEqual(await page.execute("return stage.violations"), [], "what the browser blocked, and errors");
        });
      cases(check);
    });
  }
};
