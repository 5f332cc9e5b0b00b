// What every entry exports.
export {
  validate,
  normalize,
  evaluate,
  respond,
  parseRecipients,
  AclSnapshot,
  SharePolicyError,
  shareRequestSchema,
  version,
} from "./generated/api.js";
