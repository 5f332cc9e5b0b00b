// What the service itself refuses. What is wrong with a request to share, the engine says.
import { reply } from "./reply.js";

/** Constant texts: two requests that fail for one reason get the same bytes, whatever they asked for. */
const PROBLEMS = {
  unauthorized: [401, "Not authorized", "Send a valid key: Authorization: Bearer KEY."],
  not_found: [404, "Not found", "There is nothing here, or you may not see it."],
  method_not_allowed: [405, "Method not allowed", "This address does not take this method. See the Allow header."],
  not_acceptable: [406, "Not acceptable", "The answer is application/json, which the Accept header does not take."],
  conflict: [409, "Conflict", "Others keep changing this document's sharing. Nothing was done: try again."],
  input_too_large: [413, "Request too large", "A request to share may have at most 262144 bytes."],
  unsupported_media_type: [
    415,
    "Unsupported media type",
    "Send the request as application/json, in UTF-8 and without a content encoding.",
  ],
  body_incomplete: [400, "Incomplete request", "The request's body ended too early."],
  invalid_query: [400, "Invalid query", "The query parameter `detail` is `true` or `false`."],
  detail_not_allowed: [403, "Details not allowed", "Only members of the document's organization get details."],
  idempotency_key_invalid: [
    400,
    "Invalid idempotency key",
    "An Idempotency-Key has 1 to 255 printable ASCII characters, and none of quotes and spaces.",
  ],
  idempotency_key_reused: [
    422,
    "Idempotency key reused",
    "This Idempotency-Key was sent before with another request. Use a new key for a new request.",
  ],
  internal: [
    500,
    "Internal error",
    "The service cannot answer. Nothing was done, or try again with an Idempotency-Key.",
  ],
};

const textOf = (code) => {
  const [status, title, detail] = PROBLEMS[code];
  const errors = [{ code, pointer: "", message: detail }];
  return JSON.stringify({ type: `urn:share-policy:problem:${code}`, title, status, detail, errors });
};

/** @returns the response for a problem of the service's own. */
export const problem = (code, headers = {}) =>
  reply(PROBLEMS[code][0], "application/problem+json", textOf(code), headers);
