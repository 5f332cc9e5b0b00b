// The focus among the cells of chips: one of them can be reached by Tab, the others by arrow keys.

const isRightToLeft = (element) => getComputedStyle(element).direction === "rtl";

/** @param cellsOf gives the cells, two for each chip; @param leave is where the focus goes after the last. */
export const arrows = (grid, cellsOf, leave) => {
  const focus = (cell) => {
    if (cell === undefined) return;
    for (const other of cellsOf()) other.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  };

  const move = (cell, by) => {
    const cells = cellsOf();
    const index = cells.indexOf(cell) + by;
    if (index >= cells.length) leave();
    else focus(cells[Math.max(0, index)]);
  };

  const forward = (cell) => move(cell, isRightToLeft(grid) ? -1 : 1);
  const back = (cell) => move(cell, isRightToLeft(grid) ? 1 : -1);
  const last = () => focus(cellsOf().at(-2));

  /** After one has gone: the one that stands there now, or the last. */
  const focusAt = (index) => {
    const cells = cellsOf();
    if (cells.length === 0) leave();
    else focus(cells[Math.min(2 * index, cells.length - 2)]);
  };

  const settle = () => {
    const cells = cellsOf();
    if (cells.length > 0 && cells.every(({ tabIndex }) => tabIndex === -1)) cells[0].tabIndex = 0;
  };

  const keys = {
    ArrowRight: forward,
    ArrowLeft: back,
    ArrowDown: (cell) => move(cell, 2),
    ArrowUp: (cell) => move(cell, -2),
    Home: () => focus(cellsOf()[0]),
    End: last,
  };
  return { focus, focusAt, last, settle, keys };
};
