// Shows answers to a person: what became of each recipient, what a server writes,
// what the API answers, and what is wrong with a request that it refuses.
import { pretty } from "./json.mjs";
import { bold, columns, cyan, dim, green, red, yellow } from "./style.mjs";
import { chop, cut, fill, fit, safe, width, wrap } from "./text.mjs";

const print = (...lines) => console.log(lines.join("\n"));
const indent = (lines, by) => lines.map((line) => " ".repeat(by) + line);

export const title = (text) => print("", bold(cyan(cut(text, columns))), dim("━".repeat(columns)));

export const heading = (text) => print("", bold(cut(text, columns)), "");

export const note = (text) => print("", ...indent(wrap(text, columns - 2), 2));

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b/g;
const colourJson = (line) =>
  line.replace(tokens, (whole, string, colon, word) => {
    if (colon !== undefined) return `${cyan(string)}${colon}`;
    if (word !== undefined) return word === "true" ? green(word) : red(word);
    return whole;
  });

export const json = (value) => print(...indent(pretty(value, columns - 2).split("\n").map(colourJson), 2));

/** Params for people. */
const pairs = (params, columns) => {
  const words = Object.entries(params ?? {}).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : value}`);
  return fill(words.flatMap((word) => chop(safe(word), columns)), columns, " · ").map(dim);
};

// ── Recipients ──────────────────────────────────────────────────────────────

const INDEX = 4;
const ROLE = 12;
const GAPS = 9;

/** The columns of the table: as narrow as the recipients allow, and the rest for what became of them. */
const layout = (cells) => {
  const longest = Math.max(...cells.flat().map(width));
  const recipient = Math.max(20, Math.min(longest, 36, columns - INDEX - ROLE - GAPS - 30));
  return { recipient, outcome: columns - INDEX - recipient - ROLE - GAPS };
};

/** Who, as the snapshot names them, and what was sent; or what was sent alone. */
const recipientCell = ({ recipient, principal }, names) => {
  const { user_id, bot_id, email } = recipient;
  const name = names.get(user_id ?? bot_id ?? principal?.user_id);
  const sent = safe(user_id ?? bot_id ?? email);
  return name === undefined ? [sent] : [safe(name), sent];
};

const failure = ({ code, error, params, also = [] }, columns) => [
  red(code),
  ...wrap(safe(error), columns),
  ...pairs(params, columns),
  ...fill(also, columns - 5, ", ").map((codes, at) => dim(`${at === 0 ? "also" : "    "} ${codes}`)),
];

const success = ({ code, notify, address }, columns) => {
  if (!notify) return [green(code), "not notified"];
  const where = address === undefined ? "notified; no address is known" : `notified at ${safe(address)}`;
  return [green(code), ...wrap(where, columns)];
};

/** One row of the table: who on the left, with the identifier beneath; what became of it on the right, and why. */
const row = (result, cell, { recipient, outcome }) => {
  const right = result.success ? success(result, outcome) : failure(result, outcome);
  const index = String(result.index).padStart(INDEX);
  const mark = result.success ? green("✓") : red("✗");
  const role = fit(result.recipient.role, ROLE);
  return right.map((text, at) => {
    const left = fit(cell[at] ?? "", recipient);
    if (at === 0) return `${index} ${mark}  ${left}  ${role}  ${text}`;
    return `${" ".repeat(INDEX + 4)}${dim(left)}  ${" ".repeat(ROLE)}  ${text}`;
  });
};

/** The names that a snapshot gives to ids; for reading only, whatever the snapshot is. */
export const namesIn = (snapshot) => {
  const names = new Map();
  const add = (list, id) => {
    for (const item of Array.isArray(list) ? list : []) {
      if (typeof item?.[id] === "string" && typeof item.display_name === "string") names.set(item[id], item.display_name);
    }
  };
  add(snapshot?.entries, "user_id");
  add(snapshot?.entries, "bot_id");
  add(snapshot?.directory?.users, "user_id");
  add(snapshot?.directory?.bots, "bot_id");
  return names;
};

export const evaluation = ({ total, successful, failed, results }, names) => {
  const cells = results.map((result) => recipientCell(result, names));
  const table = layout(cells);
  const head = `${"#".padStart(INDEX)}    ${fit("recipient", table.recipient)}  ${fit("asks for", ROLE)}  outcome`;
  print(dim(head), ...results.flatMap((result, at) => row(result, cells[at], table)));
  const people = total === 1 ? "1 recipient" : `${total} recipients`;
  note(`${people}: ${green(`${successful} successful`)}, ${(failed > 0 ? red : dim)(`${failed} failed`)}`);
};

export const grants = (list, names) => {
  if (list.length === 0) return print("  Nothing.");
  const ids = list.map(({ principal }) => safe(principal.user_id ?? principal.bot_id ?? principal.email));
  const longest = Math.min(60, Math.max(...ids.map(width)));
  list.forEach(({ action, role, notify, address, principal }, at) => {
    const name = names.get(principal.user_id ?? principal.bot_id);
    const left = columns - 28 - longest;
    const mail = notify && address !== undefined ? `→ ${safe(address)}` : safe(name ?? "");
    print(`  ${green(fit(action, 6))}  ${fit(role, ROLE)}  ${fit(ids[at], longest)}  ${dim(cut(mail, left))}`);
  });
};

// ── Problems ────────────────────────────────────────────────────────────────

/** Every fault of a request or snapshot that is refused: where, what, and what would be right. */
export const problem = ({ status, title: what, errors, more_errors }) => {
  print(`  ${red(String(status))} ${what}`, "");
  for (const { code, pointer, message, ...params } of errors) {
    const place = pointer === "" ? "" : `  ${yellow(safe(pointer))}`;
    print(`  ${red("✗")} ${red(code)}${place}`, ...indent(wrap(safe(message), columns - 4), 4));
    const told = pairs(params, columns - 4);
    if (told.length > 0) print(...indent(told, 4));
  }
  if (more_errors) note(`and ${more_errors} more`);
};

export const response = ({ status, contentType, body }) => {
  heading(`The HTTP response: ${status} ${contentType}, ${body.length} bytes`);
  json(JSON.parse(new TextDecoder().decode(body)));
};
