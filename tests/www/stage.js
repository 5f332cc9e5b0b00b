// The page of the component's tests: a dialog, and what tests need to play with it.
import "../../www/share-dialog/index.js";
import { sample } from "../../www/page/sample.js";
import { german } from "../../www/share-dialog/words/german.js";
import { tryTopic } from "./trial.js";
import { complete, snapshot } from "./world.mjs";

const dialog = document.querySelector("share-dialog");

/**
 * What the dialog sends is kept, and answered as the test says: `answers` are taken one after the other. One that is
 * `held` comes when the test calls `stage.release`.
 */
const sent = [];
const answers = [];
const events = [];

const toResponse = async ({ status = 200, body, type = "application/json", text, fails, held }) => {
  if (held) await new Promise((resolve) => (stage.release = resolve));
  if (fails) throw new TypeError("no network");
  return new Response(text ?? JSON.stringify(body), { status, headers: { "content-type": type } });
};

dialog.addEventListener("share-submit", (event) => {
  sent.push({ request: event.detail.request, headers: Object.fromEntries(event.detail.headers) });
  const answer = answers.shift();
  if (answer !== undefined) event.detail.respondWith(toResponse(answer));
});
for (const type of ["share-result", "close"])
  dialog.addEventListener(type, (event) => events.push({ type, detail: event.detail }));

const violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective} ${blockedURI}`),
);
addEventListener("error", ({ message }) => violations.push(message));
addEventListener("unhandledrejection", ({ reason }) => violations.push(`${reason}`));

const stage = { dialog, german, sample, snapshot, complete, sent, answers, events, violations };
stage.tryTopic = tryTopic(stage);
window.stage = stage;
