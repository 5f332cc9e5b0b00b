// Options are guards: one that is misspelt, inherited or of the wrong type must
// never be one that silently does nothing.
import { isUnicode } from "./input.js";
import { unbound } from "./slots.js";

const { getPrototypeOf, hasOwn } = Object;
const { ownKeys } = Reflect;
const isOneOf = unbound(Array.prototype.includes);

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
  const prototype = getPrototypeOf(value);
  return prototype === null || hasOwn(prototype, "isPrototypeOf");
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
  const given = { document_id: undefined, expected_revision: undefined, warnings: undefined, detail: undefined };
  if (options === null) return given;
  if (!isPlainObject(options)) throw new TypeError("Options must be a plain object.");
  const names = ownKeys(options);
  for (let place = 0; place < names.length; place += 1) {
    const name = names[place];
    if (!isOneOf(known, name)) throw unknownOption(name, known);
    given[name] = options[name];
  }
  return given;
};

const meaning = ({ document_id, expected_revision, warnings, detail }) => ({
  documentId: askedFor(document_id),
  expectedRevision: askedFor(expected_revision),
  warnings: flag("warnings", warnings),
  detail: flag("detail", detail),
});

const NONE = meaning({});

const meaningOf = (options, known) => (options === undefined ? NONE : meaning(read(options, known)));

export const evaluateOptions = (options) => meaningOf(options, EVALUATE_OPTIONS);

export const respondOptions = (options) => meaningOf(options, RESPOND_OPTIONS);
