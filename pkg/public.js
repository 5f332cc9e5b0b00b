// What every entry exports.
export { validate, normalize, evaluate, respond, AclSnapshot, SharePolicyError, version } from "./generated/api.js";
