// Options are guards: one that is misspelt, inherited or of the wrong type must
// never be one that silently does nothing.
import { isUnicode } from "./input.js";

const EVALUATE_OPTIONS = ["document_id", "expected_revision", "warnings"];
const RESPOND_OPTIONS = [...EVALUATE_OPTIONS, "detail"];

/** Given for what is not a string: it is asked for, so it has to differ from every id and revision. */
const EQUALS_NOTHING = "\u0000 (this option was not a string) \u0000";

const fold = (name) => name.toLowerCase().replace(/[_-]/g, "");

const unknownOption = (name, known) => {
  const meant = known.find((candidate) => fold(candidate) === fold(String(name)));
  const advice = meant === undefined ? `Known are ${known.join(", ")}.` : `Did you mean "${meant}"?`;
  return new TypeError(`Unknown option "${String(name)}". ${advice}`);
};

/** Only Object.prototype, of whatever realm, has this method of its own. */
const isPlainObject = (value) => {
  if (typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype, "isPrototypeOf");
};

const askedFor = (value) => {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" && isUnicode(value) ? value : EQUALS_NOTHING;
};

const flag = (name, value) => {
  if (value === undefined || value === null) return false;
  if (typeof value !== "boolean") throw new TypeError(`Option "${name}" must be true or false.`);
  return value;
};

/** Reads each of the object's own members once; what it inherits is nobody's option. */
const read = (options, known) => {
  const given = { __proto__: null };
  if (options === undefined || options === null) return given;
  if (!isPlainObject(options)) throw new TypeError("Options must be a plain object.");
  for (const name of Reflect.ownKeys(options)) {
    if (!known.includes(name)) throw unknownOption(name, known);
    given[name] = options[name];
  }
  return given;
};

export const evaluateOptions = (options) => {
  const { document_id, expected_revision, warnings } = read(options, EVALUATE_OPTIONS);
  return {
    documentId: askedFor(document_id),
    expectedRevision: askedFor(expected_revision),
    warnings: flag("warnings", warnings),
  };
};

export const respondOptions = (options) => {
  const { document_id, expected_revision, warnings, detail } = read(options, RESPOND_OPTIONS);
  return {
    documentId: askedFor(document_id),
    expectedRevision: askedFor(expected_revision),
    warnings: flag("warnings", warnings),
    detail: flag("detail", detail),
  };
};
