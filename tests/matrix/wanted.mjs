// What the generated cases have to show: every code of the contract's sections 3, 4 and 7 with its params,
// and every value of a param that is one of a closed list.

const of = (param, values) => values.map((value) => `${param}=${value}`);

const ROLES = ["viewer", "commenter", "collaborator", "admin"];
const TYPES = ["object", "array", "string", "number", "boolean"];
const PLACE = ["offset", "line", "column"];
const MALFORMED = ["syntax", "encoding", "duplicate_key", "depth"];
const DOMAIN_FAULTS = [
  "domain_empty", "domain_trailing_dot", "domain_dotless", "domain_tld", "domain_invisible_character", "domain_invalid",
  "domain_too_long",
];
const EMAIL_FAULTS = [
  "empty", "too_long", "control_character", "missing_at", "multiple_at", "quoted_local", "display_name", "comment",
  "ip_literal", "local_empty", "local_non_ascii", "local_character", "local_dot", "local_too_long", ...DOMAIN_FAULTS,
];
const SNAPSHOT_FAULTS = [
  "malformed_json", "unknown_field", "missing_required_field", "invalid_type", "invalid_enum_value",
  "identifier_not_exactly_one", "invalid_id_format", "invalid_email", "invalid_domain", "inconsistent",
];
const REQUEST_NAMES = [
  "recipients", "should_send_notification", "custom_message", "role", "user_id", "email", "bot_id",
];
const REFUSALS = ["no_role", "caller_inactive", "organization_disabled", "capability_denied", "below_minimum_role"];

/** Errors of a problem. */
const ERRORS = {
  input_too_large: ["max_bytes", "actual_bytes"],
  malformed_json: [...of("detail", MALFORMED), ...PLACE],
  unknown_field: of("suggestion", REQUEST_NAMES),
  missing_required_field: [],
  invalid_type: [...of("expected", TYPES.filter((type) => type !== "number")), ...of("actual", [...TYPES, "null"])],
  too_few_items: ["min", "actual"],
  too_many_items: ["max", "actual"],
  invalid_enum_value: ["allowed"],
  identifier_not_exactly_one: of("found", [0, 2, 3]),
  invalid_id_format: of("expected_prefix", ["usr_", "bot_"]),
  text_too_long: ["max", "actual"],
  snapshot_version_unsupported: ["supported"],
  snapshot_invalid: [
    ...of("detail", SNAPSHOT_FAULTS), ...of("reason", [...EMAIL_FAULTS, ...MALFORMED]), ...PLACE, "suggestion",
    "allowed", ...of("expected", [...TYPES.filter((type) => type !== "number"), "integer"]),
    ...of("actual", [...TYPES, "null"]), ...of("found", [0, 2]),
    ...of("expected_prefix", ["usr_", "bot_", "doc_", "org_"]),
  ],
  snapshot_mismatch: [],
  snapshot_stale: [],
  sharing_not_allowed: of("detail", REFUSALS),
  document_unavailable: of("state", ["locked", "trashed"]),
};

/** Rows that fail; in the order of the contract. */
const FAILURES = {
  invalid_email: of("detail", EMAIL_FAULTS),
  duplicate_recipient: ["duplicate_of", ...of("same_role", [true, false])],
  recipient_is_caller: [],
  recipient_is_owner: [],
  role_exceeds_ceiling: [
    ...of("requested_role", ROLES.slice(1)),
    ...of("max_role", ROLES.slice(0, 3)),
    ...of("rule", ["owner_only", "own_role"]),
  ],
  recipient_kind_not_allowed: of("kind", ["user", "email", "bot"]),
  external_sharing_disabled: [],
  domain_blocked: ["domain"],
  domain_not_allowed: ["domain"],
  role_not_allowed_for_recipient: [...of("class", ["external", "invite", "bot"]), ...of("max_role", ROLES.slice(0, 3))],
  recipient_not_found: [],
  recipient_ambiguous: [],
  recipient_inactive: of("status", ["suspended", "deleted"]),
  recipient_blocked: [],
  already_has_access: [...of("current_role", ROLES), ...of("comparison", ["same", "lower", "higher"])],
  limit_reached: ["limit", "max", "used"],
  indeterminate: [],
};

/** What can stand behind another code: a row is judged alone by 1, 16 and 17, and 2 and 3 come first. */
const ALSO = Object.keys(FAILURES).slice(3, 15);

/** Hints beside an evaluation; the last is about a pasted name. */
const WARNINGS = {
  external_recipient: [],
  email_normalized: ["from"],
  similar_domain: ["suggestion"],
  idn_domain: [],
  possible_same_mailbox: ["of", ...of("rule", ["plus_tag", "gmail_dots"])],
  message_ignored: [],
  message_control_character: [],
  limit_nearly_reached: [],
  display_name_contains_address: [],
};

const PARSED = ["email", "user_id", "bot_id", "name"];
const RESIDUE = [...EMAIL_FAULTS, "invalid_id_format", "unclosed_quote", "unclosed_angle", "empty_group", "input_too_large"];

const FACTS = ["account", "address", "organization", "entries"];
const subsets = FACTS.reduce((sets, fact) => [...sets, ...sets.map((set) => [...set, fact])], [[]]);

const PROBLEM_STATUSES = [400, 403, 409, 412, 413, 500];
const RESPONSES = ["200 application/json", ...PROBLEM_STATUSES.map((status) => `${status} application/problem+json`)];
const OTHERS = [
  ...["granted", "invited"].map((code) => `row ${code}`),
  ...of("external", [true, false, undefined]).map((external) => `result ${external}`),
  ...of("notify", [true, false]).map((notify) => `result ${notify}`),
  ...of("action", ["grant", "invite"]).map((action) => `grant ${action}`),
  ...["user_id", "bot_id", "email", "display"].map((member) => `unique ${member}`),
  ...["problem more_errors", "snapshot revision", "snapshot unreadable_addresses", "request custom_message"],
];

const withParams = (what, codes) =>
  Object.entries(codes).flatMap(([code, params]) => ["", ...params].map((param) => `${what} ${code} ${param}`.trim()));

/** Each as `countAnswer` of census.mjs calls it. */
export const WANTED = [
  ...withParams("error", ERRORS),
  ...withParams("row", FAILURES),
  ...withParams("warning", WARNINGS),
  ...PARSED.map((name) => `parsed ${name}`),
  ...RESIDUE.map((reason) => `residue ${reason}`),
  ...ALSO.map((code) => `also ${code}`),
  ...subsets.slice(1).map((facts) => `row indeterminate missing=${facts.join()}`),
  ...RESPONSES.map((head) => `response ${head}`),
  ...OTHERS,
];
