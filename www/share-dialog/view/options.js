// What goes with every recipient: the role, and how they are told.
import { MESSAGE, codePoints } from "../draft.js";
import { ROLES } from "../roles.js";
import { icon, make, whenChanged } from "./make.js";

const unique = (list) => [...new Map(list.map((row) => [row.params.rule, row])).values()];

/** @param act `{ role(role) }` */
export const rolePicker = (act) => {
  const label = make("label", { for: "role", class: "label" });
  const select = make("select", {
    id: "role",
    part: "role",
    "aria-describedby": "can ceiling",
    on: { change: () => act.role(select.value) },
  });
  const can = make("span", { id: "can", class: "can" });
  const ceiling = make("p", { id: "ceiling", class: "note" });
  const element = make(
    "div",
    { class: "role" },
    label,
    make("div", { class: "role-row" }, make("span", { class: "select" }, select, icon("chevron")), can),
    ceiling,
  );

  const option = (role, words, forbidden) =>
    make("option", { value: role, disabled: forbidden[role] !== undefined }, words.role[role]);
  const fill = whenChanged((words, forbidden) => {
    select.replaceChildren(...ROLES.map((role) => option(role, words, forbidden)));
    const reasons = unique(ROLES.flatMap((role) => forbidden[role] ?? []));
    ceiling.textContent = reasons.map((row) => words.sentence(row)).join(" ");
    ceiling.hidden = reasons.length === 0;
  });

  const draw = ({ draft, ceiling: { forbidden, problem }, engine }, words) => {
    label.textContent = words.roleLabel;
    fill(JSON.stringify([words.lang, forbidden]), words, forbidden);
    select.value = draft.role;
    select.disabled = engine === undefined || problem !== undefined;
    can.textContent = words.can[draft.role];
  };
  return { element, draw };
};

/** @param act `{ notify(on), message(text) }` */
export const messageForm = (act) => {
  const notifyWords = make("span");
  const notify = make("input", {
    type: "checkbox",
    role: "switch",
    id: "notify",
    on: { change: () => act.notify(notify.checked) },
  });
  const label = make("label", { for: "message", class: "label" });
  const area = make("textarea", { id: "message", part: "message", rows: "3", "aria-describedby": "counter about" });
  const counter = make("span", { id: "counter", class: "counter" });
  const about = make("p", { id: "about", class: "note" });
  area.addEventListener("input", () => act.message(area.value));
  const element = make(
    "div",
    { class: "tell" },
    make("label", { class: "switch" }, notify, make("span", { class: "track", "aria-hidden": "true" }), notifyWords),
    make("div", { class: "message" }, make("div", { class: "field-head" }, label, counter), area, about),
  );

  const drawLength = (message, words) => {
    const used = codePoints(message);
    counter.textContent = words.counter(used, MESSAGE);
    counter.dataset.over = `${used > MESSAGE}`;
    area.setAttribute("aria-invalid", `${used > MESSAGE}`);
    return used > MESSAGE ? [words.tooLong(used - MESSAGE)] : [];
  };

  const draw = ({ draft, forecast, engine, ceiling }, words) => {
    const isIgnored = !draft.notify && draft.message !== "";
    notifyWords.textContent = words.notify;
    label.textContent = `${words.message} (${words.optional})`;
    if (area.value !== draft.message) area.value = draft.message;
    notify.checked = draft.notify;
    notify.disabled = area.disabled = engine === undefined || ceiling.problem !== undefined;
    const said = drawLength(draft.message, words);
    said.push(
      ...(isIgnored
        ? [words.ignored]
        : forecast.hints.filter(({ code }) => code === "message_control_character").map(words.hint)),
    );
    about.replaceChildren(...(said.length > 0 ? [icon("hints"), said.join(" ")] : []));
    about.hidden = said.length === 0;
  };
  return { element, draw };
};
