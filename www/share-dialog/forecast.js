// What will happen, as far as this browser can know: asked at every change.
import { capacityOf } from "./capacity.js";
import { ROWS, recipientOf, requestOf } from "./draft.js";
import { kindOf } from "./outcome.js";

/** Longer texts are looked at when they are taken, not at every key. */
const TYPED = 4096;

const hintsByRow = (warnings) => {
  const byRow = new Map();
  for (const warning of warnings) byRow.set(warning.index, [...(byRow.get(warning.index) ?? []), warning]);
  return byRow;
};

/** What the server has said of a recipient stands, whatever this browser thinks. */
const rowOf = (chip, result, hints = []) => {
  const { refusal, warnings } = chip;
  const row =
    refusal === undefined ? result : { ...result, success: false, code: undefined, params: undefined, ...refusal };
  const external = row.external ?? result.external;
  const refused = refusal !== undefined;
  return { chip, result, row, kind: kindOf(row, refused), refused, external, hints: [...warnings, ...hints] };
};

const typedIn = (engine, text, room) => {
  if (text.trim() === "" || text.length > TYPED) return [];
  return engine.parse(text).recipients.slice(0, room).map(recipientOf);
};

/** A message that is too long is not the recipients' fault: they are judged without it. */
const isAboutMessage = ({ errors }) => errors.every(({ pointer }) => pointer === "/custom_message");

const judge = (engine, draft, recipients) => {
  if (recipients.length === 0) return { ok: true, evaluation: { results: [], warnings: [] } };
  const answer = engine.evaluate(requestOf(draft, recipients));
  if (answer.ok || !isAboutMessage(answer.problem)) return answer;
  return engine.evaluate(requestOf({ ...draft, message: "" }, recipients));
};

/** Who stands in the box stays there, also when nobody can be judged. */
const unjudged = (chips, problem) => ({
  problem,
  rows: chips.map((chip) => rowOf(chip, { recipient: chip.recipient, success: false, problem })),
  hints: [],
});

const ofChips = (engine, { chips, ...draft }) => {
  const { ok, problem, evaluation } = judge(
    engine,
    draft,
    chips.map(({ recipient }) => recipient),
  );
  if (!ok) return unjudged(chips, problem);
  const hints = hintsByRow(evaluation.warnings);
  const rows = evaluation.results.map((result, at) => rowOf(chips[at], result, hints.get(at)));
  return { rows, hints: hints.get(undefined) ?? [] };
};

/** A row depends on those before it that succeed, or may: on no other. */
const isFelt = ({ result }) => result.success || result.code === "indeterminate";

const ofTyped = (engine, draft, rows) => {
  const typed = typedIn(engine, draft.text, ROWS - rows.length);
  if (typed.length === 0) return [];
  const before = rows.filter(isFelt).map(({ chip }) => chip.recipient);
  const { ok, evaluation } = judge(engine, draft, [...before, ...typed]);
  if (!ok) return [];
  const hints = hintsByRow(evaluation.warnings);
  return evaluation.results
    .slice(before.length)
    .map((row) => ({ row, kind: kindOf(row), hints: hints.get(row.index) ?? [] }));
};

const isSame = (one, other) =>
  one !== undefined && ["chips", "role", "notify", "message"].every((name) => one[name] === other[name]);

/** @returns the forecast for a snapshot: it remembers the chips while only the text changes. */
export const forecaster = (engine) => {
  let last;
  let known;

  const remembered = (draft) => {
    if (!isSame(last, draft)) [known, last] = [ofChips(engine, draft), { ...draft }];
    return known;
  };

  /**
   * @returns `rows` by chip, `typed` for what is still being written, `hints` about the whole, `capacity`, the `problem`
   * for which nothing can be sent, and the `microseconds` that it took to know
   */
  return (draft) => {
    const since = performance.now();
    const { rows, hints, problem } = remembered(draft);
    const typed = ofTyped(engine, draft, rows);
    const microseconds = (performance.now() - since) * 1000;
    const hopeful = rows.filter(({ refused }) => !refused).map(({ result }) => result);
    return { rows, typed, hints, problem, capacity: capacityOf(engine.facts.limits, hopeful), microseconds };
  };
};
