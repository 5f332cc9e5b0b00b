// Everything by keys alone.
import assert from "node:assert/strict";
import { inEngines } from "./stand.mjs";

const LIST = "mei.chen@northwind.example, sam.okafor@northwind.example, rita@contoso.example";

const names = async ({ chips }) => (await chips()).map(({ name }) => name);

const focusedChip = ({ inPage }) =>
  inPage(() => {
    const active = root.activeElement;
    return [active.closest(".chip")?.querySelector(".chip-name").textContent ?? null, active.className];
  });

inEngines("keyboard", (check) => {
  check("Backspace goes to the last chip, and removes it; undo brings it back", {}, async (hands) => {
    const { inPage, focus, press, said } = hands;
    await inPage((list) => stage.dialog.paste(list), LIST);
    await focus("#box");
    await press("Backspace");
    assert.deepEqual(await focusedChip(hands), ["rita@contoso.example", "chip-body"]);
    await press("Backspace");
    assert.deepEqual(await names(hands), ["Mei Chen 陳美", "Sam Okafor"]);
    assert.match(await said(), /rita@contoso\.example.* removed\. Undo: Ctrl\+Z$/);
    assert.deepEqual(await focusedChip(hands), ["Sam Okafor", "chip-body"]);
    await focus("#box");
    await press("Control+z");
    assert.deepEqual(await names(hands), ["Mei Chen 陳美", "Sam Okafor", "rita@contoso.example"]);
    assert.equal(await said(), "1 person put back.");
  });

  check("arrows move over names and buttons, Home and End to the ends", {}, async (hands) => {
    const { inPage, focus, press } = hands;
    await inPage((list) => stage.dialog.paste(list), LIST);
    await focus("#box");
    await press("ArrowLeft");
    assert.deepEqual(await focusedChip(hands), ["rita@contoso.example", "chip-body"]);
    await press("ArrowLeft");
    assert.deepEqual(await focusedChip(hands), ["Sam Okafor", "chip-remove"]);
    await press("ArrowUp");
    assert.deepEqual(await focusedChip(hands), ["Mei Chen 陳美", "chip-remove"]);
    await press("End");
    assert.deepEqual(await focusedChip(hands), ["rita@contoso.example", "chip-body"]);
    await press("Home", "Delete");
    assert.deepEqual(await names(hands), ["Sam Okafor", "rita@contoso.example"]);
    assert.deepEqual(await focusedChip(hands), ["Sam Okafor", "chip-body"]);
    await press("ArrowRight", "Space");
    assert.deepEqual(await names(hands), ["rita@contoso.example"]);
    await press("ArrowRight", "ArrowRight");
    assert.equal(await hands.focused(), "box");
  });

  check("from right to left the arrows are the other way around", {}, async (hands) => {
    const { inPage, focus, press } = hands;
    await inPage((list) => {
      document.documentElement.dir = "rtl";
      stage.dialog.paste(list);
    }, LIST);
    await focus("#box");
    await press("ArrowRight");
    assert.deepEqual(await focusedChip(hands), ["rita@contoso.example", "chip-body"]);
    await press("ArrowRight", "ArrowRight");
    assert.deepEqual(await focusedChip(hands), ["Sam Okafor", "chip-body"]);
    await press("ArrowLeft");
    assert.deepEqual(await focusedChip(hands), ["Sam Okafor", "chip-remove"]);
  });

  check("Enter puts a chip back into the box", {}, async (hands) => {
    const { inPage, focus, press, box } = hands;
    await inPage(() => stage.dialog.paste("rita@contoso.example"));
    await focus("#box");
    await press("ArrowLeft", "Enter");
    assert.equal(await box(), "rita@contoso.example");
    assert.deepEqual(await names(hands), []);
    assert.equal(await hands.focused(), "box");
  });

  check("Tab goes through it in the order of reading, one stop for all chips", {}, async (hands) => {
    const { inPage, press, focus } = hands;
    await inPage((list) => stage.dialog.paste(`${list}, camille@gmial.com`), LIST);
    await focus(".links .link:last-child");
    const order = [];
    for (let step = 0; step < 20; step += 1) {
      await press("Tab");
      const at = await inPage(() => {
        const active = root.activeElement;
        if (active === null) return "outside";
        return (
          active.id ||
          (active.tagName === "SUMMARY" ? `group ${active.parentElement.dataset.kind ?? "access"}` : active.className)
        );
      });
      // A browser without anything around its page begins again.
      if (at === "outside" || order.includes("submit")) break;
      order.push(at);
    }
    assert.deepEqual(order, [
      "chip-body",
      "box",
      "role",
      "group granted",
      "group unknown",
      "group blocked",
      "group external",
      "group hints",
      "small",
      "notify",
      "message",
      "group access",
      "submit",
    ]);
  });

  check("whatever has the focus shows it", {}, async (hands) => {
    const { inPage, press, focus } = hands;
    await inPage((list) => stage.dialog.paste(list), LIST);
    await focus("#box");
    const seen = [];
    await press("Shift+Tab");
    for (let step = 0; step < 9; step += 1) {
      seen.push(
        await inPage(() => {
          const active = root.activeElement;
          const shown =
            active.id === "notify"
              ? active.nextElementSibling
              : active.id === "box"
                ? active.closest(".field")
                : active;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
          return [
            active.id || active.className || active.tagName,
            (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
          ];
        }),
      );
      await press("Tab");
    }
    assert.deepEqual(
      seen.filter(([, shows]) => !shows),
      [],
    );
  });

  check("a modal dialog closes by Escape and gives the focus back", {}, async ({ inPage, press, page }) => {
    await inPage(() => {
      const opener = document.createElement("button");
      opener.id = "opener";
      opener.textContent = "Share";
      document.querySelector("main").prepend(opener);
      stage.dialog.removeAttribute("open");
      opener.focus();
      stage.dialog.showModal();
    });
    assert.equal(await inPage(() => root.activeElement.id), "box");
    assert.equal(await page.execute("return stage.dialog.hasAttribute('open')"), true);
    await press("Escape");
    await page.waitFor("stage.events.length > 0 && !stage.dialog.hasAttribute('open')");
    assert.equal(await page.execute("return document.activeElement.id"), "opener");
  });
});
