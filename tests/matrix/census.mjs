// Counts what answers show: codes, the params of each, and their values.

const decoder = new TextDecoder();

const countParams = (count, what, params) => {
  for (const [name, value] of Object.entries(params)) {
    count(`${what} ${name}`);
    count(`${what} ${name}=${value}`);
  }
};

const countProblem = (count, { errors, more_errors }) => {
  if (more_errors > 0) count("problem more_errors");
  for (const { code, pointer: _pointer, message: _message, ...params } of errors) {
    count(`error ${code}`);
    countParams(count, `error ${code}`, params);
  }
};

/** A fault of a row. */
const countRow = (count, { code, params }) => {
  count(`row ${code}`);
  countParams(count, `row ${code}`, params ?? {});
};

const countResult = (count, { also, external, notify, ...row }) => {
  countRow(count, row);
  count(`result external=${external}`);
  count(`result notify=${notify}`);
  for (const other of also ?? []) count(`also ${other}`);
};

const countUnique = (count, { address, display, ...identity }) => {
  count(`unique ${Object.keys(identity)[0]}`);
  if (display !== address) count("unique display");
};

const countWarning = (count, { code, index: _index, message: _message, ...params }) => {
  count(`warning ${code}`);
  countParams(count, `warning ${code}`, params);
};

const countParsed = (count, { span: _span, warnings, ...parsed }) => {
  for (const name of Object.keys(parsed)) count(`parsed ${name}`);
  for (const one of warnings ?? []) countWarning(count, one);
};

/** The members of a success, by name. */
const MEMBERS = {
  rows: (count, rows) => rows.forEach((row) => countRow(count, row)),
  unique: (count, unique) => unique.forEach((one) => countUnique(count, one)),
  request: (count, request) => "custom_message" in request && count("request custom_message"),
  evaluation: (count, { results, grants, warnings }) => {
    for (const one of warnings ?? []) countWarning(count, one);
    for (const row of results) if ("code" in row) countResult(count, row);
    for (const { action } of grants ?? []) count(`grant action=${action}`);
  },
  recipients: (count, recipients) => recipients.forEach((one) => countParsed(count, one)),
  residue: (count, residue) => residue.forEach(({ reason }) => count(`residue ${reason}`)),
  revision: (count) => count("snapshot revision"),
  unreadable_addresses: (count, number) => number > 0 && count("snapshot unreadable_addresses"),
  problem: countProblem,
};

/** An answer without the line that `respond` has before its body. */
const readAnswer = (count, text) => {
  if (!/^\d/.test(text)) return JSON.parse(text);
  const end = text.indexOf("\n");
  count(`response ${text.slice(0, end)}`);
  const body = JSON.parse(text.slice(end + 1));
  return text.startsWith("200 ") ? { evaluation: body } : { problem: body };
};

/** Calls `count` with a name for all that an answer shows. */
export const countAnswer = (count, bytes) => {
  const answer = readAnswer(count, decoder.decode(bytes));
  for (const [name, value] of Object.entries(answer)) MEMBERS[name]?.(count, value);
};
