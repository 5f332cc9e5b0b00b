// The entry for browsers, with a bundler or without: <script type="module">.
import { load } from "./api.js";

await load(new URL("./generated/share_policy_bg.wasm", import.meta.url));

export { validate, normalize, evaluate, respond, parseRecipients, AclSnapshot, SharePolicyError, version } from "./api.js";
