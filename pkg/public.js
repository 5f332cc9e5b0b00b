// What every entry exports.
export {
  validate,
  normalize,
  evaluate,
  respond,
  AclSnapshot,
  SharePolicyError,
  shareRequestSchema,
  version,
} from "./generated/api.js";
