// What the engine granted, as one transaction that holds only if the document is still what was decided on.
// D1 has no interactive transactions: a list of statements is all or nothing, so the comparison is one of them.
import { outboxStatement } from "./outbox.js";

// Another revision makes this NULL, which the column refuses, and with it the whole list.
const MOVE = "UPDATE documents SET revision = CASE revision WHEN ?2 THEN revision + 1 END WHERE id = ?1";

// A document that is gone is noticed here: an entry without one is refused.
const ENTRIES = `
  INSERT INTO entries (document_id, principal, user_id, bot_id, address, role, external, granted_by, revision)
  SELECT ?1, value ->> 'principal', value ->> 'user_id', value ->> 'bot_id', value ->> 'address', value ->> 'role',
    value ->> 'external', ?2, ?3
  FROM json_each(?4)`;

const entryOf = ({ principal, address, role, external }) => ({
  principal: principal.user_id ?? principal.bot_id ?? principal.email,
  user_id: principal.user_id,
  bot_id: principal.bot_id,
  address: principal.email && address,
  role,
  external: external === undefined ? null : Number(external),
});

/** @param rows the evaluation's rows that succeeded: its `grants`, and what limits count by. */
export const applyStatements = (document, caller, rows, { message, now }) => {
  if (rows.length === 0) return [];
  const revision = document.revision + 1;
  const entries = JSON.stringify(rows.map(entryOf));
  return [
    { sql: MOVE, args: [document.id, document.revision] },
    { sql: ENTRIES, args: [document.id, caller.id, revision, entries] },
    ...outboxStatement({ documentId: document.id, revision, sender: caller.id, rows, message, now }),
  ];
};

const MOVED = [
  "NOT NULL constraint failed: documents.revision",
  "UNIQUE constraint failed: entries.",
  "UNIQUE constraint failed: idempotency.",
  "FOREIGN KEY constraint failed",
];

/** @returns whether a transaction was refused because what it was decided on is no longer so. */
export const isConflict = (error) => {
  const told = `${error?.message} ${error?.cause?.message}`;
  return MOVED.some((sentence) => told.includes(sentence));
};
