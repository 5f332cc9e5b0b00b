/// <reference lib="esnext.disposable" />

/**
 * Validates document-sharing requests and decides what happens to each recipient.
 *
 * | question | function | needs |
 * |---|---|---|
 * | Is this a well-formed request? | {@link validate} | the request |
 * | Which distinct recipients does it name? | {@link normalize} | the request |
 * | What happens to each of them? | {@link evaluate}, {@link AclSnapshot} | the request and an ACL snapshot |
 * | Whom does a pasted text name? | {@link parseRecipients} | the text |
 * | What does the HTTP API answer? | {@link respond} | body bytes and an ACL snapshot |
 *
 * Every function is synchronous and pure: the same input gives the same answer in
 * every runtime. What is wrong with a request is an answer, never an exception.
 *
 * @packageDocumentation
 */

// ── Functions ───────────────────────────────────────────────────────────────

/**
 * Is this a well-formed request?
 *
 * A fault that a program made refuses the request (`ok: false`). A fault that a person made, a mistyped
 * address or the same recipient twice, is not one of these: it is in `rows`.
 *
 * @example
 * const answer = validate(text);
 * if (!answer.ok) return answer.problem.errors;      // [{ code: "unknown_field", pointer: "/recipients/0/user", … }]
 * for (const row of answer.rows) mark(row.index, row.error);
 */
export declare function validate(request: Json<unknown>): ValidateAnswer;

/**
 * Which distinct recipients does the request name?
 *
 * `unique` is also the list of what a server has to look up before it can build a {@link SnapshotInput}.
 * An address and the account that owns it count as two here: only a snapshot can join them.
 *
 * @example
 * const answer = normalize(text);
 * if (answer.ok) {
 *   const addresses = answer.unique.flatMap((one) => (one.email === undefined ? [] : [one.email]));
 * }
 */
export declare function normalize(request: Json<unknown>): NormalizeAnswer;

/**
 * What happens to each recipient?
 *
 * A policy, an unknown person or a full limit never fails the request: each is its row's outcome, with a `code`.
 * What a server has to write is in `evaluation.grants`.
 *
 * The answer tells what the snapshot says. For clients there is {@link respond}.
 *
 * @throws {@link SharePolicyError} `snapshot_freed`, `snapshot_lost` or `module_reset`; a `TypeError` for an option
 * that does not exist, such as `documentId`.
 *
 * @example
 * const answer = evaluate(body, { document, caller, entries });
 * if (answer.ok) await write(answer.evaluation.grants);
 */
export declare function evaluate(
  request: Json<unknown>,
  snapshot: Json<SnapshotInput> | AclSnapshot,
  options?: EvaluateOptions | null,
): EvaluateAnswer;

/**
 * For servers: the body of a request in, the response out.
 *
 * Answers every body, whatever a client sends: no body, half a body and a body of megabytes are answers with status
 * 400 or 413. A snapshot that is wrong is a 500 that tells the client nothing about it; find out with
 * {@link evaluate} or `new AclSnapshot(…)`.
 *
 * @throws as {@link evaluate}: for what the program did, never for what the client sent.
 *
 * @example
 * const text = new Uint8Array(await request.arrayBuffer());
 * const { status, contentType, body } = respond(text, snapshot, { document_id: params.id });
 * return new Response(body, { status, headers: { "content-type": contentType } });
 */
export declare function respond(
  body: string | Uint8Array,
  snapshot: Json<SnapshotInput> | AclSnapshot,
  options?: RespondOptions | null,
): HttpAnswer;

/**
 * Whom does a pasted text name? For the input box of a share dialog.
 *
 * Takes what people paste: lists with commas, semicolons, line breaks or spaces, `Name <address>`, `"Doe, John"
 * <address>`, `mailto:` links, groups, ids, spreadsheet columns. An address inside a display name is never a recipient.
 * Nothing is lost: what names nobody is in `residue`, with the reason. Work is linear in the length, whatever the text.
 *
 * A text over 256 KiB is one residue, `input_too_large`. A lone surrogate reads as U+FFFD.
 *
 * @throws a `TypeError` for what is not a string.
 *
 * @example
 * const { recipients, residue } = parseRecipients(text); // '"Doe, John" <j@example.com>; bob'
 * recipients[0].name; // "Doe, John"
 * box.value = residue.map(({ span }) => text.slice(...span.utf16)).join(", "); // "bob"
 * box.title = residue[0].message; // "The email address has no @."
 */
export declare function parseRecipients(text: string): Pasted;

/**
 * A snapshot parsed and indexed once, for many calls.
 *
 * It is the one thing here that holds memory in the module. `free`, `using` and garbage collection release it.
 *
 * @example
 * using snapshot = new AclSnapshot(text);
 * for (const body of bodies) snapshot.respond(body);
 */
export declare class AclSnapshot implements Disposable {
  /**
   * @throws {@link SharePolicyError} carrying `problem`, when the snapshot is refused: text that is not JSON, an unknown
   * member (`allow_domains`), a wrong type, an unreadable rule in the policy, a version from the future.
   */
  constructor(snapshot: Json<SnapshotInput>);

  /** As the function {@link evaluate}. */
  evaluate(request: Json<unknown>, options?: EvaluateOptions | null): EvaluateAnswer;

  /** As the function {@link respond}. */
  respond(body: string | Uint8Array, options?: RespondOptions | null): HttpAnswer;

  /** The document that it is about: `doc_…`. */
  get documentId(): DocumentId;

  /** The snapshot's own `revision`, if it has one. */
  get revision(): string | undefined;

  /** How many addresses in `entries` and `directory` are not e-mail addresses. They match nobody. */
  get unreadableAddresses(): number;

  /** Releases its memory. Later calls of it throw `snapshot_freed`; freeing twice is fine. */
  free(): void;

  /** The same as {@link AclSnapshot.free | free}, for `using`. */
  [Symbol.dispose](): void;
}

/**
 * The package cannot answer.
 *
 * | `code` | what happened | what to do |
 * |---|---|---|
 * | a {@link ProblemCode} | `new AclSnapshot` was given a snapshot that is refused; `problem` tells why | correct the snapshot |
 * | `snapshot_freed` | an {@link AclSnapshot} was used after `free` | keep it, or build another |
 * | `module_reset` | the host's stack or memory ran out in the middle of a call | the next call works |
 * | `snapshot_lost` | an {@link AclSnapshot} that was built before a `module_reset` | build it again |
 * | `host_unsupported` | the host does not run the module: it is too old, or a Content-Security-Policy forbids it | the message tells what it needs |
 * | `load_failed` | the `.wasm` could not be read or fetched | keep it where the package has it, or import `share-policy/inline` |
 * | `not_loaded` | a call before `init` of `share-policy/init` | `await init()` |
 */
export declare class SharePolicyError extends Error {
  private constructor();
  readonly name: "SharePolicyError";
  readonly code:
    | ProblemCode
    | "snapshot_freed"
    | "snapshot_lost"
    | "module_reset"
    | "host_unsupported"
    | "load_failed"
    | "not_loaded";
  /** Why a snapshot was refused; undefined for the other codes. */
  readonly problem: Problem | undefined;
}

/**
 * A request, for whatever takes a Standard Schema: forms, routers, RPC and server frameworks.
 *
 * It judges as {@link validate} does. A string or bytes are values here, and refused: they are not read as JSON.
 *
 * @example
 * const form = useForm({ resolver: standardSchemaResolver(shareRequestSchema) });                    // React Hook Form
 * const share = procedure.input(shareRequestSchema).mutation(({ input }) => input.recipients);       // tRPC
 * app.post(path, sValidator("json", shareRequestSchema), (c) => c.json(c.req.valid("json")));        // Hono
 */
export declare const shareRequestSchema: StandardSchemaV1<ShareRequestInput, ShareRequest>;

/** What is running. */
export declare const version: {
  /** Of this package, such as `"0.1.0"`. */
  readonly package: string;
  /** Of the sharing contract. */
  readonly contract: 1;
  /** Of the Unicode data behind every verdict on an address, such as `"18.0.0"`. */
  readonly unicode: string;
};

// ── Input ───────────────────────────────────────────────────────────────────

/**
 * JSON text, its UTF-8 bytes, or a plain value, which means exactly what `JSON.stringify` of it means.
 *
 * Text is the strictest: it is refused when it names a member twice, which a parsed value can no longer show.
 *
 * Bytes are a `Uint8Array` (a `Buffer` is one). Of an `ArrayBuffer` make one, `new Uint8Array(buffer)`: to
 * `JSON.stringify` it is `{}`.
 */
export type Json<T> = string | Uint8Array | T;

/** What a caller may ask for. `owner` is not grantable. Ascending: viewer, commenter, collaborator, admin. */
export type GrantableRole = "viewer" | "commenter" | "collaborator" | "admin";

/** What a caller may have. */
export type Role = GrantableRole | "owner";

/** `usr_` and 26 characters of lower-case base32, a TypeID. */
export type UserId = `usr_${string}`;
/** `bot_` and 26 characters of lower-case base32, a TypeID. */
export type BotId = `bot_${string}`;
/** `doc_` and 26 characters of lower-case base32, a TypeID. */
export type DocumentId = `doc_${string}`;

/** Who a row is for: exactly one of the three. */
export type RecipientInput =
  | { role: GrantableRole; user_id: string; email?: null; bot_id?: null }
  | { role: GrantableRole; email: string; user_id?: null; bot_id?: null }
  | { role: GrantableRole; bot_id: string; user_id?: null; email?: null };

/** The request as clients write it. At most 256 KiB as text. */
export interface ShareRequestInput {
  /** 1 to 100 rows. */
  recipients: readonly RecipientInput[];
  /** Default true. */
  should_send_notification?: boolean | null;
  /** At most 1000 Unicode code points. Not sent when `should_send_notification` is false. */
  custom_message?: string | null;
}

/** A row as it was sent, without null members. */
export type Recipient =
  | { role: GrantableRole; user_id: UserId; email?: never; bot_id?: never }
  | { role: GrantableRole; email: string; user_id?: never; bot_id?: never }
  | { role: GrantableRole; bot_id: BotId; user_id?: never; email?: never };

/** A well-formed request with its defaults filled in. */
export interface ShareRequest {
  recipients: Recipient[];
  should_send_notification: boolean;
  custom_message?: string;
}

/** Whether an account or bot can be used. */
export type AccountStatus = "active" | "suspended" | "deleted";
/** Whether a document can be shared. */
export type DocumentState = "active" | "locked" | "trashed";
/** The kind of identifier that a row sends. */
export type RecipientKind = "user" | "email" | "bot";
/** What a rule can be about. `invite`: an address without an account. */
export type RecipientClass = "external" | "invite" | "bot";

/**
 * What a decision needs to know: the document, the caller, who has access, and what the organisation allows.
 * At most 64 MiB as text.
 *
 * Only `document.id`, `document.owner`, `caller` and `entries` are required. An absent or null member has the default
 * that is told beside it, and the defaults together are the API's published behaviour.
 */
export interface SnapshotInput {
  /** Of this shape. Default 1. */
  version?: 1 | null;
  /** Any text that changes when the facts do, such as an ETag. Echoed in the evaluation. */
  revision?: string | null;
  document: {
    /** `doc_…` */
    id: string;
    /** `usr_…` */
    owner: string;
    /** `org_…`. Without it nobody is external by organisation. */
    org_id?: string | null;
    /** Default `active`. The others refuse every request: `document_unavailable`. */
    state?: DocumentState | null;
  };
  caller: SnapshotCaller;
  /** Who has access already, as the API's list endpoint answers it: members that are not named here are ignored. */
  entries: readonly SnapshotEntry[];
  /** Whether `entries` has all of them. Default true. */
  entries_complete?: boolean | null;
  /** The accounts. Absent: accounts are not checked, and an id is taken at its word. */
  directory?: SnapshotDirectory | null;
  policy?: SnapshotPolicy | null;
  /** What may run full, in the order in which to report it. */
  limits?: readonly SnapshotLimit[] | null;
}

/** Who asks, by exactly one id. */
export type SnapshotCaller = {
  /** On this document; null when the caller has no access. */
  role: Role | null;
  /** False refuses every request: `capability_denied`. Default: no objection. */
  can_share?: boolean | null;
} & ({ user_id: string; bot_id?: null } | { bot_id: string; user_id?: null });

/** One who has access: a `user_id` (perhaps with an `email`), a `bot_id`, or an `email` alone (an invitation). */
export interface SnapshotEntry {
  user_id?: string | null;
  bot_id?: string | null;
  /** Beside a `user_id`: an address that the account has proven to own. */
  email?: string | null;
  role: GrantableRole;
  display_name?: string | null;
}

/** The accounts that exist. */
export interface SnapshotDirectory {
  /** Default true: who is not listed does not exist. False: who is not listed is unknown. */
  complete?: boolean | null;
  users?:
    | readonly {
        user_id: string;
        /** Addresses that the account has proven to own; leave others out. */
        emails?: readonly string[] | null;
        org_id?: string | null;
        /** Default `active`. */
        status?: AccountStatus | null;
        display_name?: string | null;
      }[]
    | null;
  bots?:
    | readonly {
        bot_id: string;
        org_id?: string | null;
        /** Default `active`. */
        status?: AccountStatus | null;
        display_name?: string | null;
      }[]
    | null;
}

/** What the organisation allows. A rule that cannot be read refuses the snapshot: it is never skipped. */
export interface SnapshotPolicy {
  /** Default true. */
  sharing_enabled?: boolean | null;
  /** Default `viewer`. */
  min_role_to_share?: Role | null;
  /** Who may grant `admin`. Default `owner`. */
  admin_grant?: "owner" | "admin" | null;
  /** Default all three. */
  recipient_kinds?: readonly RecipientKind[] | null;
  /** Whether addresses without an account may be invited. Default true. */
  invites?: boolean | null;
  /** Default `allowed`. */
  external_sharing?: "allowed" | "existing_accounts" | "disabled" | null;
  /** Domain patterns, as all three lists: `example.com` is that domain, `*.example.com` every one below it. */
  internal_domains?: readonly string[] | null;
  /** When not empty, others are refused unless they are known to be internal. */
  allowed_domains?: readonly string[] | null;
  blocked_domains?: readonly string[] | null;
  /** The highest role for each class. Default `admin`. */
  max_role?: { [Class in RecipientClass]?: GrantableRole | null } | null;
  /** Ids and addresses. */
  blocked_recipients?: readonly string[] | null;
}

/** Something that may run full. One is used by each row that succeeds and that it applies to. */
export interface SnapshotLimit {
  /** What people call it. */
  name: string;
  /** 0 to 2^53 - 1. */
  max: number;
  /** 0 to 2^53 - 1. May be above `max`: then it is full. */
  used: number;
  applies_to: "all" | RecipientClass;
}

/**
 * What the caller believes, so that a decision is not made on other facts.
 *
 * An option that is misspelt throws a `TypeError`; one that is neither a string nor `undefined` nor `null` equals nothing.
 * `undefined` and `null` are "not asked for": see to it that a guard you rely on has a value.
 */
export interface EvaluateOptions {
  /** The document that the request is for. Another one than the snapshot's: `snapshot_mismatch`, 409. */
  document_id?: string | null;
  /** The revision that was read. Another one than the snapshot's: `snapshot_stale`, 412. */
  expected_revision?: string | null;
  /**
   * Whether to put {@link Warning | hints} beside the results, as `warnings`. They change nothing else. Default false.
   * They may name what only the snapshot says: `respond` has them with `detail` alone, and ignores the option without.
   */
  warnings?: boolean | null;
}

export interface RespondOptions extends EvaluateOptions {
  /** True: a 200 carries the whole evaluation, for clients that may see the snapshot. Default false. */
  detail?: boolean | null;
}

// ── Answers ─────────────────────────────────────────────────────────────────

/** The request, or the snapshot, cannot be taken. */
export interface Refused {
  ok: false;
  problem: Problem;
}

/** What {@link validate} answers. */
export type ValidateAnswer = { ok: true; request: ShareRequest; rows: RowFault[] } | Refused;

/** What {@link normalize} answers. */
export type NormalizeAnswer = { ok: true; unique: UniqueRecipient[]; rows: RowFault[] } | Refused;

/** What {@link evaluate} answers. */
export type EvaluateAnswer = { ok: true; evaluation: Evaluation } | Refused;

/** What {@link respond} answers: all that an HTTP response needs. */
export interface HttpAnswer {
  status: 200 | Problem["status"];
  contentType: "application/json" | "application/problem+json";
  /** UTF-8 of a {@link WireResponse}, an {@link Evaluation} (with `detail`), or a {@link Problem}. */
  body: ReturnType<typeof Uint8Array.of>;
}

/** What {@link parseRecipients} answers. Both lists are in the order of the text. */
export interface Pasted {
  /** As often as they are named: {@link normalize} reports duplicates. */
  recipients: ParsedRecipient[];
  /** What names nobody, and stays in the input box. */
  residue: Residue[];
}

/** Where something stands in a pasted text: from the first, up to and without the second. */
export interface Span {
  /** In the UTF-8 of the text. */
  bytes: [number, number];
  /** In UTF-16 code units: `text.slice(...span.utf16)`. */
  utf16: [number, number];
}

/** Somebody a pasted text names. */
export type ParsedRecipient = (
  | { user_id: UserId; bot_id?: never; email?: never; address?: never; display?: never }
  | { bot_id: BotId; user_id?: never; email?: never; address?: never; display?: never }
  | {
      /** The identity of the address: two spellings of one recipient have the same. */
      email: string;
      /** What is stored and mailed, and belongs into a request. */
      address: string;
      /** For people to read: the domain in its own script. */
      display: string;
      user_id?: never;
      bot_id?: never;
    }
) & {
  /** The display name, if one stands before the address. */
  name?: string;
  /** Of name, brackets, and the bullet, label or punctuation at its edges. */
  span: Span;
  /** Absent when there are none. */
  warnings?: [PasteWarning, ...PasteWarning[]];
};

/** The name beside an address holds another address: only the one in `<>` is a recipient. */
export interface PasteWarning {
  code: "display_name_contains_address";
  /** An English sentence for people; the `code` is for programs. */
  message: string;
}

/** A part of a pasted text that names nobody. `reason` narrows it; for an address it is its {@link EmailFault}. */
export type Residue =
  | Residual<EmailFault | "unclosed_quote" | "unclosed_angle" | "empty_group">
  | (Residual<"invalid_id_format"> & { expected_prefix: "usr_" | "bot_" })
  | (Residual<"input_too_large"> & InputTooLargeParams);

/** Why a part of a pasted text names nobody. */
export type ResidueReason = Residue["reason"];

interface Residual<Reason> {
  reason: Reason;
  /** An English sentence for people; the `reason` is for programs. */
  message: string;
  span: Span;
}

/** What a person got wrong in one row. */
export type RowFault =
  | { index: number; code: "invalid_email"; error: string; params: InvalidEmailParams }
  | { index: number; code: "duplicate_recipient"; error: string; params: DuplicateParams };

/** Somebody the request names, once. */
export type UniqueRecipient = (
  | { user_id: UserId; bot_id?: never; email?: never }
  | { bot_id: BotId; user_id?: never; email?: never }
  | {
      /** The identity of the address: two spellings of one recipient have the same. */
      email: string;
      /** What is stored and mailed. */
      address: string;
      /** For people to read: the domain in its own script. */
      display: string;
      user_id?: never;
      bot_id?: never;
    }
) & {
  /** The distinct roles that rows ask for, in order of appearance. */
  roles: [GrantableRole, ...GrantableRole[]];
  /** The rows that name this recipient. */
  indexes: [number, ...number[]];
};

/** What happens to each recipient. */
export interface Evaluation {
  /** The snapshot's. */
  revision?: string;
  /** Rows: `successful + failed`. */
  total: number;
  successful: number;
  failed: number;
  /** One for each row, in request order. */
  results: Result[];
  /** What to write, exactly: each principal once, in request order. */
  grants: Grant[];
  /** Hints, when they are asked for: those of each row, in request order, then those of the request. */
  warnings?: Warning[];
}

/** A hint that never changes an outcome. With an `index` it is about that row. */
export type Warning =
  /** The row succeeds, and its recipient is outside the organisation. */
  | RowHint<"external_recipient">
  /** The address is used in another spelling than it was sent in. */
  | (RowHint<"email_normalized"> & {
      /** As it was sent. */
      from: string;
    })
  /** The domain is unknown, and one slip of a finger away from a known one. */
  | (RowHint<"similar_domain"> & {
      /** The known domain, in A-label form. Never applied. */
      suggestion: string;
    })
  /** The domain uses more than unaccented letters: it may look like another one. */
  | RowHint<"idn_domain">
  /** The address may be another spelling of an earlier row's mailbox. */
  | (RowHint<"possible_same_mailbox"> & {
      /** The index of that row. */
      of: number;
      /** `bob+docs@…` is `bob@…` at many providers, `b.ob@gmail.com` is `bob@gmail.com`. */
      rule: "plus_tag" | "gmail_dots";
    })
  /** There is a message, and `should_send_notification` is false. */
  | Hint<"message_ignored">
  /** The message holds a control character other than tab and line breaks. */
  | Hint<"message_control_character">
  /** A tenth or less of a limit that this request uses remains. */
  | (Hint<"limit_nearly_reached"> & LimitParams);

/** The code of a hint. */
export type WarningCode = Warning["code"];

interface Hint<Code> {
  code: Code;
  /** An English sentence for people; the `code` is for programs. */
  message: string;
  index?: never;
}

interface RowHint<Code> {
  /** The row. */
  index: number;
  code: Code;
  /** An English sentence for people; the `code` is for programs. */
  message: string;
}

/** One who has or gets access. An `email` is the address's identity, and stands for itself: nobody owns it. */
export type Principal =
  | { user_id: UserId; bot_id?: never; email?: never }
  | { bot_id: BotId; user_id?: never; email?: never }
  | { email: string; user_id?: never; bot_id?: never };

/** One line of the write list. */
export interface Grant {
  principal: Principal;
  /** Where to reach the recipient; absent when no address is known, and for bots. */
  address?: string;
  role: GrantableRole;
  /** `grant`: an account or bot gets the role. `invite`: an address without an account becomes a placeholder user. */
  action: "grant" | "invite";
  /** Whether to tell the recipient. */
  notify: boolean;
}

/** The outcome of one row. `success` or `code` narrows it. */
export type Result = SuccessfulRow | FailedRow;

/** `granted`, or `invited` for an address without an account. */
export interface SuccessfulRow extends Row {
  success: true;
  code: "granted" | "invited";
  principal: Principal;
  role: GrantableRole;
  /** Where to reach the recipient; absent when no address is known, and for bots. */
  address?: string;
  error?: never;
  also?: never;
  params?: never;
}

/** One of the 17 reasons, with what belongs to it in `params`. The first that applies is the `code`. */
export type FailedRow =
  | FailedWith<"invalid_email", InvalidEmailParams>
  | FailedWith<"duplicate_recipient", DuplicateParams>
  | Failed<"recipient_is_caller">
  | Failed<"recipient_is_owner">
  | FailedWith<"role_exceeds_ceiling", CeilingParams>
  | FailedWith<"recipient_kind_not_allowed", KindParams>
  | Failed<"external_sharing_disabled">
  | FailedWith<"domain_blocked", DomainParams>
  | FailedWith<"domain_not_allowed", DomainParams>
  | FailedWith<"role_not_allowed_for_recipient", ClassParams>
  | Failed<"recipient_not_found">
  | Failed<"recipient_ambiguous">
  | FailedWith<"recipient_inactive", StatusParams>
  | Failed<"recipient_blocked">
  | FailedWith<"already_has_access", AccessParams>
  | FailedWith<"limit_reached", LimitParams>
  | FailedWith<"indeterminate", IndeterminateParams>;

/** What a row failed for. */
export type FailureCode = FailedRow["code"];
/** Every outcome of a row. */
export type OutcomeCode = Result["code"];

interface Row {
  /** In `recipients`, from 0. */
  index: number;
  /** As it was sent. */
  recipient: Recipient;
  /** What the recipient has already. */
  current_role?: GrantableRole;
  /** Whether the recipient is outside the organisation; absent when nothing tells. */
  external?: boolean;
  /** Whether to tell the recipient. Never true for a bot or for a row that fails. */
  notify: boolean;
}

interface FailedBase<Code> extends Row {
  success: false;
  code: Code;
  /** An English sentence for people; the `code` is for programs. */
  error: string;
  /** The other reasons, in the contract's order. */
  also?: FailureCode[];
  /** Absent for an address that is not one. */
  principal?: Principal;
  notify: false;
  role?: never;
  address?: never;
}

interface Failed<Code> extends FailedBase<Code> {
  params?: never;
}

interface FailedWith<Code, Params> extends FailedBase<Code> {
  params: Params;
}

/** Why an address is not one: the first of these that applies. */
export type EmailFault =
  | "empty"
  | "too_long"
  | "control_character"
  | "missing_at"
  | "multiple_at"
  | "quoted_local"
  | "display_name"
  | "comment"
  | "ip_literal"
  | "local_empty"
  | "local_non_ascii"
  | "local_character"
  | "local_dot"
  | "local_too_long"
  | DomainFault;

/** Why a domain is not one. */
export type DomainFault =
  | "domain_empty"
  | "domain_trailing_dot"
  | "domain_dotless"
  | "domain_tld"
  | "domain_invisible_character"
  | "domain_invalid"
  | "domain_too_long";

export interface InvalidEmailParams {
  detail: EmailFault;
}

export interface DuplicateParams {
  /** The index of the row that names the same recipient. */
  duplicate_of: number;
  /** Whether both ask for the same role. */
  same_role: boolean;
}

export interface CeilingParams {
  requested_role: GrantableRole;
  /** The highest that this caller may grant. */
  max_role: GrantableRole;
  /** `owner_only`: only the owner may grant `admin`. `own_role`: nobody may grant more than they have. */
  rule: "owner_only" | "own_role";
}

export interface KindParams {
  /** Of the identifier that was sent. */
  kind: RecipientKind;
}

export interface DomainParams {
  /** In A-label form: `xn--…`. */
  domain: string;
}

export interface ClassParams {
  class: RecipientClass;
  /** The highest role for the class. */
  max_role: GrantableRole;
}

export interface StatusParams {
  status: Exclude<AccountStatus, "active">;
}

export interface AccessParams {
  current_role: GrantableRole;
  /** The current role against the requested one. */
  comparison: "same" | "lower" | "higher";
}

export interface LimitParams {
  /** Its name in the snapshot. */
  limit: string;
  max: number;
  /** With the rows before this one. */
  used: number;
}

/** What the snapshot would have to tell. */
export type MissingFact = "account" | "address" | "organization" | "entries";

export interface IndeterminateParams {
  missing: [MissingFact, ...MissingFact[]];
}

/** What the HTTP API answers with 200: its sentences name no account, role, domain or limit that is only in the snapshot. */
export interface WireResponse {
  total: number;
  successful: number;
  failed: number;
  /** One for each row, in request order. */
  results: (
    | { recipient: Recipient; success: true; error?: never }
    | { recipient: Recipient; success: false; error: string }
  )[];
}

// ── Conventions ─────────────────────────────────────────────────────────────

/** Standard Schema and Standard JSON Schema, version 1 of both: https://standardschema.dev. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    /** For the compiler alone: there is no such member. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    /** Never throws for a value, and answers at once. */
    readonly validate: (value: unknown, options?: StandardOptions) => StandardResult<Output>;
    /** What goes in and what comes out, as JSON Schema without texts for people: with them it is in `share-policy/schemas`. */
    readonly jsonSchema: {
      /** @throws a `TypeError` for another target. */
      readonly input: (options: StandardOptions & { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
      /** @throws a `TypeError` for another target. */
      readonly output: (options: StandardOptions & { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
    };
  };
}

/** What the standards let a caller add; nothing here heeds it. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** A dialect of JSON Schema. Others than these three throw. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});

/** What a Standard Schema answers: it fits when there are no `issues`. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly RequestIssue[] };

/** One fault of a request, as an error of a {@link Problem} but with a `path` for its `pointer`. `code` narrows it. */
export type RequestIssue = WithPath<EnvelopeError | ShapeError>;

type WithPath<Error> = Error extends unknown
  ? Readonly<Omit<Error, "pointer">> & {
      /** Names of members and indexes of rows, from the outside in. */
      readonly path: readonly (string | number)[];
    }
  : never;

// ── Problems ────────────────────────────────────────────────────────────────

/** Problem details (RFC 9457): the body of every status but 200. */
export interface Problem {
  /** `urn:share-policy:problem:…` */
  type: string;
  title: string;
  status: 400 | 403 | 409 | 412 | 413 | 500;
  detail: string;
  /** All faults of the shape of a request or snapshot, at most 100; of any other kind, the first. */
  errors: [ProblemError, ...ProblemError[]];
  /** How many more there are. */
  more_errors?: number;
}

/** One fault. `code` narrows it, and `detail` those that have one. */
export type ProblemError = EnvelopeError | ShapeError | SnapshotError | AuthorityError;

/** The code of a fault. */
export type ProblemCode = ProblemError["code"];

/** The text is not one that can be read. */
export type EnvelopeError =
  | Fault<"input_too_large", InputTooLargeParams>
  | Fault<"malformed_json", { detail: JsonFault } & TextPosition>;

/** The JSON is not a request. */
export type ShapeError = { [Code in keyof ShapeParams]: Fault<Code, ShapeParams[Code]> }[keyof ShapeParams];

/** The snapshot cannot be used. */
export type SnapshotError =
  | Fault<"snapshot_version_unsupported", { supported: [1] }>
  | SnapshotInvalidError
  | Fault<"snapshot_mismatch">
  | Fault<"snapshot_stale">;

/** Something in the snapshot is wrong; the `pointer` is into the snapshot. */
export type SnapshotInvalidError =
  | SnapshotInvalid<"input_too_large", InputTooLargeParams>
  | SnapshotInvalid<"malformed_json", { reason: JsonFault } & TextPosition>
  | { [Code in keyof ShapeParams]: SnapshotInvalid<Code, ShapeParams[Code]> }[keyof ShapeParams]
  | SnapshotInvalid<"invalid_email", { reason: EmailFault }>
  | SnapshotInvalid<"invalid_domain", { reason: DomainFault }>
  | SnapshotInvalid<"inconsistent">;

/** The caller may not share this document. */
export type AuthorityError =
  | Fault<
      "sharing_not_allowed",
      { detail: "no_role" | "caller_inactive" | "organization_disabled" | "capability_denied" | "below_minimum_role" }
    >
  | Fault<"document_unavailable", { state: Exclude<DocumentState, "active"> }>;

/** What kind of value JSON has; `integer` is expected, never found. */
export type JsonType = "object" | "array" | "string" | "number" | "boolean" | "null";

/** Why a text is not JSON as the contract has it. */
export type JsonFault = "syntax" | "encoding" | "duplicate_key" | "depth";

export interface InputTooLargeParams {
  max_bytes: number;
  actual_bytes: number;
}

/** Where the first fault of a text is. */
export interface TextPosition {
  /** In bytes, from 0. */
  offset: number;
  /** From 1. */
  line: number;
  /** In Unicode code points, from 1. */
  column: number;
}

/** What belongs to each fault of shape. */
export interface ShapeParams {
  unknown_field: {
    /** The known name that was probably meant. */
    suggestion?: string;
  };
  missing_required_field: unknown;
  invalid_type: { expected: JsonType | "integer"; actual: JsonType };
  too_few_items: { min: number; actual: number };
  too_many_items: { max: number; actual: number };
  invalid_enum_value: { allowed: string[] };
  identifier_not_exactly_one: {
    /** How many were given. */
    found: 0 | 2 | 3;
  };
  invalid_id_format: { expected_prefix: "usr_" | "bot_" | "doc_" | "org_" };
  text_too_long: {
    /** In Unicode code points, as `actual`. */
    max: number;
    actual: number;
  };
}

type Fault<Code extends string, Params = unknown> = {
  code: Code;
  /** JSON Pointer (RFC 6901) into the request; for `snapshot_…` into the snapshot. `""` is the whole. */
  pointer: string;
  /** An English sentence for people; the `code` is for programs. */
  message: string;
} & Params;

type SnapshotInvalid<Detail extends string, Params = unknown> = Fault<"snapshot_invalid", { detail: Detail } & Params>;

export {};
