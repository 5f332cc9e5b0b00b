// The one place that asks the module. Everything that the dialog says about a recipient was decided by it.
import { AclSnapshot, SharePolicyError, parseRecipients } from "share-policy";
import { ROLES } from "./roles.js";

const isBytes = (value) => value instanceof Uint8Array;

const textOf = (snapshot) => {
  if (typeof snapshot === "string") return snapshot;
  return isBytes(snapshot) ? new TextDecoder().decode(snapshot) : JSON.stringify(snapshot);
};

/** The module lost its memory, for a reason of the host: what it held has to be built again. */
const isLoss = (error) =>
  error instanceof SharePolicyError && (error.code === "snapshot_lost" || error.code === "module_reset");

/** A snapshot, and the questions that the dialog has. Throws a SharePolicyError when it is refused. */
export const makeEngine = (snapshot) => {
  const text = textOf(snapshot);
  let resident = new AclSnapshot(text);

  /** @returns what `evaluate` answers, with hints. */
  const evaluate = (request) => {
    const body = JSON.stringify(request);
    try {
      return resident.evaluate(body, { warnings: true });
    } catch (error) {
      if (!isLoss(error)) throw error;
      resident = new AclSnapshot(text);
      return resident.evaluate(body, { warnings: true });
    }
  };

  return { facts: JSON.parse(text), evaluate, parse: parseRecipients, free: () => resident.free() };
};

/** Nobody's address: no snapshot knows it, so nothing but the role can be wrong with it before the ceiling. */
const probe = (role) => ({ role, email: `${role}@nobody.invalid` });

/**
 * Which roles may the caller give? Asked of the engine, so that there is no second rule.
 * @returns the row that forbids a role, by role; or the problem for which nothing may be shared
 */
export const ceilingOf = ({ evaluate }) => {
  const answer = evaluate({ recipients: ROLES.map(probe) });
  if (!answer.ok) return { problem: answer.problem, forbidden: {} };
  const over = answer.evaluation.results.filter(({ code }) => code === "role_exceeds_ceiling");
  return { forbidden: Object.fromEntries(over.map((row) => [row.recipient.role, row])) };
};
