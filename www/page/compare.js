// What was foreseen beside what the server did, row by row.

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const nameOf = ({ email, user_id, bot_id }) => email ?? user_id ?? bot_id ?? "";

/** A long address breaks before its domain. */
const breakable = (address) => {
  const at = address.lastIndexOf("@") + 1;
  return at === 0 ? [address] : [address.slice(0, at), element("wbr"), address.slice(at)];
};

/** Without the evaluation a row tells only whether it succeeded. */
const codeOf = ({ code, success }) => code ?? (success ? "success" : "failed");

/** What was known to be refused may be refused for one more reason, which only the server knows, and which comes first. */
const agrees = (foreseen, { code, success, also = [] }) =>
  code === undefined ? foreseen.success === success : [code, ...also].includes(foreseen.code);

const verdictOf = (foreseen, row) => {
  if (foreseen.code === "indeterminate") return "open";
  return agrees(foreseen, row) ? "same" : "other";
};

const SIGNS = { open: "– open", same: "✓ same", other: "✗ different" };

/** The reason that counts, and those that would have. */
const decided = (row) =>
  [codeOf(row), ...(row.also ?? [])].map((code, at) => element("code", at === 0 ? "" : "also", code));

const rowOf = ({ foreseen, row }) => {
  const verdict = verdictOf(foreseen, row);
  return element(
    "tr",
    "",
    element("th", "", element("bdi", "", ...breakable(nameOf(row.recipient)))),
    element("td", "", element("code", "", foreseen.code)),
    element("td", "", ...decided(row)),
    element("td", verdict, SIGNS[verdict]),
  );
};

const head = () => {
  const cells = ["Recipient", "Foreseen here", "Decided there", ""].map((text) => element("th", "", text));
  for (const cell of cells) cell.scope = "col";
  cells[3].append(element("span", "hidden", "Verdict"));
  return element("thead", "", element("tr", "", ...cells));
};

/** @returns a table, and how many of the rows that could be known were foreseen rightly. */
export const compare = (foreseen, results) => {
  const pairs = results.map((row, index) => ({ row, foreseen: foreseen[index] }));
  const verdicts = pairs.map(({ foreseen, row }) => verdictOf(foreseen, row));
  const body = element("tbody", "", ...pairs.map(rowOf));
  for (const cell of body.querySelectorAll("th")) cell.scope = "row";
  const known = verdicts.filter((verdict) => verdict !== "open").length;
  return {
    table: element("table", "", head(), body),
    known,
    right: verdicts.filter((verdict) => verdict === "same").length,
  };
};
