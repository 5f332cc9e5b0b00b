// What the client is told, as share-policy says it.

export const INVALID_EMAIL = {
  empty: "The email address is empty.",
  too_long: "The email address is far too long.",
  control_character: "The email address contains a control character.",
  missing_at: "The email address has no @.",
  multiple_at: "The email address has more than one @.",
  quoted_local: "Quoted email addresses are not supported.",
  display_name: "Give the email address alone, without a name or <>.",
  comment: "Give the email address alone, without parentheses.",
  ip_literal: "The part after the @ must be a domain, not a network address.",
  local_empty: "The part before the @ is empty.",
  local_non_ascii: "The part before the @ may only use unaccented letters, digits and common signs.",
  local_character: "The part before the @ contains a character that is not allowed.",
  local_dot: "The part before the @ has a dot in the wrong place.",
  local_too_long: "The part before the @ is longer than 64 characters.",
  domain_empty: "The domain after the @ is missing.",
  domain_trailing_dot: "The domain after the @ ends with a dot.",
  domain_dotless: "The domain after the @ is incomplete.",
  domain_tld: "The domain after the @ does not end like an internet domain.",
  domain_invisible_character: "The domain after the @ contains an invisible character.",
  domain_invalid: "The domain after the @ is not valid.",
  domain_too_long: "The email address is too long.",
};

export const KIND_NOT_ALLOWED = {
  user: "Recipients cannot be named by user id here.",
  email: "Recipients cannot be named by email address here.",
  bot: "Documents cannot be shared with bots here.",
};

export const DUPLICATE = "An earlier recipient in this request is the same.";
export const IS_CALLER = "You cannot share a document with yourself.";
export const IS_OWNER = "This recipient owns the document.";
export const ABOVE_CEILING = "You cannot grant this role.";
export const NO_EXTERNAL_SHARING = "This document cannot be shared outside the organization.";
export const DOMAIN_REFUSED = "This document cannot be shared with this recipient's domain.";
export const ROLE_REFUSED = "This recipient cannot be given this role.";
export const NOT_FOUND = "No such recipient was found.";
export const AMBIGUOUS = "This address does not tell who is meant; name the recipient by user id.";
export const INACTIVE = "This recipient is not active.";
export const BLOCKED = "This document cannot be shared with this recipient.";
export const HAS_ACCESS = "This recipient already has access to the document.";
export const LIMIT_REACHED = "The document cannot be shared with more recipients.";
export const INDETERMINATE = "This recipient could not be checked; try again.";

const CLASSES = { external: "External recipients", invite: "Invited people", bot: "Bots" };
const FACTS = {
  account: "the recipient's account",
  address: "an address of the recipient",
  organization: "the recipient's organization",
  entries: "the full list of who has access",
};

/** For readers entitled to the snapshot, by code: a sentence, or what makes one of the params. */
const EXPLANATIONS = {
  duplicate_recipient: ({ duplicate_of, same_role }) =>
    `This is the same recipient as number ${duplicate_of + 1}${same_role ? "" : ", with another role"}.`,
  recipient_is_caller: IS_CALLER,
  recipient_is_owner: IS_OWNER,
  role_exceeds_ceiling: ({ requested_role, max_role, rule }) =>
    `${rule === "owner_only" ? "Only the owner can" : "You cannot"} grant ${requested_role}; you can grant up to ${max_role}.`,
  recipient_kind_not_allowed: ({ kind }) => KIND_NOT_ALLOWED[kind],
  external_sharing_disabled: NO_EXTERNAL_SHARING,
  domain_blocked: ({ domain }) => `Sharing with ${domain} is blocked.`,
  domain_not_allowed: ({ domain }) => `${domain} is not among the domains that this document can be shared with.`,
  role_not_allowed_for_recipient: (params) => `${CLASSES[params.class]} can get at most ${params.max_role}.`,
  recipient_not_found: NOT_FOUND,
  recipient_ambiguous: AMBIGUOUS,
  recipient_inactive: ({ status }) => `This account is ${status}.`,
  recipient_blocked: BLOCKED,
  already_has_access: ({ current_role }) => `This recipient already has access as ${current_role}.`,
  limit_reached: ({ limit, max, used }) => `The limit "${limit}" is reached: ${used} of ${max} are used.`,
  indeterminate: ({ missing }) => `This cannot be decided without ${missing.map((fact) => FACTS[fact]).join(" and ")}.`,
};

export const explain = (code, params) => {
  const explanation = EXPLANATIONS[code];
  return typeof explanation === "string" ? explanation : explanation(params);
};
