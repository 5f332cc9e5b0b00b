// Idempotency-Key: a request that is sent again gets the answer it got, and does nothing again.
// The answer is kept in the transaction that did what it says, so that there is never one without the other.
import { sha256 } from "./digest.js";

const DAY = 24 * 60 * 60 * 1000;

const BARE = /^[!#-~]{1,255}$/;
const QUOTED = /^"([!#-[\]-~]{1,255})"$/;

const FIND = `
  SELECT fingerprint, body FROM idempotency
  WHERE caller = ?1 AND document_id = ?2 AND key = ?3 AND created_at > ?4`;

// An old answer may still stand in the way of the new one.
const FORGET = "DELETE FROM idempotency WHERE created_at <= ?1";

const KEEP = `
  INSERT INTO idempotency (caller, document_id, key, fingerprint, body, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;

/** @returns the key that a header names, with or without quotes; undefined when it is none. */
export const keyOf = (header) => BARE.exec(header)?.[0] ?? QUOTED.exec(header)?.[1];

/** What tells one request from another. Each caller has keys of their own for each document. */
export const fingerprint = (bytes, detail) => sha256(bytes).then((hash) => (detail ? `detail ${hash}` : hash));

const decoder = new TextDecoder();

/** @returns the statements for one request; without a key there are none. */
export const idempotency = ({ caller, documentId, key, print, now }) => {
  if (key === undefined) return { find: [], keep: () => [] };
  const owner = [caller.id, documentId, key];
  return {
    find: [{ sql: FIND, args: [...owner, now - DAY] }],
    keep: (body) => [
      { sql: FORGET, args: [now - DAY] },
      { sql: KEEP, args: [...owner, print, decoder.decode(body), now] },
    ],
  };
};
