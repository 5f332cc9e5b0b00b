// From a bearer key to the account that it belongs to.
import { sha256 } from "./digest.js";

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*) *$/i;

// The key itself is neither stored nor compared: its hash is looked up.
const HOLDER = `
  SELECT k.user_id, k.bot_id, coalesce(u.org_id, b.org_id) AS org_id
  FROM api_keys k LEFT JOIN users u ON u.id = k.user_id LEFT JOIN bots b ON b.id = k.bot_id
  WHERE k.hash = ?1 AND k.revoked = 0 AND coalesce(u.status, b.status) = 'active'`;

const callerOf = ({ user_id, bot_id, org_id }) =>
  user_id === null ? { id: bot_id, bot_id, org_id } : { id: user_id, user_id, org_id };

/** @returns `{ id, user_id | bot_id, org_id }` of an active account, or undefined. */
export const authenticate = async (database, authorization) => {
  const key = BEARER.exec(authorization ?? "")?.[1];
  if (key === undefined) return undefined;
  const [[holder]] = await database.read([{ sql: HOLDER, args: [await sha256(key)] }]);
  return holder && callerOf(holder);
};
