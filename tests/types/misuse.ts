// What must not compile. Each line is wrong in one way.
import {
  AclSnapshot,
  SharePolicyError,
  evaluate,
  parseRecipients,
  respond,
  shareRequestSchema,
  validate,
  version,
  type RecipientInput,
  type ShareRequestInput,
  type SnapshotInput,
} from "share-policy";

declare const snapshot: SnapshotInput;
const id = "usr_01h455vb4pex5vsknk084sn02q";

// Requests
// @ts-expect-error two identifiers
const two: RecipientInput = { role: "viewer", user_id: id, email: "bo@example.com" };
// @ts-expect-error no identifier
const none: RecipientInput = { role: "viewer" };
// @ts-expect-error owner is not grantable
const owner: RecipientInput = { role: "owner", user_id: id };
// @ts-expect-error a misspelt member
const camel: ShareRequestInput = { recipients: [], shouldSendNotification: false };
// @ts-expect-error recipients are required
const empty: ShareRequestInput = {};

// Snapshots
// @ts-expect-error a caller needs a role, if only null
const caller: SnapshotInput["caller"] = { user_id: id };
// @ts-expect-error a caller is a user or a bot
const both: SnapshotInput["caller"] = { user_id: id, bot_id: id, role: null };
// @ts-expect-error a misspelt rule
const policy: SnapshotInput["policy"] = { allow_domains: ["example.com"] };
// @ts-expect-error nobody can be limited to owner
const ceiling: SnapshotInput["policy"] = { max_role: { external: "owner" } };
// @ts-expect-error entries are required
const partial: SnapshotInput = { document: { id, owner: id }, caller: { user_id: id, role: "owner" } };

// Options
// @ts-expect-error documentId is document_id
evaluate("{}", snapshot, { documentId: "doc_" });
// @ts-expect-error a revision is a string
evaluate("{}", snapshot, { expected_revision: 7 });
// @ts-expect-error warnings are asked for or not
evaluate("{}", snapshot, { warnings: "all" });
// @ts-expect-error what is pasted is text
parseRecipients(new Uint8Array());
// @ts-expect-error residue names nobody
parseRecipients("").residue[0]?.address;
// @ts-expect-error detail is for respond
evaluate("{}", snapshot, { detail: true });
// @ts-expect-error a body is text or bytes
respond({ recipients: [] }, snapshot);
// @ts-expect-error a buffer is not bytes
respond(new ArrayBuffer(2), snapshot);
// @ts-expect-error a snapshot is needed
evaluate("{}");

// Answers
const answer = validate("{}");
// @ts-expect-error not before `ok` is known
answer.problem;
// @ts-expect-error nor the other way
answer.request;
const decided = evaluate("{}", snapshot);
if (decided.ok) {
  for (const row of decided.evaluation.results) {
    // @ts-expect-error params belong to a code
    row.params.max_role;
    // @ts-expect-error not a code
    if (row.code === "user_not_found") void row;
  }
}

// The schema
const judged = shareRequestSchema["~standard"].validate({});
// @ts-expect-error not before there are no issues
judged.value;
// @ts-expect-error a target is needed
shareRequestSchema["~standard"].jsonSchema.output({});
// @ts-expect-error readonly
shareRequestSchema["~standard"].vendor = "";

// Classes
const resident = new AclSnapshot(snapshot);
// @ts-expect-error readonly
resident.revision = "8";
// @ts-expect-error it is thrown, not made
new SharePolicyError("module_reset", "");
// @ts-expect-error readonly
version.contract = 1;

void [two, none, owner, camel, empty, caller, both, policy, ceiling, partial];
