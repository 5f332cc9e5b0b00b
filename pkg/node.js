// The ES module entry for Node and Bun.
import entry from "./node.cjs";

export const {
  validate,
  normalize,
  evaluate,
  respond,
  parseRecipients,
  AclSnapshot,
  SharePolicyError,
  shareRequestSchema,
  version,
} = entry;
