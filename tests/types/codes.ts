// Every code in an exhaustive switch: a code that is added without its case, or
// dropped with it, is a compile error. Each case reads its own params.
import type {
  EmailFault,
  FailedRow,
  Grant,
  OutcomeCode,
  ParsedRecipient,
  Principal,
  Problem,
  ProblemCode,
  ProblemError,
  RequestIssue,
  Residue,
  Result,
  RowFault,
  SharePolicyError,
  SnapshotInvalidError,
  Warning,
} from "share-policy";

const never = (value: never): never => {
  throw new Error(`no such case: ${JSON.stringify(value)}`);
};

export function outcome(row: Result): string {
  switch (row.code) {
    case "granted":
    case "invited":
      return `${row.role} ${row.address ?? ""} ${row.notify}`;
    case "invalid_email": {
      const detail: EmailFault = row.params.detail;
      return detail;
    }
    case "duplicate_recipient":
      return `${row.params.duplicate_of + 1}${row.params.same_role ? "" : " (another role)"}`;
    case "role_exceeds_ceiling":
      return `${row.params.requested_role} > ${row.params.max_role} (${row.params.rule})`;
    case "recipient_kind_not_allowed":
      return row.params.kind;
    case "domain_blocked":
    case "domain_not_allowed":
      return row.params.domain;
    case "role_not_allowed_for_recipient":
      return `${row.params.class}: ${row.params.max_role}`;
    case "recipient_inactive":
      return row.params.status;
    case "already_has_access":
      return `${row.params.current_role} is ${row.params.comparison}`;
    case "limit_reached":
      return `${row.params.limit}: ${row.params.used - row.params.max}`;
    case "indeterminate":
      return row.params.missing.join();
    case "recipient_is_caller":
    case "recipient_is_owner":
    case "external_sharing_disabled":
    case "recipient_not_found":
    case "recipient_ambiguous":
    case "recipient_blocked": {
      const none: undefined = row.params;
      return `${row.error} ${none}`;
    }
    default:
      return never(row);
  }
}

export function fault(error: ProblemError): string {
  switch (error.code) {
    case "input_too_large":
      return `${error.actual_bytes} > ${error.max_bytes}`;
    case "malformed_json":
      return `${error.detail} at ${error.offset}, ${error.line}:${error.column}`;
    case "unknown_field":
      return error.suggestion ?? "";
    case "invalid_type":
      return `${error.expected}, not ${error.actual}`;
    case "too_few_items":
      return `${error.actual} < ${error.min}`;
    case "too_many_items":
    case "text_too_long":
      return `${error.actual} > ${error.max}`;
    case "invalid_enum_value":
      return error.allowed.join();
    case "identifier_not_exactly_one":
      return ["none", "one", "two", "three"][error.found] ?? "";
    case "invalid_id_format":
      return error.expected_prefix;
    case "snapshot_version_unsupported":
      return `${error.supported[0]}`;
    case "snapshot_invalid":
      return snapshotFault(error);
    case "sharing_not_allowed":
      return reason(error.detail);
    case "document_unavailable":
      return error.state;
    case "missing_required_field":
    case "snapshot_mismatch":
    case "snapshot_stale":
      return error.pointer;
    default:
      return never(error);
  }
}

export function issue(fault: RequestIssue): string {
  switch (fault.code) {
    case "input_too_large":
      return `${fault.actual_bytes} > ${fault.max_bytes}`;
    case "malformed_json":
      return `${fault.detail} at ${fault.offset}`;
    case "unknown_field":
      return fault.suggestion ?? "";
    case "invalid_type":
      return `${fault.expected}, not ${fault.actual}`;
    case "too_few_items":
    case "too_many_items":
    case "text_too_long":
      return `${fault.actual}`;
    case "invalid_enum_value":
      return fault.allowed.join();
    case "identifier_not_exactly_one":
      return `${fault.found}`;
    case "invalid_id_format":
      return fault.expected_prefix;
    case "missing_required_field":
      return `${fault.message} ${fault.path.join(".")}`;
    default:
      return never(fault);
  }
}

function snapshotFault(error: SnapshotInvalidError): string {
  switch (error.detail) {
    case "input_too_large":
      return `${error.actual_bytes}`;
    case "malformed_json":
      return `${error.reason} at ${error.offset}`;
    case "unknown_field":
      return error.suggestion ?? "";
    case "invalid_type":
      return error.expected;
    case "too_few_items":
    case "too_many_items":
    case "text_too_long":
      return `${error.actual}`;
    case "invalid_enum_value":
      return error.allowed.join();
    case "identifier_not_exactly_one":
      return `${error.found}`;
    case "invalid_id_format":
      return error.expected_prefix;
    case "invalid_email":
    case "invalid_domain":
      return error.reason;
    case "missing_required_field":
    case "inconsistent":
      return error.message;
    default:
      return never(error);
  }
}

function reason(detail: Extract<ProblemError, { code: "sharing_not_allowed" }>["detail"]): string {
  switch (detail) {
    case "no_role":
    case "caller_inactive":
    case "organization_disabled":
    case "capability_denied":
    case "below_minimum_role":
      return detail;
    default:
      return never(detail);
  }
}

export function thrown(error: SharePolicyError): ProblemCode | "retry" | "rebuild" | "install" | "wait" {
  switch (error.code) {
    case "module_reset":
      return "retry";
    case "snapshot_freed":
    case "snapshot_lost":
      return "rebuild";
    case "host_unsupported":
    case "load_failed":
      return "install";
    case "not_loaded":
      return "wait";
    default:
      return error.code;
  }
}

export function status(problem: Problem): number {
  switch (problem.status) {
    case 400:
    case 403:
    case 409:
    case 412:
    case 413:
    case 500:
      return problem.status;
    default:
      return never(problem.status);
  }
}

export function rowFault(row: RowFault): string | number {
  switch (row.code) {
    case "invalid_email":
      return row.params.detail;
    case "duplicate_recipient":
      return row.params.duplicate_of;
    default:
      return never(row);
  }
}

export function hint(warning: Warning): string | number {
  switch (warning.code) {
    case "email_normalized":
      return `${warning.index}: ${warning.from}`;
    case "similar_domain":
      return warning.suggestion;
    case "possible_same_mailbox":
      return `${warning.of} ${warning.rule}`;
    case "limit_nearly_reached":
      return `${warning.limit}: ${warning.used} of ${warning.max}`;
    case "external_recipient":
    case "idn_domain":
      return warning.index;
    case "message_ignored":
    case "message_control_character": {
      const none: undefined = warning.index;
      return `${warning.message} ${none}`;
    }
    default:
      return never(warning);
  }
}

export function rest(residue: Residue): string {
  switch (residue.reason) {
    case "invalid_id_format":
      return residue.expected_prefix;
    case "input_too_large":
      return `${residue.actual_bytes} > ${residue.max_bytes}`;
    case "unclosed_quote":
    case "unclosed_angle":
    case "empty_group":
      return residue.message;
    default: {
      const fault: EmailFault = residue.reason;
      return fault;
    }
  }
}

export function pasted(one: ParsedRecipient): string {
  const warned: "display_name_contains_address" | undefined = one.warnings?.[0].code;
  const shown = one.user_id ?? one.bot_id ?? `${one.name ?? ""} <${one.display}> ${one.email}`;
  return `${shown} ${warned ?? ""}`;
}

export function who(principal: Principal): string {
  if (principal.user_id !== undefined) return principal.user_id;
  if (principal.bot_id !== undefined) return principal.bot_id;
  return principal.email;
}

export const write = (grant: Grant): [string, string, string | undefined] => [
  who(grant.principal),
  grant.action === "invite" ? "invited" : grant.role,
  grant.notify ? grant.address : undefined,
];

// A table with an entry for every outcome, such as a translation, is complete or does not compile.
type Equal<A, B> = [A, B] extends [B, A] ? true : false;
const outcomes: Equal<OutcomeCode, "granted" | "invited" | FailedRow["code"]> = true;
void outcomes;
