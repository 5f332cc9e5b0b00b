// JSON as people like to read it: filled lines, as few as fit the width.
import { fill, safeJson, width } from "./text.mjs";

const flat = (value) => {
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return safeJson(JSON.stringify(value));
  const members = Object.entries(value).map(([name, member]) => `${flat(name)}: ${flat(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};

const withCommas = (members) => members.map((member, at) => member + (at < members.length - 1 ? "," : ""));

const block = (open, close, members) => {
  const lines = withCommas(members).flatMap((member) => member.split("\n"));
  return [open, ...lines.map((line) => `  ${line}`), close].join("\n");
};

/** A small object deep inside: its members fill lines. */
const row = (members, columns) => `{ ${fill(withCommas(members), columns - 4).join("\n  ")} }`;

/** The value as JSON text in lines of at most this many columns, as far as its strings allow. */
export const pretty = (value, columns, depth = 0) => {
  const short = flat(value);
  if (width(short) <= columns || typeof value !== "object" || value === null) return short;
  const inside = columns - 3;
  if (Array.isArray(value)) return block("[", "]", value.map((item) => pretty(item, inside, depth + 1)));
  if (depth > 1) return row(Object.entries(value).map(([name, member]) => `${flat(name)}: ${flat(member)}`), columns);
  const members = Object.entries(value).map(([name, member]) => `${flat(name)}: ${pretty(member, inside, depth + 1)}`);
  return block("{", "}", members);
};
