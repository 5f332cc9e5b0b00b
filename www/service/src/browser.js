// GET: what the document's people may see: its list, and the snapshot for a dialog that decides while they type.
import { documentOf, documentStatements } from "./document.js";
import { problem } from "./problem.js";
import { json } from "./reply.js";
import { accounts, bots, entries, frame } from "./snapshot.js";

/** A browser gets no more than this of a list: the rest is then unknown to it, and decided here. */
export const MOST = 5000;

const ENTRIES = `
  SELECT e.user_id, e.bot_id, e.address, e.role, coalesce(u.display_name, b.display_name) AS display_name
  FROM entries e LEFT JOIN users u ON u.id = e.user_id LEFT JOIN bots b ON b.id = e.bot_id
  WHERE e.document_id = ?1 ORDER BY e.revision, e.principal LIMIT ${MOST + 1}`;

const COLLEAGUES = `
  SELECT u.id, u.org_id, u.status, u.display_name, a.spelling
  FROM (SELECT * FROM users WHERE org_id = ?1 ORDER BY id LIMIT ${MOST}) u
  LEFT JOIN addresses a ON a.user_id = u.id AND a.verified = 1
  ORDER BY u.id, a.position, a.key`;

const BOTS = `SELECT id, org_id, status, display_name FROM bots WHERE org_id = ?1 ORDER BY id LIMIT ${MOST}`;

const listed = (rows) => ({
  entries: entries(rows.slice(0, MOST)).map(({ display_name, ...entry }) => ({
    ...entry,
    ...(display_name === null ? {} : { display_name }),
  })),
  entries_complete: rows.length <= MOST,
});

/** @returns the document's entries. */
export const list = async ({ database }, caller, documentId) => {
  const about = documentStatements(documentId, caller);
  const read = await database.read([...about, { sql: ENTRIES, args: [documentId] }]);
  const document = documentOf(read, caller);
  if (document === undefined) return problem("not_found");
  return json({ revision: String(document.revision), ...listed(read[about.length]) });
};

/** Whether this caller may share at all is the engine's to say: the owner can always be asked for. */
const mayShare = ({ evaluate }, snapshot) =>
  evaluate({ recipients: [{ role: "viewer", user_id: snapshot.document.owner }] }, snapshot).ok;

/** Accounts of the caller's own organization alone: about all others a browser knows nothing. */
const directoryOf = ([users, botRows]) => ({ complete: false, users: accounts(users), bots: bots(botRows) });

/** Who may not share needs to know only that. */
const withheld = ({ policy, ...snapshot }) => ({
  ...snapshot,
  policy: policy && { sharing_enabled: policy.sharing_enabled, min_role_to_share: policy.min_role_to_share },
  directory: { complete: false, users: [], bots: [] },
  limits: [],
});

/** @returns the snapshot that this caller's browser may know. */
export const browserSnapshot = async ({ database, sharePolicy }, caller, documentId) => {
  const about = documentStatements(documentId, caller);
  const organization = [caller.org_id];
  const statements = [
    { sql: ENTRIES, args: [documentId] },
    { sql: COLLEAGUES, args: organization },
    { sql: BOTS, args: organization },
  ];
  const read = await database.read([...about, ...statements]);
  const document = documentOf(read, caller);
  if (document === undefined) return problem("not_found");
  const [entryRows, ...directoryRows] = read.slice(about.length);
  const snapshot = { ...frame(document, caller), ...listed(entryRows), directory: directoryOf(directoryRows) };
  return json(mayShare(sharePolicy, snapshot) ? snapshot : withheld(snapshot));
};
