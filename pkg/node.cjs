// The entry for Node and Bun. node.js re-exports it, so that a process has one instance.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const api = require("./generated/api.cjs");

api.start(readFileSync(join(__dirname, "generated", "share_policy_bg.wasm")));

exports.validate = api.validate;
exports.normalize = api.normalize;
exports.evaluate = api.evaluate;
exports.respond = api.respond;
exports.parseRecipients = api.parseRecipients;
exports.AclSnapshot = api.AclSnapshot;
exports.SharePolicyError = api.SharePolicyError;
exports.version = api.version;
