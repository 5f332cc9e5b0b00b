// A whole language has every code; params are those of the code.
import {
  evaluate,
  parseRecipients,
  validate,
  type FailedRow,
  type Problem,
  type Residue,
  type Result,
  type Warning,
  type WireResponse,
} from "share-policy";
import {
  formatOutcome,
  formatProblem,
  formatResidue,
  formatTitle,
  formatWarning,
  type Catalogue,
  type OutcomeSentences,
  type PartialCatalogue,
  type ProblemSentences,
  type ProblemTitles,
  type ResidueSentences,
  type WarningSentences,
} from "share-policy/messages";
import { german } from "share-policy/messages/de";

declare const row: Result;
declare const failed: FailedRow;
declare const problem: Problem;
declare const warning: Warning;
declare const residue: Residue;
declare const wire: WireResponse["results"][number];

// What comes back
const sentence: string = formatOutcome(failed, german);
const perhaps: string | undefined = formatOutcome(row);
// @ts-expect-error a row that succeeds may have no sentence
const always: string = formatOutcome(row, german);
const one: string = formatProblem(problem.errors[0], german);
const whole: string = formatProblem(problem);
const title: string = formatTitle(problem, null);
const hint: string = formatWarning(warning, german);
const part: string = formatResidue(residue);
// @ts-expect-error residue has a reason, no code
formatWarning(residue, german);
// @ts-expect-error a hint has a code, no reason
formatResidue(warning, german);
// @ts-expect-error a row that fails is no hint
formatWarning(failed, german);
// @ts-expect-error a row of the wire has no code
formatOutcome(wire, german);
// @ts-expect-error a language is a catalogue, not its name
formatOutcome(row, "de");

const answer = validate("{}");
if (answer.ok) for (const fault of answer.rows) void (formatOutcome(fault, german) satisfies string);
const decided = evaluate("{}", "{}");
if (decided.ok) for (const result of decided.evaluation.results) void formatOutcome(result, german);
if (decided.ok) for (const one of decided.evaluation.warnings ?? []) void (formatWarning(one, german) satisfies string);
const pasted = parseRecipients("bob");
for (const { warnings } of pasted.recipients) void warnings?.map((one) => formatWarning(one, german) satisfies string);
for (const one of pasted.residue) void (formatResidue(one, null) satisfies string);

// A whole language
export const ours: Catalogue = { ...german, outcome: { ...german.outcome, recipient_is_caller: () => "Das sind Sie." } };
const { invalid_email: email, ...others } = german.outcome;
// @ts-expect-error a code is missing
const lacking: OutcomeSentences = others;
const { snapshot_stale: stale, ...faults } = german.problem;
// @ts-expect-error a code is missing
const lackingFault: ProblemSentences = faults;
const { idn_domain: idn, ...hints } = german.warning;
// @ts-expect-error a code is missing
const lackingHint: WarningSentences = hints;
const { display_name_contains_address: named, ...evaluated } = german.warning;
// @ts-expect-error the code of a pasted recipient is missing
const lackingPasted: Catalogue = { ...german, warning: evaluated };
const { unclosed_quote: unclosed, ...reasons } = german.residue;
// @ts-expect-error a reason is missing
const lackingReason: ResidueSentences = reasons;
const { local_dot: dot, ...faultless } = german.residue;
// @ts-expect-error a reason of an address is missing
const lackingAddress: Catalogue = { ...german, residue: faultless };
const { invalid_request: invalid, ...titles } = german.title;
// @ts-expect-error a kind is missing
const lackingTitle: ProblemTitles = titles;
const { more, ...unmore } = german;
// @ts-expect-error a part is missing
const lackingPart: Catalogue = unmore;
const { warning: hinting, ...unhinting } = german;
// @ts-expect-error a part is missing
const lackingHints: Catalogue = unhinting;
const { residue: parts, ...unpasted } = german;
// @ts-expect-error a part is missing
const lackingResidue: Catalogue = unpasted;

// Some of a language, with the params of each code
export const some: PartialCatalogue = {
  outcome: {
    granted: (none: undefined, { role, notify }) => `${none} ${role} ${notify}`,
    invalid_email: ({ detail }, { index }) => (detail === "missing_at" ? `${index}` : undefined),
    duplicate_recipient: (params) => `${params.duplicate_of + 1} ${params.same_role ? "=" : "≠"}`,
    already_has_access: ({ current_role, comparison }, { principal }) => `${principal?.email} ${current_role} ${comparison}`,
    limit_reached: ({ limit, max, used }) => `${limit}: ${used - max}`,
    indeterminate: ({ missing }) => missing.join(),
  },
  warning: {
    email_normalized: ({ index, from }) => `${index + 1}: ${from.trim()}`,
    similar_domain: ({ suggestion }) => suggestion.toUpperCase(),
    possible_same_mailbox: ({ of, rule }) => (rule === "gmail_dots" ? `${of + 1}` : undefined),
    message_ignored: ({ message }) => message,
    limit_nearly_reached: ({ limit, max, used }) => `${limit}: ${max - used}`,
    display_name_contains_address: ({ code }) => code satisfies "display_name_contains_address",
  },
  residue: {
    missing_at: ({ reason, span }) => `${reason satisfies "missing_at"} ${span.utf16[0]}`,
    invalid_id_format: ({ expected_prefix }) => expected_prefix satisfies "usr_" | "bot_",
    input_too_large: ({ max_bytes, actual_bytes }) => `${actual_bytes - max_bytes}`,
  },
  problem: {
    invalid_type: ({ pointer, expected, actual }) => `${pointer} ${expected} ${actual}`,
    malformed_json: ({ detail, line, column }) => `${detail} ${line}:${column}`,
    snapshot_version_unsupported: ({ supported }) => (supported === undefined ? "concealed" : `${supported[0]}`),
    snapshot_invalid: (error) => {
      switch (error.detail) {
        case undefined:
          return "concealed";
        case "malformed_json":
          return error.reason;
        default:
          return error.message;
      }
    },
  },
  title: { snapshot_stale: ({ status }) => `${status}` },
  more: (count) => `+${count - 1}`,
};

// @ts-expect-error not a code
export const unknown: PartialCatalogue = { outcome: { user_not_found: () => "" } };
// @ts-expect-error not a code
export const unknownHint: PartialCatalogue = { warning: { full_moon: () => "" } };
// @ts-expect-error not a reason
export const unknownReason: PartialCatalogue = { residue: { invalid_email: () => "" } };
export const wrong: PartialCatalogue = {
  outcome: {
    // @ts-expect-error not a param of this code
    domain_blocked: ({ limit }) => limit,
    // @ts-expect-error a sentence is a function
    recipient_is_owner: "Dieser Person gehört das Dokument.",
    // @ts-expect-error a sentence is text
    recipient_not_found: () => 404,
    // @ts-expect-error a row of validate has no recipient
    invalid_email: (_, { recipient }) => recipient.email,
  },
  warning: {
    // @ts-expect-error not a param of this code
    idn_domain: ({ suggestion }) => suggestion,
    // @ts-expect-error a hint about the request is about no row
    message_ignored: ({ index }) => index.toFixed(),
    // @ts-expect-error the hint of a pasted recipient has no row
    display_name_contains_address: ({ index }) => `${index}`,
    // @ts-expect-error a sentence is text
    external_recipient: () => false,
  },
  residue: {
    // @ts-expect-error not a param of this reason
    missing_at: ({ expected_prefix }) => expected_prefix,
    // @ts-expect-error a sentence is a function
    empty_group: "Diese Gruppe ist leer.",
  },
  problem: {
    // @ts-expect-error a client is not told what is wrong with a snapshot
    snapshot_version_unsupported: ({ supported }) => supported[0],
  },
};

void [sentence, perhaps, always, one, whole, title, hint, part];
void [email, lacking, stale, lackingFault, invalid, lackingTitle, more, lackingPart];
void [idn, lackingHint, named, lackingPasted, unclosed, lackingReason, dot, lackingAddress];
void [hinting, lackingHints, parts, lackingResidue];
