// A whole language has every code; params are those of the code.
import { evaluate, validate, type FailedRow, type Problem, type Result, type WireResponse } from "share-policy";
import {
  formatOutcome,
  formatProblem,
  formatTitle,
  type Catalogue,
  type OutcomeSentences,
  type PartialCatalogue,
  type ProblemSentences,
  type ProblemTitles,
} from "share-policy/messages";
import { german } from "share-policy/messages/de";

declare const row: Result;
declare const failed: FailedRow;
declare const problem: Problem;
declare const wire: WireResponse["results"][number];

// What comes back
const sentence: string = formatOutcome(failed, german);
const perhaps: string | undefined = formatOutcome(row);
// @ts-expect-error a row that succeeds may have no sentence
const always: string = formatOutcome(row, german);
const one: string = formatProblem(problem.errors[0], german);
const whole: string = formatProblem(problem);
const title: string = formatTitle(problem, null);
// @ts-expect-error a row of the wire has no code
formatOutcome(wire, german);
// @ts-expect-error a language is a catalogue, not its name
formatOutcome(row, "de");

const answer = validate("{}");
if (answer.ok) for (const fault of answer.rows) void (formatOutcome(fault, german) satisfies string);
const decided = evaluate("{}", "{}");
if (decided.ok) for (const result of decided.evaluation.results) void formatOutcome(result, german);

// A whole language
export const ours: Catalogue = { ...german, outcome: { ...german.outcome, recipient_is_caller: () => "Das sind Sie." } };
const { invalid_email: email, ...others } = german.outcome;
// @ts-expect-error a code is missing
const lacking: OutcomeSentences = others;
const { snapshot_stale: stale, ...faults } = german.problem;
// @ts-expect-error a code is missing
const lackingFault: ProblemSentences = faults;
const { invalid_request: invalid, ...titles } = german.title;
// @ts-expect-error a kind is missing
const lackingTitle: ProblemTitles = titles;
// @ts-expect-error a part is missing
const lackingPart: Catalogue = { outcome: german.outcome, problem: german.problem, title: german.title };

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
  problem: {
    // @ts-expect-error a client is not told what is wrong with a snapshot
    snapshot_version_unsupported: ({ supported }) => supported[0],
  },
};

void [sentence, perhaps, always, one, whole, title, email, lacking, stale, lackingFault, invalid, lackingTitle, lackingPart];
