// The entry for Node and Bun. node.js re-exports it, so that a process has one instance.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const api = require("./generated/api.cjs");

const path = join(__dirname, "generated", "share_policy_bg.wasm");

const read = () => {
  try {
    return readFileSync(path);
  } catch (cause) {
    const message = `share-policy cannot read its module, ${path} (${cause.code ?? cause.name}).`;
    const advice = 'Keep it where the package has it; where that cannot be there is "share-policy/inline".';
    throw new api.SharePolicyError("load_failed", `${message} ${advice}`, undefined, cause);
  }
};

api.start(read());

exports.validate = api.validate;
exports.normalize = api.normalize;
exports.evaluate = api.evaluate;
exports.respond = api.respond;
exports.parseRecipients = api.parseRecipients;
exports.AclSnapshot = api.AclSnapshot;
exports.SharePolicyError = api.SharePolicyError;
exports.shareRequestSchema = api.shareRequestSchema;
exports.version = api.version;
