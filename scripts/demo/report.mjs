// Shows answers to a person: what became of each recipient, what a server writes,
// what the API answers, and what is wrong with a request that it refuses.
import { pretty } from "./json.mjs";
import { bold, columns, cyan, dim, green, red, yellow } from "./style.mjs";
import { cut, fit, safe, wrap } from "./text.mjs";

const print = (...lines) => console.log(lines.join("\n"));
const indent = (lines, by) => lines.map((line) => " ".repeat(by) + line);

export const heading = (text) => print("", bold(cut(text, columns)), dim("─".repeat(columns)));

export const note = (text) => print(...indent(wrap(text, columns - 2), 2));

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b/g;
const colourJson = (line) =>
  line.replace(tokens, (whole, string, colon, word) => {
    if (colon !== undefined) return `${cyan(string)}${colon}`;
    if (word !== undefined) return word === "true" ? green(word) : red(word);
    return whole;
  });

export const json = (value) => print(...indent(pretty(value, columns - 2).split("\n").map(colourJson), 2));

/** `name value` pairs for people, without a member that was told already. */
const pairs = (object, told = []) =>
  Object.entries(object)
    .filter(([name]) => !told.includes(name))
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : value}`)
    .join(" · ");

// ── Recipients ──────────────────────────────────────────────────────────────

const INDEX = 3;
const ROLE = 12;
const RECIPIENT = Math.max(22, Math.min(36, columns - 62));
const OUTCOME = columns - INDEX - 4 - RECIPIENT - ROLE - 4;

const line = (index, mark, recipient, role, outcome) =>
  `${fit(index, INDEX)} ${mark}  ${recipient}  ${role}  ${outcome}`.trimEnd();

const failure = (row) => [
  red(row.code),
  ...wrap(safe(row.error), OUTCOME),
  ...(row.params ? wrap(safe(pairs(row.params)), OUTCOME) : []).map(dim),
  ...(row.also ? wrap(`also ${row.also.join(", ")}`, OUTCOME) : []).map(dim),
];

const success = (row) => {
  if (!row.notify) return [green(row.code), "not notified"];
  if (row.address === undefined) return [green(row.code), "notified (no address is known)"];
  return [green(row.code), ...wrap(`notified at ${safe(row.address)}`, OUTCOME)];
};

const recipientCell = ({ recipient, principal }, names) => {
  const { user_id, bot_id, email } = recipient;
  const name = names.get(user_id ?? bot_id ?? principal?.user_id);
  const id = safe(user_id ?? bot_id ?? email);
  return name === undefined ? [id, ""] : [safe(name), id];
};

/** One row of the table: who on the left, with the id beneath; what became of it on the right, and why. */
const row = (result, names) => {
  const [who, id] = recipientCell(result, names);
  const right = result.success ? success(result) : failure(result);
  const left = [fit(who, RECIPIENT), dim(fit(id, RECIPIENT))];
  const blank = " ".repeat(RECIPIENT);
  const mark = result.success ? green("✓") : red("✗");
  return right.map((text, at) =>
    at === 0
      ? line(String(result.index).padStart(INDEX), mark, left[0], fit(result.recipient.role, ROLE), text)
      : line("", " ", left[at] ?? blank, " ".repeat(ROLE), text),
  );
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
  const title = line("  #", " ", fit("recipient", RECIPIENT), fit("asks for", ROLE), "outcome");
  print(dim(title), ...results.flatMap((result) => row(result, names)));
  const people = total === 1 ? "1 recipient" : `${total} recipients`;
  print("", `  ${people}: ${green(`${successful} successful`)}, ${(failed > 0 ? red : dim)(`${failed} failed`)}`);
};

export const grants = (list, names) => {
  if (list.length === 0) return note("Nothing.");
  for (const { action, role, principal, notify, address } of list) {
    const id = principal.user_id ?? principal.bot_id ?? principal.email;
    const name = names.get(id);
    const who = name === undefined ? safe(id) : `${safe(name)} ${dim(safe(id))}`;
    const mail = notify && address !== undefined ? `  ${dim("→")} ${safe(address)}` : "";
    print(`  ${green(action.padEnd(6))}  ${role.padEnd(ROLE)}  ${who}${mail}`);
  }
};

// ── Problems ────────────────────────────────────────────────────────────────

/** Every fault of a request or snapshot that is refused: where, what, and what would be right. */
export const problem = ({ status, title, errors, more_errors }) => {
  print(`  ${red(String(status))} ${bold(title)}`, "");
  for (const { code, pointer, message, ...params } of errors) {
    const place = pointer === "" ? "" : `  ${yellow(safe(pointer))}`;
    print(`  ${red("✗")} ${red(code)}${place}`, ...indent(wrap(safe(message), columns - 4), 4));
    const told = safe(pairs(params));
    if (told !== "") print(...indent(wrap(told, columns - 4), 4).map(dim));
  }
  if (more_errors) note(`and ${more_errors} more`);
};

export const response = ({ status, contentType, body }) => {
  heading(`The HTTP response: ${status} ${contentType}, ${body.length} bytes`);
  json(JSON.parse(new TextDecoder().decode(body)));
};
