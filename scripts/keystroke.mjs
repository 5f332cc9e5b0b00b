// npm run bench:dialog [-- ENGINE...]   how long the engine takes for a key that is typed into the dialog
import { browsers } from "./browsers.mjs";
import { open } from "./browsers/webdriver.mjs";
import { build } from "./build.mjs";
import { main } from "./command.mjs";
import { say } from "./progress.mjs";

const ENGINES = ["chromium", "firefox"];
const ROUNDS = 40;
const SIZES = [9, 99];
const TEXT = "new.person@launch-event.example";

/** In the page: a directory of a thousand, so many chips, and the same address typed again and again. */
const typeIn = (count, rounds, text) => {
  const { dialog, snapshot } = window.stage;
  const box = dialog.shadowRoot.querySelector("#box");
  const addresses = Array.from({ length: 1000 }, (_, at) => `p${at}@northwind.example`);
  const users = addresses.map((email, at) => ({
    user_id: `usr_01kczab5rrb146vh73jn${String(at).padStart(6, "0")}`,
    emails: [email],
  }));
  const entries = users.slice(0, 900).map(({ user_id, emails: [email] }) => ({ user_id, email, role: "viewer" }));
  dialog.reset();
  dialog.snapshot = snapshot({ directory: { complete: false, users }, entries });
  dialog.paste(addresses.slice(850, 850 + count).join(","));
  let taken;
  const listen = ({ detail }) => (taken = detail.microseconds);
  dialog.addEventListener("share-forecast", listen);
  const write = (letter, at) => {
    box.value = text.slice(0, at + 1);
    box.dispatchEvent(new InputEvent("input", { data: letter }));
    return taken;
  };
  const times = Array.from({ length: rounds }, () => Array.from(text, write));
  dialog.removeEventListener("share-forecast", listen);
  return { chips: dialog.forecast.length, times };
};

const at = (sorted, share) => `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))])} µs`;

const ascending = (times) => times.toSorted((one, other) => one - other);

/** Other programs only add to a time: what a letter takes at its best is the engine's. */
const dearest = (times) => Math.max(...Array.from(TEXT, (_, letter) => Math.min(...times.map((round) => round[letter]))));

const tell = (browser, { chips, times }) => {
  const sorted = ascending(times.flat());
  const figures = `${at(sorted, 0.5)} median, ${at(sorted, 0.99)} for 99 in 100; the dearest letter ${Math.round(dearest(times))} µs`;
  say(`${browser.padEnd(20)} ${String(chips).padStart(3)} chips, ${sorted.length} keys: ${figures}`);
};

const measure = async (engine, url) => {
  const page = await open(engine);
  try {
    await page.navigate(url);
    await page.waitFor("window.stage !== undefined");
    for (const count of SIZES) tell(page.browser, await page.execute(typeIn, count, ROUNDS, TEXT));
  } finally {
    await page.close();
  }
};

await main(import.meta.url, async () => {
  const asked = process.argv.slice(2);
  await Promise.all([build(), browsers()]);
  const { openSite } = await import("../tests/www/site.mjs");
  const site = await openSite();
  try {
    for (const engine of asked.length > 0 ? asked : ENGINES) await measure(engine, site.url);
  } finally {
    await site.close();
  }
});
