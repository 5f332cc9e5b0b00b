// Sentences in another language than the engine's. The English ones are in the answers already; a catalogue
// (such as ./de.js) has functions by code. What it lacks stays English, whole: never two languages in one sentence.

/** By its own members alone: a code such as `constructor` is not one that every object has. */
const say = (sentences, name, ...given) =>
  sentences && Object.hasOwn(sentences, name) ? sentences[name]?.(...given) : undefined;

export const formatOutcome = (row, catalogue) => say(catalogue?.outcome, row.code, row.params, row) ?? row.error;

/** A hint: of an evaluation, or of a pasted recipient. */
export const formatWarning = (warning, catalogue) => say(catalogue?.warning, warning.code, warning) ?? warning.message;

export const formatResidue = (residue, catalogue) =>
  say(catalogue?.residue, residue.reason, residue) ?? residue.message;

const translated = (error, catalogue) => say(catalogue?.problem, error.code, error);

/** Where the first error is, what it is, and how many more there are. */
const detail = ({ errors, more_errors = 0 }, catalogue) => {
  const [first] = errors;
  const others = errors.length - 1 + more_errors;
  const sentence = translated(first, catalogue);
  const rest = others === 0 ? "" : say(catalogue, "more", others);
  if (sentence === undefined || rest === undefined) return undefined;
  const place = first.pointer === "" ? "" : `${first.pointer}: `;
  return `${place}${sentence}${rest === "" ? "" : ` ${rest}`}`;
};

export const formatProblem = (problem, catalogue) =>
  Object.hasOwn(problem, "errors")
    ? detail(problem, catalogue) ?? problem.detail
    : translated(problem, catalogue) ?? problem.message;

/** The last part of `urn:share-policy:problem:malformed_json`. */
const kind = ({ type }) => type.slice(type.lastIndexOf(":") + 1);

export const formatTitle = (problem, catalogue) => say(catalogue?.title, kind(problem), problem) ?? problem.title;
