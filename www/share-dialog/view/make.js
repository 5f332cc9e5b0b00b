// Makes elements. Text becomes text nodes and nothing is ever parsed as HTML, so that no name can become markup.

const SVG = "http://www.w3.org/2000/svg";

const apply = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  return element;
};

export const make = (name, attributes = {}, ...children) => {
  const element = apply(document.createElement(name), attributes);
  element.append(...children.flat().filter((child) => child !== undefined && child !== false && child !== ""));
  return element;
};

/** A name or an address: on its own in whatever direction it is written. One that is too long breaks behind its @. */
export const own = (text, attributes = {}) => {
  const at = text.lastIndexOf("@") + 1;
  const parts = at === 0 ? [text] : [text.slice(0, at), make("wbr"), text.slice(at)];
  return make("bdi", attributes, ...parts);
};

// Drawn on a 16 by 16 grid, by their outlines.
const PATHS = {
  granted: "M3.5 8.5l3 3 6-7",
  invited: "M2.5 4.5h11v7.5h-11zM2.5 5l5.500 4 5.500-4",
  unknown: "M8 4.500v4l2.500 1.500M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12z",
  present: "M8 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM3 13.500c0-2.500 2.200-4 5-4s5 1.500 5 4",
  duplicate: "M5.500 5.500h7.500v7.500h-7.500zM10.500 5.500v-2.500h-7.500v7.500h2.500",
  blocked: "M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM3.800 3.800l8.400 8.400",
  mixed: "M8 2.500l6 10.500h-12zM8 6.500v3M8 11.200v.1",
  hints: "M8 2.500l6 10.500h-12zM8 6.500v3M8 11.200v.1",
  external: "M6 3h-3v10h10v-3M9 2.500h4.500v4.500M13 3l-5.500 5.500",
  remove: "M4.500 4.500l7 7M11.500 4.500l-7 7",
  close: "M3.500 3.500l9 9M12.500 3.500l-9 9",
  chevron: "M5 6.500l3 3 3-3",
};

/** A picture beside words that say the same. */
export const icon = (name) => {
  const svg = apply(document.createElementNS(SVG, "svg"), {
    class: `icon icon-${name}`,
    viewBox: "0 0 16 16",
    "aria-hidden": "true",
    focusable: "false",
  });
  svg.append(apply(document.createElementNS(SVG, "path"), { d: PATHS[name] }));
  return svg;
};

export const button = (label, attributes, onClick) =>
  make("button", { type: "button", ...attributes, on: { click: onClick } }, label);

/** Calls `draw` only when what it draws from has changed. */
export const whenChanged = (draw) => {
  let last;
  return (signature, ...given) => {
    if (signature === last) return;
    last = signature;
    draw(...given);
  };
};
