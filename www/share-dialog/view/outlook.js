// What will happen, told in groups: how many of each kind, who they are, and why not.
import { KINDS_IN_ORDER } from "../outcome.js";
import { button, icon, make, own, whenChanged } from "./make.js";

/** Shown at once: what a person can do something about. */
const OPEN = new Set(["blocked", "hints"]);
const SENTENCES = new Set(["blocked", "present", "duplicate", "unknown"]);
const QUIET = new Set(["external_recipient", "email_normalized"]);

const group = (name) => {
  const list = make("ul", { class: "people" });
  const summary = make("summary");
  const element = make(
    "details",
    { class: "group", part: `group group-${name}`, "data-kind": name, open: OPEN.has(name) },
    summary,
    list,
  );
  const show = whenChanged((title, items) => {
    summary.replaceChildren(icon(name), make("span", {}, title), icon("chevron"));
    list.replaceChildren(...items());
  });
  const draw = (title, rows, signature, toItem) => {
    element.hidden = rows.length === 0;
    show(JSON.stringify([title, signature]), title, () => rows.map(toItem));
  };
  return { element, draw };
};

const why = (text) => make("span", { class: "why" }, text);

/** Here there is room for both. */
const whoIs = ({ chip, title }) => [own(title), title !== chip.label && own(chip.label, { class: "address" })];

/** The address with the domain that was probably meant. */
export const suggested = (address, { suggestion }) => `${address.slice(0, address.lastIndexOf("@") + 1)}${suggestion}`;

const hintItem =
  (words, act) =>
  ({ item, hint }) => {
    const { chip } = item;
    const address = hint.code === "similar_domain" && suggested(chip.recipient.email, hint);
    const take = address && button(words.suggestion(address), { class: "small" }, () => act.correct(chip.key, address));
    return make("li", {}, ...whoIs(item), why(words.hint(hint)), take);
  };

const rowItem = (words, withReason) => (item) =>
  make("li", {}, ...whoIs(item), withReason && why(words.sentence(item.row)));

const signatureOf = ({ chip, row, title }) => [chip.key, row.code, row.params, row.error, row.problem, row.role, title];

/** @param act `{ correct(key, address) }` */
export const outlook = (act) => {
  const groups = new Map([...KINDS_IN_ORDER, "external", "hints"].map((name) => [name, group(name)]));
  const heading = make("h3", { class: "label" });
  const element = make(
    "section",
    { class: "outlook", part: "outlook" },
    heading,
    ...[...groups.values()].map((one) => one.element),
  );

  const drawRows = (name, rows, words) =>
    groups
      .get(name)
      .draw(words.group[name](rows.length), rows, rows.map(signatureOf), rowItem(words, SENTENCES.has(name)));

  const draw = (rows, words) => {
    element.hidden = rows.length === 0;
    heading.textContent = words.outlook;
    for (const kind of KINDS_IN_ORDER)
      drawRows(
        kind,
        rows.filter((row) => row.kind === kind),
        words,
      );
    drawRows(
      "external",
      rows.filter(({ external }) => external === true),
      words,
    );
    const hints = rows.flatMap((item) =>
      item.hints.filter(({ code }) => !QUIET.has(code)).map((hint) => ({ item, hint })),
    );
    const signature = hints.map(({ item, hint }) => [item.chip.key, hint, words.lang]);
    groups.get("hints").draw(words.group.hints(hints.length), hints, signature, hintItem(words, act));
  };
  return { element, draw };
};
