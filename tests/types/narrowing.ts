// `ok` and `success` narrow, and what a function returns can be handed on without a cast.
import {
  AclSnapshot,
  SharePolicyError,
  evaluate,
  normalize,
  parseRecipients,
  respond,
  shareRequestSchema,
  validate,
  version,
  type EvaluateAnswer,
  type Json,
  type ShareRequestInput,
  type SnapshotInput,
  type WireResponse,
} from "share-policy";

const request = {
  recipients: [
    { role: "viewer", email: "bo@example.com" },
    { role: "admin", user_id: "usr_01h455vb4pex5vsknk084sn02q", email: null },
  ],
  should_send_notification: false,
} satisfies ShareRequestInput;

const snapshot: SnapshotInput = {
  document: { id: "doc_01h455vb4pex5vsknk084sn02q", owner: "usr_01h455vb4pex5vsknk084sn02q", state: null },
  caller: { user_id: "usr_01h455vb4pex5vsknk084sn02q", role: "owner" },
  entries: [],
  directory: { users: [{ user_id: "usr_01h455vb4pex5vsknk084sn02q", emails: ["bo@example.com"] }] },
  policy: { external_sharing: "existing_accounts", max_role: { invite: "viewer" }, min_role_to_share: "owner" },
  limits: [{ name: "guests", max: 50, used: 48, applies_to: "external" }],
};

const valid = validate(request);
if (valid.ok) {
  const role: "viewer" | "commenter" | "collaborator" | "admin" | undefined = valid.request.recipients[0]?.role;
  const notified: boolean = valid.request.should_send_notification;
  void [role, notified, valid.rows.map((row) => row.index)];
  // A validated request is a request.
  const again: ShareRequestInput = valid.request;
  void again;
} else {
  // There is always a first error.
  const first: string = valid.problem.errors[0].code;
  const more: number = valid.problem.more_errors ?? 0;
  void [first, more];
}

const normal = normalize(JSON.stringify(request));
if (normal.ok) {
  for (const one of normal.unique) {
    const key: string = one.user_id ?? one.bot_id ?? one.email;
    const shown: string | undefined = one.email === undefined ? undefined : one.display;
    const first: number = one.indexes[0];
    void [key, shown, first];
  }
}

const answer: EvaluateAnswer = evaluate(new TextEncoder().encode("{}"), snapshot, { expected_revision: "7" });
if (answer.ok) {
  const { evaluation } = answer;
  for (const row of evaluation.results) {
    if (row.success) {
      const role: string = row.role;
      const absent: undefined = row.error;
      void [role, absent];
    } else {
      const sentence: string = row.error;
      const silent: false = row.notify;
      const codes: readonly string[] = row.also ?? [];
      void [sentence, silent, codes];
    }
  }
}

const { status, contentType, body } = respond("{}", snapshot, { document_id: "doc_", detail: true });
if (status === 200) {
  const wire = JSON.parse(new TextDecoder().decode(body)) as WireResponse;
  for (const row of wire.results) {
    const sentence: string | undefined = row.success ? row.error : row.error;
    void sentence;
  }
}
export const response = new Response(body, { status, headers: { "content-type": contentType } });

export function several(texts: Json<SnapshotInput>[]): void {
  using resident = new AclSnapshot(texts[0] ?? "");
  resident.respond("{}", { detail: false });
  evaluate(request, resident);
  const id: `doc_${string}` = resident.documentId;
  const revision: string | undefined = resident.revision;
  const unreadable: number = resident.unreadableAddresses;
  void [id, revision, unreadable];
}

const text = '"Doe, John" <j@example.com>; bob';
const { recipients, residue } = parseRecipients(text);
const left: string[] = residue.map((rest) => text.slice(...rest.span.utf16));
const rows: ShareRequestInput["recipients"] = recipients.map((one) =>
  one.address === undefined ? idRow(one) : { role: "viewer", email: one.address },
);
function idRow(one: { user_id: string } | { bot_id: string; user_id?: never }): ShareRequestInput["recipients"][number] {
  return one.user_id === undefined ? { role: "viewer", bot_id: one.bot_id } : { role: "viewer", user_id: one.user_id };
}
const hinted = evaluate({ recipients: rows }, snapshot, { warnings: true });
if (hinted.ok) {
  for (const warning of hinted.evaluation.warnings ?? []) {
    const row: number | undefined = warning.index;
    void [row, warning.message, left];
  }
}

try {
  new AclSnapshot("");
} catch (error) {
  if (error instanceof SharePolicyError && error.problem) void error.problem.errors[0].pointer;
}

const judged = shareRequestSchema["~standard"].validate(request);
if (judged.issues === undefined) {
  const notified: boolean = judged.value.should_send_notification;
  void notified;
} else {
  for (const { code, path, message } of judged.issues) {
    const where: string = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
    void [code, where, message];
  }
}
const schema: Record<string, unknown> = shareRequestSchema["~standard"].jsonSchema.input({ target: "draft-2020-12" });
void schema;

const contract: 1 = version.contract;
void [contract, version.package, version.unicode];
