// A row for everyone who is to be told. What sends them, and when, is another program's business.

const OUTBOX = `
  INSERT INTO outbox (document_id, revision, principal, address, role, action, sender, message, created_at)
  SELECT ?1, ?2, value ->> 'principal', value ->> 'address', value ->> 'role', value ->> 'action', ?3, ?4, ?5
  FROM json_each(?6)`;

const ACTIONS = { granted: "grant", invited: "invite" };

const noteOf = ({ principal, address, role, code }) => ({
  principal: principal.user_id ?? principal.email,
  address,
  role,
  action: ACTIONS[code],
});

/** @returns a list: of one statement, or of none when nobody is to be told. */
export const outboxStatement = ({ documentId, revision, sender, rows, message, now }) => {
  const notes = rows.filter(({ notify }) => notify).map(noteOf);
  if (notes.length === 0) return [];
  return [{ sql: OUTBOX, args: [documentId, revision, sender, message ?? null, now, JSON.stringify(notes)] }];
};
