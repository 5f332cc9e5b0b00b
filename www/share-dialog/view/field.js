// Where recipients are entered: the chips, the box, and what is to be said of what stands in it.
import { button, icon, make, own, whenChanged } from "./make.js";
import { chipGrid } from "./chips.js";
import { recipientBox } from "./box.js";
import { suggested } from "./outlook.js";

const FAULTS = 5;
const TEXT = 80;

const short = (text) => (text.length > TEXT ? `${[...text.slice(0, TEXT)].slice(0, -1).join("")}…` : text);

const faultItem = (words) => (fault) =>
  make("li", {}, icon("blocked"), own(short(fault.text)), make("span", { class: "why" }, words.fault(fault)));

const faultItems = (words, faults, without) => {
  const more = faults.length - FAULTS;
  return [
    ...faults.slice(0, FAULTS).map(faultItem(words)),
    ...(more > 0 ? [make("li", {}, words.moreFaults(more))] : []),
    ...(without > 0 ? [make("li", {}, icon("hints"), words.full(without))] : []),
  ];
};

const previewOf = (words, act, typed, text) => {
  const [{ row, kind, hints }] = typed;
  const hint = hints.find(({ code }) => code === "similar_domain");
  const address = hint && suggested(row.recipient.email, hint);
  const label = row.recipient.email ?? row.recipient.user_id ?? row.recipient.bot_id;
  return [
    make(
      "span",
      { class: "preview-row", "data-kind": kind },
      icon(kind),
      own(label),
      make("span", { class: "why" }, words.sentence(row)),
    ),
    ...(address
      ? [
          words.hint(hint),
          button(words.suggestion(address), { class: "small" }, () => act.replace(text, label, address)),
        ]
      : []),
  ];
};

/** @param act what the chips and the box need, `replace(text)` and `clear()` */
export const recipientField = (act, surface) => {
  const box = recipientBox({ ...act, back: () => back() }, surface);
  const chips = chipGrid({ ...act, leave: () => box.element.focus() });
  const label = make("label", { class: "label", for: "box" });
  const clear = button("", { class: "link" }, act.clear);
  const undo = button("", { class: "link" }, act.undo);
  const field = make("div", { class: "field", part: "field" }, chips.element, box.element);
  const faults = make("ul", { id: "faults", class: "faults" });
  const preview = make("p", { id: "preview", class: "preview" });
  const keys = make("p", { id: "keys", class: "note" });
  const head = make("div", { class: "field-head" }, label, make("span", { class: "links" }, undo, clear));
  const element = make("div", { class: "add" }, head, field, faults, preview, keys);

  const back = () => {
    chips.focusLast();
    return !chips.element.hidden;
  };
  field.addEventListener("click", (event) => {
    if (event.target === field || event.target === chips.element) box.element.focus();
  });

  const showFaults = whenChanged((words, session) =>
    faults.replaceChildren(...faultItems(words, session.faults, session.without)),
  );

  const drawTyped = ({ faults: found, without, forecast, draft }, words) => {
    const isFaulty = found.length + without > 0;
    const { typed } = forecast;
    showFaults(JSON.stringify([words.lang, found, without]), words, { faults: found, without });
    faults.hidden = !isFaulty;
    preview.hidden = isFaulty || typed.length !== 1;
    preview.replaceChildren(...(preview.hidden ? [] : previewOf(words, act, typed, draft.text)));
  };

  const draw = (session, rows, words) => {
    const { draft, faults: found, without } = session;
    const isDisabled = session.engine === undefined || session.ceiling.problem !== undefined;
    label.textContent = words.add;
    clear.textContent = words.clear;
    clear.hidden = rows.length < 2;
    undo.textContent = words.undo;
    undo.hidden = session.removed === undefined;
    keys.textContent = words.keys;
    keys.classList.toggle("hidden", rows.length > 0);
    field.toggleAttribute("data-disabled", isDisabled);
    chips.draw(rows, words);
    drawTyped(session, words);
    box.draw(draft.text, { isEmpty: rows.length === 0, isInvalid: found.length + without > 0, isDisabled, words });
  };
  return { element, draw, focus: () => box.element.focus() };
};
