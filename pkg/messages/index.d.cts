/**
 * The sentences of answers in another language, and nothing else: no `.wasm` is loaded, and it runs anywhere.
 *
 * English needs no catalogue: it is in the answers (`error`, `message`, `title`, `detail`), and is what these functions
 * give where a catalogue has nothing. Another language is a {@link Catalogue}: plain functions by code.
 * German is in `share-policy/messages/de`.
 *
 * A sentence is text, never HTML: domains, limits' names and members' names come from people, and stand in it as they
 * are. Show it with `textContent`, or escape it. Numbers are written as `String` writes them, in every runtime.
 *
 * What has codes can be translated: an {@link Evaluation}, what `validate`, `normalize` and `parseRecipients` answer,
 * and a {@link Problem}. A {@link WireResponse} has none, so its sentences stay as they came; ask `respond` for
 * `detail` where the client may see the snapshot.
 *
 * @packageDocumentation
 */
import type {
  FailedRow,
  OutcomeCode,
  PasteWarning,
  Problem,
  ProblemCode,
  ProblemError,
  Residue,
  ResidueReason,
  Result,
  RowFault,
  ShapeError,
  SuccessfulRow,
  Warning,
} from "../index.cjs";

/**
 * The sentence for a row that fails. For one that succeeds the catalogue's, or undefined when it has none.
 *
 * @example
 * for (const row of answer.evaluation.results) lines[row.index].textContent = formatOutcome(row, german) ?? "";
 */
export declare function formatOutcome(row: FailedRow | RowFault, catalogue?: PartialCatalogue | null): string;
export declare function formatOutcome(row: Result | RowFault, catalogue?: PartialCatalogue | null): string | undefined;

/**
 * The sentence for a hint (its `message`): of an evaluation, or of a pasted recipient.
 *
 * @example
 * for (const hint of answer.evaluation.warnings ?? []) note(hint.index, formatWarning(hint, german));
 * pasted.recipients[0].warnings?.map((hint) => formatWarning(hint, german));
 */
export declare function formatWarning(warning: AnyWarning, catalogue?: PartialCatalogue | null): string;

/**
 * The sentence for a part of a pasted text that names nobody (its `message`).
 *
 * @example
 * formatResidue(parseRecipients("bob").residue[0], german); // "In der E-Mail-Adresse fehlt das @-Zeichen."
 */
export declare function formatResidue(residue: Residue, catalogue?: PartialCatalogue | null): string;

/**
 * The sentence for one error of a problem (its `message`), or for the whole problem in one line (its `detail`).
 *
 * @example
 * formatProblem(problem, german);                                      // "/recipients/0/role: Erlaubt sind nur …"
 * problem.errors.map((error) => [error.pointer, formatProblem(error, german)]);
 */
export declare function formatProblem(problem: Problem | ProblemError, catalogue?: PartialCatalogue | null): string;

/** The heading of a problem (its `title`). */
export declare function formatTitle(problem: Problem, catalogue?: PartialCatalogue | null): string;

/**
 * A whole language. A code that lacks its sentence is a compile error.
 *
 * A function that knows no words for what it is given (a `detail` of a newer version) returns undefined: the engine's
 * own sentence is shown then. Plain objects, to build on:
 *
 * @example
 * const ours: Catalogue = { ...german, outcome: { ...german.outcome, recipient_is_caller: () => "Das sind Sie." } };
 */
export interface Catalogue {
  /** For a row. */
  outcome: OutcomeSentences;
  /** For a hint. */
  warning: WarningSentences;
  /** For a part of a pasted text that names nobody. */
  residue: ResidueSentences;
  /** For an error of a problem. */
  problem: ProblemSentences;
  /** The heading of a problem. */
  title: ProblemTitles;
  /** How many errors there are beside the first, to stand after it: `(and 2 more errors)`. */
  more: (count: number) => string | undefined;
}

/** Some of a language: the rest stays English. */
export interface PartialCatalogue {
  outcome?: Partial<OutcomeSentences>;
  warning?: Partial<WarningSentences>;
  residue?: Partial<ResidueSentences>;
  problem?: Partial<ProblemSentences>;
  title?: Partial<ProblemTitles>;
  more?: Catalogue["more"];
}

/** By code, from the row's `params` and the row. */
export type OutcomeSentences = {
  [Code in OutcomeCode]: (params: RowWith<Code>["params"], row: RowWith<Code>) => string | undefined;
};

/** By code, from the hint, which carries its params. */
export type WarningSentences = { [Code in AnyWarning["code"]]: (warning: WarningWith<Code>) => string | undefined };

/** By reason, from the residue, which carries its params. A reason of an address means what it means for a row. */
export type ResidueSentences = { [Reason in ResidueReason]: (residue: ResidueWith<Reason>) => string | undefined };

/** By code, from the error, which carries its params. */
export type ProblemSentences = { [Code in ProblemCode]: (error: ErrorWith<Code>) => string | undefined };

/** By kind. */
export type ProblemTitles = { [Kind in ProblemKind]: (problem: Problem) => string | undefined };

/** The last part of a problem's `type`. */
export type ProblemKind = "invalid_request" | Exclude<ProblemCode, ShapeError["code"]>;

/** The rows that have this code: results of `evaluate`, and for two codes rows of `validate` and `normalize`. */
export type RowWith<Code extends OutcomeCode> = Code extends SuccessfulRow["code"]
  ? SuccessfulRow & { code: Code }
  : Extract<FailedRow | RowFault, { code: Code }>;

/** A hint of an evaluation, or of a pasted recipient. */
export type AnyWarning = Warning | PasteWarning;

/** The hint that has this code. */
export type WarningWith<Code extends AnyWarning["code"]> = Extract<AnyWarning, { code: Code }>;

/** What stays of a pasted text for this reason. */
export type ResidueWith<Reason extends ResidueReason> = Residue & { reason: Reason };

/** The errors that have this code. */
export type ErrorWith<Code extends ProblemCode> = Extract<ProblemError | ConcealedError, { code: Code }>;

/** What is wrong with a snapshot, as `respond` tells a client: the code alone. */
export type ConcealedError = ConcealedWith<"snapshot_version_unsupported"> | ConcealedWith<"snapshot_invalid">;

interface ConcealedWith<Code extends ProblemCode> {
  code: Code;
  pointer: "";
  message: string;
  detail?: never;
  supported?: never;
}

export {};
