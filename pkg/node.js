// The ES module entry for Node and Bun.
import entry from "./node.cjs";

export const {
  validate,
  normalize,
  evaluate,
  respond,
  AclSnapshot,
  SharePolicyError,
  shareRequestSchema,
  version,
} = entry;
