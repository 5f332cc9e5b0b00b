// POST: look up, decide, apply; and again when somebody else was faster.
import { applyStatements, isConflict } from "./apply.js";
import { documentOf, documentStatements } from "./document.js";
import { factStatements, recipientsOf } from "./facts.js";
import { idempotency } from "./idempotency.js";
import { problem } from "./problem.js";
import { reply } from "./reply.js";
import { snapshotOf } from "./snapshot.js";

const ATTEMPTS = 7;
const PAUSE = 10;

/** Everyone waits another time, twice as long each time: those that collided do not collide again. */
const pause = (attempt) => new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE * 2 ** attempt));

const replay = ({ fingerprint, body }, print) =>
  fingerprint === print
    ? reply(200, "application/json", body, { "idempotency-replayed": "true" })
    : problem("idempotency_key_reused");

/** @returns the response, and the statements that make it true. */
const decide = (service, request, document, rows) => {
  const { sharePolicy, log } = service;
  const { body, caller, detail, now } = request;
  const snapshot = JSON.stringify(snapshotOf(document, caller, rows));
  const options = { document_id: request.documentId };
  const { status, contentType, body: bytes } = sharePolicy.respond(body, snapshot, { ...options, detail });
  const response = () => reply(status, contentType, bytes);
  const answer = sharePolicy.evaluate(body, snapshot, options);
  if (!answer.ok) {
    if (status === 500) log(`The snapshot of ${document.id} is refused.`, answer.problem);
    return { response, statements: [] };
  }
  const message = sharePolicy.validate(body).request.custom_message;
  const successes = answer.evaluation.results.filter(({ success }) => success);
  const statements = [...applyStatements(document, caller, successes, { message, now }), ...request.kept.keep(bytes)];
  return { response, statements };
};

const attempt = async (service, request) => {
  const { caller, documentId, recipients, kept, detail, print } = request;
  const about = documentStatements(documentId, caller);
  const facts = factStatements(documentId, caller, recipients);
  const read = await service.database.read([...about, ...facts, ...kept.find]);
  const document = documentOf(read, caller);
  if (document === undefined) return { response: () => problem("not_found"), statements: [] };
  if (detail && !service.mayReadDetail(caller, document))
    return { response: () => problem("detail_not_allowed"), statements: [] };
  const [before] = read[about.length + facts.length] ?? [];
  if (before !== undefined) return { response: () => replay(before, print), statements: [] };
  return decide(service, request, document, read.slice(about.length));
};

/** @returns whether it was done; false when what was decided on is no longer so. */
const isDone = async (database, statements) => {
  if (statements.length === 0) return true;
  try {
    await database.write(statements);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
};

/** @param asked `{ caller, documentId, body, detail, key, print }` */
export const share = async (service, asked) => {
  const now = service.now();
  const recipients = recipientsOf(service.sharePolicy.normalize(asked.body));
  const request = { ...asked, now, recipients, kept: idempotency({ ...asked, now }) };
  const once = async () => {
    const { response, statements } = await attempt(service, request);
    return (await isDone(service.database, statements)) ? response() : undefined;
  };
  for (let count = 1; count <= ATTEMPTS; count += 1) {
    const response = await (count === 1 ? once() : service.turn(asked.documentId, once));
    if (response !== undefined) return response;
    if (count < ATTEMPTS) await pause(count);
  }
  return problem("conflict", { "retry-after": "1" });
};
