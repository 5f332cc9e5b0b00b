// The document that a request is for, and what its caller has there.

const DOCUMENT = "SELECT id, owner_id, org_id, state, policy, revision FROM documents WHERE id = ?1";

// A caller who was invited before there was an account has an entry by address.
const ROLES = `
  SELECT role, can_share FROM entries
  WHERE document_id = ?1
    AND principal IN (SELECT ?2 UNION SELECT key FROM addresses WHERE user_id = ?2 AND verified = 1)`;

const LIMITS = `
  SELECT name, max, applies_to, (
    SELECT count(*) FROM entries e
    WHERE e.document_id = l.document_id AND CASE l.applies_to
      WHEN 'all' THEN 1
      WHEN 'external' THEN e.external = 1
      WHEN 'invite' THEN e.address IS NOT NULL
      ELSE e.bot_id IS NOT NULL
    END) AS used
  FROM limits l WHERE document_id = ?1 ORDER BY position`;

/** What every reading of a document begins with. */
export const documentStatements = (documentId, caller) => [
  { sql: DOCUMENT, args: [documentId] },
  { sql: ROLES, args: [documentId, caller.id] },
  { sql: LIMITS, args: [documentId] },
];

const ASCENDING = ["viewer", "commenter", "collaborator", "admin"];

const highest = (roles) => ASCENDING.findLast((role) => roles.some((row) => row.role === role));

/** @returns the document with what its caller has there; undefined when there is none that this caller may see. */
export const documentOf = ([[document], roles, limits], caller) => {
  if (document === undefined) return undefined;
  const isOwner = document.owner_id === caller.id;
  if (!isOwner && roles.length === 0) return undefined;
  const role = isOwner ? "owner" : highest(roles);
  const canShare = isOwner || roles.every((row) => row.can_share === 1);
  return { ...document, limits, role, canShare };
};
