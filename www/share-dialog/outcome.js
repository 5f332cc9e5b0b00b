// The few kinds that outcomes have for people.

const KINDS = {
  granted: "granted",
  invited: "invited",
  already_has_access: "present",
  recipient_is_owner: "present",
  recipient_is_caller: "present",
  duplicate_recipient: "duplicate",
  indeterminate: "unknown",
};

/** In the order in which they are told. */
export const KINDS_IN_ORDER = ["granted", "invited", "unknown", "present", "duplicate", "blocked"];

const ofCode = ({ code, success }) =>
  Object.hasOwn(KINDS, code ?? "") ? KINDS[code] : success ? "granted" : "blocked";

/** @returns the kind of a row. Every code that is not known here is a refusal; so is what the server could not decide. */
export const kindOf = (row, isRefused = false) => {
  const kind = ofCode(row);
  return isRefused && (kind === "unknown" || isSuccess(kind)) ? "blocked" : kind;
};

const isSuccess = (kind) => kind === "granted" || kind === "invited";

export const succeeds = ({ kind }) => isSuccess(kind);
