// The box that people type and paste into. A comma, a semicolon, a line break, Enter, leaving it or pasting makes chips.
import { make } from "./make.js";

/** A comma or semicolon of any script. */
const SEPARATES = /[,;\uFF0C\uFF1B\u3001\u060C\u061B]/;

const fit = (area) => {
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight, 120)}px`;
};

const makeArea = () =>
  make("textarea", {
    id: "box",
    class: "box",
    part: "input",
    rows: "1",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "done",
  });

/** A click elsewhere would miss what it was meant for if chips appeared between its two halves. */
const whenReleased = (surface) => {
  let isPressed = false;
  surface.addEventListener("pointerdown", () => {
    isPressed = true;
    const release = () => setTimeout(() => (isPressed = false));
    for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, release, { once: true });
  });
  const attempt = (work) => (isPressed ? setTimeout(() => attempt(work), 20) : work());
  return attempt;
};

/** The arrow key that points to what stands before. */
const isBackwards = ({ key }, area) =>
  key === (getComputedStyle(area.parentElement).direction === "rtl" ? "ArrowRight" : "ArrowLeft");

const onKey = (area, act) => (event) => {
  if (event.isComposing) return;
  const isAtStart = area.selectionStart === 0 && area.selectionEnd === 0;
  const isBack = event.key === "Backspace" || event.key === "ArrowUp" || isBackwards(event, area);
  const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
  if (event.key === "Enter") {
    event.preventDefault();
    if (!event.ctrlKey && !event.metaKey) act.take();
  } else if (isAtStart && isBack) {
    if (act.back()) event.preventDefault();
  } else if (area.value === "" && isUndo) {
    event.preventDefault();
    act.undo();
  }
};

const onInput = (area, act) => (event) => {
  act.write(area.value);
  fit(area);
  if (event.isComposing) return;
  const isPasted = /^insertFrom(?:Paste|Drop|Yank)/.test(event.inputType ?? "");
  if (isPasted || /[\n\r]/.test(area.value)) act.take();
  else if (SEPARATES.test(event.data ?? "")) act.take({ isUnfinished: true });
};

/** @param act `{ write(text), take(options), back(), undo() }` @param surface what a pointer may go down on. */
export const recipientBox = (act, surface) => {
  const area = makeArea();
  const later = whenReleased(surface);
  area.addEventListener("input", onInput(area, act));
  area.addEventListener("keydown", onKey(area, act));
  area.addEventListener("blur", () => later(() => act.take()));

  const draw = (text, { isEmpty, isInvalid, isDisabled, words }) => {
    if (area.value !== text) area.value = text;
    fit(area);
    area.placeholder = isEmpty ? words.placeholder : words.placeholderMore;
    area.disabled = isDisabled;
    area.setAttribute("aria-invalid", `${isInvalid}`);
    area.setAttribute("aria-describedby", isInvalid ? "faults keys" : "preview keys");
  };
  return { element: area, draw };
};
