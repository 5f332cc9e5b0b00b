// JSON as people like to read it: filled lines, as few as fit the width.
import { safeJson, width } from "./text.mjs";

const flat = (value) => {
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return safeJson(JSON.stringify(value));
  const members = Object.entries(value).map(([name, member]) => `${flat(name)}: ${flat(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};

/** Puts as many pieces on each line as fit. */
const fill = (pieces, columns) => {
  const lines = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const whole = !piece.includes("\n") && last !== undefined && !last.includes("\n");
    if (whole && width(last) + 1 + width(piece) <= columns) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines.join("\n").split("\n");
};

const block = (open, close, members, columns, isRow) => {
  const pieces = members.map((member, at) => member + (at < members.length - 1 ? "," : ""));
  const lines = isRow ? fill(pieces, columns - 4) : pieces.flatMap((piece) => piece.split("\n"));
  if (isRow) return `${open} ${lines.join("\n  ")} ${close}`;
  return [open, ...lines.map((line) => `  ${line}`), close].join("\n");
};

/** The value as JSON text in lines of at most this many columns, as far as its strings allow. */
export const pretty = (value, columns, depth = 0) => {
  const short = flat(value);
  if (width(short) <= columns || typeof value !== "object" || value === null) return short;
  if (Array.isArray(value)) {
    return block("[", "]", value.map((item) => pretty(item, columns - 3, depth + 1)), columns, false);
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${flat(name)}: ${pretty(member, columns - 3, depth + 1)}`,
  );
  return block("{", "}", members, columns, depth > 1);
};
