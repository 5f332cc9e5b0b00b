// A request's text, checked against the API's schema.

const MAX_BYTES = 256 * 1024;
const MAX_RECIPIENTS = 100;
const MAX_MESSAGE = 1000;
const MAX_ERRORS = 100;
const ROLES = ["viewer", "commenter", "collaborator", "admin"];
const MEMBERS = ["recipients", "should_send_notification", "custom_message"];
const ROW = ["role", "user_id", "email", "bot_id"];
const ID = { user_id: /^usr_[0-7][0-9a-hjkmnp-tv-z]{25}$/, bot_id: /^bot_[0-7][0-9a-hjkmnp-tv-z]{25}$/ };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A request that cannot be taken. */
export class Refused extends Error {
  constructor(status, errors) {
    super(errors[0].message);
    this.status = status;
    this.errors = errors.slice(0, MAX_ERRORS);
    this.moreErrors = errors.length - this.errors.length;
  }
}

const typeOf = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsent = (value) => value === undefined || value === null;

const unknownField = (pointer) => ({ code: "unknown_field", pointer, message: "This member is not known." });
const missingField = (pointer) => ({ code: "missing_required_field", pointer, message: "This member is required." });
const invalidType = (pointer, expected, value) => ({
  code: "invalid_type",
  pointer,
  message: `This must be of type ${expected}, not ${typeOf(value)}.`,
  expected,
  actual: typeOf(value),
});

/** The value of a text in UTF-8. */
export const parse = (body) => {
  if (body.length > MAX_BYTES) {
    const message = `At most ${MAX_BYTES} bytes are taken.`;
    throw new Refused(413, [{ code: "input_too_large", pointer: "", message, max_bytes: MAX_BYTES, actual_bytes: body.length }]);
  }
  try {
    return JSON.parse(decoder.decode(body));
  } catch (error) {
    throw new Refused(400, [{ code: "malformed_json", pointer: "", message: error.message }]);
  }
};

const checkUnknown = (value, known, pointer, errors) => {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) errors.push(unknownField(`${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`));
  }
};

const checkRole = (role, row, errors) => {
  const pointer = () => `${row()}/role`;
  if (isAbsent(role)) errors.push(missingField(pointer()));
  else if (typeof role !== "string") errors.push(invalidType(pointer(), "string", role));
  else if (!ROLES.includes(role)) {
    const message = `This must be one of: ${ROLES.join(", ")}.`;
    errors.push({ code: "invalid_enum_value", pointer: pointer(), message, allowed: ROLES });
  }
};

const checkIdentifier = (name, value, row, errors) => {
  if (typeof value !== "string") errors.push(invalidType(`${row()}/${name}`, "string", value));
  else if (name !== "email" && !ID[name].test(value)) {
    const expected_prefix = `${name.slice(0, 3)}_`.replace("use_", "usr_");
    const message = `This must be ${expected_prefix} and 26 characters of base 32.`;
    errors.push({ code: "invalid_id_format", pointer: `${row()}/${name}`, message, expected_prefix });
  }
};

/** @returns the row as it is answered: without null members, in the order of the schema. */
const readRow = (value, index, errors) => {
  const pointer = () => `/recipients/${index}`;
  if (!isObject(value)) {
    errors.push(invalidType(pointer(), "object", value));
    return undefined;
  }
  checkUnknown(value, ROW, pointer(), errors);
  const { role, user_id, email, bot_id } = value;
  checkRole(role, pointer, errors);
  let found = 0;
  let recipient;
  if (!isAbsent(user_id)) {
    found += 1;
    checkIdentifier("user_id", user_id, pointer, errors);
    recipient = { role, user_id };
  }
  if (!isAbsent(email)) {
    found += 1;
    checkIdentifier("email", email, pointer, errors);
    recipient = { role, email };
  }
  if (!isAbsent(bot_id)) {
    found += 1;
    checkIdentifier("bot_id", bot_id, pointer, errors);
    recipient = { role, bot_id };
  }
  if (found !== 1) {
    const message = `Send exactly one of user_id, email and bot_id; ${found} are given.`;
    errors.push({ code: "identifier_not_exactly_one", pointer: pointer(), message, found });
  }
  return recipient;
};

const readRows = (rows, errors) => {
  const pointer = "/recipients";
  if (isAbsent(rows)) errors.push(missingField(pointer));
  else if (!Array.isArray(rows)) errors.push(invalidType(pointer, "array", rows));
  else if (rows.length === 0) {
    errors.push({ code: "too_few_items", pointer, message: "At least 1 is needed.", min: 1, actual: 0 });
  } else if (rows.length > MAX_RECIPIENTS) {
    const message = `At most ${MAX_RECIPIENTS} are taken; ${rows.length} are given.`;
    errors.push({ code: "too_many_items", pointer, message, max: MAX_RECIPIENTS, actual: rows.length });
  } else return rows.map((row, index) => readRow(row, index, errors));
  return [];
};

const codePoints = (text) => {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
};

const checkMessage = (text, errors) => {
  const pointer = "/custom_message";
  if (isAbsent(text)) return;
  if (typeof text !== "string") errors.push(invalidType(pointer, "string", text));
  else if (text.length > MAX_MESSAGE && codePoints(text) > MAX_MESSAGE) {
    const message = `At most ${MAX_MESSAGE} characters are taken.`;
    errors.push({ code: "text_too_long", pointer, message, max: MAX_MESSAGE, actual: codePoints(text) });
  }
};

/** @returns what a request asks for that is already JSON's value: `{ recipients, notify }`. */
export const readRequest = (request) => {
  if (!isObject(request)) throw new Refused(400, [invalidType("", "object", request)]);
  const errors = [];
  checkUnknown(request, MEMBERS, "", errors);
  const { recipients, should_send_notification: notify, custom_message } = request;
  const rows = readRows(recipients, errors);
  if (!isAbsent(notify) && typeof notify !== "boolean") errors.push(invalidType("/should_send_notification", "boolean", notify));
  checkMessage(custom_message, errors);
  if (errors.length > 0) throw new Refused(400, errors);
  return { recipients: rows, notify: notify ?? true };
};

/** @returns the same of a request's text, in UTF-8. */
export const parseRequest = (body) => readRequest(parse(body));
