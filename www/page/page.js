// The demo: a person, the document, the dialog, and what came of it.
import "../share-dialog/index.js";
import { german } from "../share-dialog/words/german.js";
import { compare } from "./compare.js";
import { sample } from "./sample.js";
import { authorization, endpoint, people, snapshot } from "./server.js";

const CATALOGUES = { en: undefined, de: german };
const KEPT = 20;

const byId = (id) => document.getElementById(id);
const dialog = byId("dialog");
const persona = byId("persona");

let list = [];
let recent = [];
let sentAt;

const chosen = () => list[persona.selectedIndex];

const say = (text) => {
  byId("told").textContent = text;
};

/** The median of the last: the first call of a page is slow, and a browser's clock is coarse. */
const showTime = ({ detail: { microseconds, results } }) => {
  if (results.length === 0) return;
  recent = [...recent, microseconds].slice(-KEPT);
  const median = [...recent].sort((one, other) => one - other)[recent.length >> 1];
  byId("micros").textContent =
    `${Math.round(median)} µs for ${results.length} ${results.length === 1 ? "row" : "rows"}`;
};

const renew = async () => {
  const person = chosen();
  try {
    const facts = await snapshot(person);
    if (person !== chosen()) return;
    dialog.endpoint = endpoint(person, facts);
    dialog.snapshot = facts;
  } catch (error) {
    dialog.snapshot = null;
    say(error.message);
  }
};

const become = async () => {
  const person = chosen();
  dialog.reset();
  dialog.documentTitle = person.document_title;
  dialog.headers = authorization(person);
  byId("about").textContent = person.about;
  byId("rows").hidden = true;
  for (const id of ["micros", "server", "right"]) byId(id).textContent = "–";
  recent = [];
  await renew();
};

const showAnswer = ({ foreseen, body }) => {
  const { table, known, right } = compare(foreseen, body.results);
  byId("rows").replaceChildren(table);
  byId("rows").hidden = false;
  byId("right").textContent = `${right} of ${known}`;
  const open = body.total - known;
  const unknown = open > 0 ? ` ${open} could not be known here: the server decided.` : "";
  say(`${body.successful} of ${body.total} succeeded.${unknown}`);
};

const settle = async ({ detail }) => {
  byId("server").textContent = `${Math.round(performance.now() - sentAt)} ms`;
  if (detail.failure === undefined) showAnswer(detail);
  else
    say(
      `The request failed${detail.status === undefined ? "" : ` with status ${detail.status}`}. Nothing was done here.`,
    );
  await renew();
};

const addPeople = (found) => {
  list = found;
  persona.replaceChildren(
    ...list.map(({ name, document_title, role }) => new Option(`${name} · ${role} of ${document_title}`)),
  );
};

dialog.addEventListener("share-forecast", showTime);
dialog.addEventListener("share-submit", () => (sentAt = performance.now()));
dialog.addEventListener("share-result", settle);
persona.addEventListener("change", become);
byId("sample").addEventListener("click", () => dialog.paste(sample));
byId("language").addEventListener("change", ({ target: { value } }) => (dialog.catalogue = CATALOGUES[value]));

try {
  addPeople(await people());
  await become();
} catch (error) {
  say(`The demo could not be loaded. ${error.message}`);
}
document.documentElement.dataset.ready = "true";
