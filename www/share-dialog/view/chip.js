// One recipient as a chip: a row of two cells, who it is and what will happen, and the button that removes it.
import { icon, make, own } from "./make.js";

const signatureOf = (item, words) =>
  JSON.stringify([
    ...["code", "params", "error", "problem"].map((name) => item.row[name]),
    ...[item.external, item.refused, item.title, words.lang],
  ]);

const hidden = (...children) => make("span", { class: "hidden" }, ...children);

const bodyOf = (item, words) => [
  icon(item.kind),
  make(
    "span",
    { class: "chip-text" },
    own(item.title, { class: "chip-name", title: item.chip.label }),
    " ",
    item.title !== item.chip.label && hidden(item.chip.label, " "),
    make("span", { class: "chip-state" }, words.brief(item)),
    item.external === true && [" ", make("span", { class: "badge" }, words.external)],
    hidden(`. ${words.sentence(item.row)}`),
  ),
];

export const makeChip = (key) => {
  const body = make("div", { role: "gridcell", class: "chip-body", tabindex: "-1" });
  const remove = make("button", { type: "button", class: "chip-remove", tabindex: "-1" }, icon("remove"));
  const row = make(
    "div",
    { role: "row", class: "chip", part: "chip", "data-key": key },
    body,
    make("div", { role: "gridcell" }, remove),
  );
  return { row, body, remove, signature: undefined };
};

export const drawChip = (view, item, words) => {
  const signature = signatureOf(item, words);
  if (view.signature === signature) return;
  view.signature = signature;
  view.row.dataset.kind = item.kind;
  view.row.part = `chip chip-${item.kind}`;
  view.body.replaceChildren(...bodyOf(item, words));
  view.remove.setAttribute("aria-label", words.remove(item.title));
};
