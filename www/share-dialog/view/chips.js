// The recipients as chips: a grid with a row for each, as ARIA's practices have it for a list of recipients.
// Arrow keys move, over names and their buttons; Delete and Backspace remove; Enter edits.
import { arrows } from "./arrows.js";
import { drawChip, makeChip } from "./chip.js";
import { make } from "./make.js";

const keyOf = (element) => Number(element.closest(".chip").dataset.key);

/** Keeps the elements of those who stay: one of them may have the focus. */
const place = (grid, views, rows) => {
  const before = new Map(views);
  views.clear();
  for (const { chip } of rows) views.set(chip.key, before.get(chip.key) ?? makeChip(chip.key));
  for (const [key, { row }] of before) if (!views.has(key)) row.remove();
  [...views.values()].forEach(({ row }, index) => {
    if (grid.children[index] !== row) grid.insertBefore(row, grid.children[index] ?? null);
  });
};

const listen = (grid, { keys, remove, edit, focus }) => {
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".chip-body, .chip-remove");
    if (cell === null || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    if (event.key === "Enter" && cell.matches(".chip-remove")) return;
    event.preventDefault();
    keys[event.key](cell);
  });
  grid.addEventListener("click", ({ target }) => {
    if (target.closest(".chip") === null) return;
    if (target.closest(".chip-remove")) remove(keyOf(target));
    else focus(target.closest(".chip").querySelector(".chip-body"));
  });
  grid.addEventListener("dblclick", ({ target }) => {
    if (target.closest(".chip-body")) edit(keyOf(target));
  });
};

/** @param act `{ remove(key), edit(key), leave() }`: what keys and clicks mean. */
export const chipGrid = (act) => {
  const views = new Map();
  const grid = make("div", { role: "grid", class: "chips", part: "chips" });
  const cells = () => [...views.values()].flatMap(({ body, remove }) => [body, remove]);
  const moves = arrows(grid, cells, act.leave);

  const remove = (key) => {
    const index = [...views.keys()].indexOf(key);
    const hadFocus = grid.contains(grid.getRootNode().activeElement);
    act.remove(key);
    if (hadFocus) moves.focusAt(index);
  };
  const removeCell = (cell) => remove(keyOf(cell));
  const editCell = (cell) => act.edit(keyOf(cell));
  const keys = { ...moves.keys, Delete: removeCell, Backspace: removeCell, Enter: editCell, F2: editCell };
  listen(grid, { keys, remove, edit: act.edit, focus: moves.focus });

  const draw = (rows, words) => {
    const isLonger = rows.length > views.size;
    place(grid, views, rows);
    for (const item of rows) drawChip(views.get(item.chip.key), item, words);
    grid.hidden = rows.length === 0;
    grid.setAttribute("aria-label", words.chips);
    grid.setAttribute("aria-description", words.chipKeys);
    if (isLonger) grid.scrollTop = grid.scrollHeight;
    moves.settle();
  };
  return { element: grid, draw, focusLast: moves.last };
};
