// All that the dialog says, in the language of its catalogue; what that lacks stays English, sentence by sentence.
import { formatOutcome, formatProblem, formatResidue, formatWarning } from "share-policy/messages";
import { english } from "./words/english.js";

/** Refusals of the engine's that its own sentence tells best; a status alone would hide why. */
const SPOKEN = new Set(["sharing_not_allowed", "document_unavailable", "text_too_long", "too_many_items"]);

const ofStatus = ({ status: sentences }, status) =>
  sentences[status] ?? (status >= 500 ? sentences[500] : sentences.other(status));

/** Own members alone: a code or role that a server invents must not find what every object has. */
const table = (...parts) => Object.assign(Object.create(null), ...parts);

const merged = (own = {}) => {
  const words = { ...english };
  for (const [name, value] of Object.entries(english)) {
    if (typeof value === "object") words[name] = table(value, own[name]);
    else words[name] = own[name] ?? value;
  }
  return words;
};

/** What a server sends may lack what belongs to its code. */
const orElse = (say, fallback) => {
  try {
    return say() ?? fallback;
  } catch (error) {
    if (error instanceof TypeError) return fallback;
    throw error;
  }
};

/** @param catalogue one of `share-policy/messages`, whose member `dialog` has the dialog's own words. */
export const wordsOf = (catalogue) => {
  const words = merged(catalogue?.dialog);

  /** A success has no sentence of the engine's: the row's own tells it. */
  const success = (row) => words.outcome[row.code]?.(words.role[row.role]);
  const sentence = (row) =>
    row.problem === undefined
      ? orElse(() => formatOutcome(row, catalogue) ?? success(row), row.error ?? words.refused)
      : problem(row.problem);
  const nameOf = ({ code, problem }, refused) => {
    if (problem !== undefined) return "closed";
    return refused && code === "indeterminate" ? "undecided" : code;
  };
  const brief = ({ row, row: { params }, refused }) => {
    const name = nameOf(row, refused);
    return orElse(() => words.short[name]?.(params ?? {}), words.short.refused());
  };

  const fault = (residue) => formatResidue(residue, catalogue);
  const hint = (warning) => formatWarning(warning, catalogue);
  const problem = (given) => orElse(() => formatProblem(given.errors[0], catalogue), words.refused);

  /** A server's own words may be in any language: what is said is the dialog's. */
  const failure = ({ cause, status, problem: given }) => {
    if (cause !== undefined) return words.failure[cause];
    return SPOKEN.has(given?.errors[0].code) ? problem(given) : ofStatus(words, status);
  };

  const ignored = formatWarning({ code: "message_ignored", message: words.ignored }, catalogue);

  return { ...words, ignored, fault, sentence, brief, hint, problem, failure };
};
