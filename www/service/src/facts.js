// Exactly the rows that a request's recipients need. Every list is one parameter, a JSON array, so that the number
// of statements and of parameters is the same for one recipient and for a hundred; every look-up is by an index.

/** The accounts that the request names by id, and those that own an address that it names. */
const NAMED = `
  WITH named AS (
    SELECT value AS id FROM json_each(?1)
    UNION
    SELECT user_id FROM addresses WHERE verified = 1 AND key IN (SELECT value FROM json_each(?2)))`;

const USERS = `${NAMED}
  SELECT u.id, u.org_id, u.status, a.spelling
  FROM named CROSS JOIN users u ON u.id = named.id
  LEFT JOIN addresses a ON a.user_id = u.id AND a.verified = 1
  ORDER BY u.id, a.position, a.key`;

const BOTS = "SELECT id, org_id, status FROM bots WHERE id IN (SELECT value FROM json_each(?1))";

// An account may have been invited by any of its addresses before it was there.
const ENTRIES = `${NAMED}
  SELECT user_id, bot_id, address, role FROM entries
  WHERE document_id = ?4 AND principal IN (
    SELECT id FROM named
    UNION SELECT value FROM json_each(?2)
    UNION SELECT value FROM json_each(?3)
    UNION SELECT a.key FROM named CROSS JOIN addresses a ON a.user_id = named.id AND a.verified = 1)`;

/** What `normalize` says that has to be looked up; nothing for a request that is refused. */
export const recipientsOf = (normalized) => {
  const unique = normalized.ok ? normalized.unique : [];
  const all = (kind) => unique.map((one) => one[kind]).filter((value) => value !== undefined);
  return { users: all("user_id"), bots: all("bot_id"), keys: all("email") };
};

/** The caller is looked up with the others: it may be a recipient, and has to be active. */
export const factStatements = (documentId, caller, { users, bots, keys }) => {
  const lists = [
    [...users, ...(caller.user_id ? [caller.id] : [])],
    keys,
    [...bots, ...(caller.bot_id ? [caller.id] : [])],
  ];
  const [userList, keyList, botList] = lists.map((list) => JSON.stringify(list));
  return [
    { sql: USERS, args: [userList, keyList] },
    { sql: BOTS, args: [botList] },
    { sql: ENTRIES, args: [userList, keyList, botList, documentId] },
  ];
};
