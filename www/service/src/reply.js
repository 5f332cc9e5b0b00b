// Every answer of the API: exact types, nothing for caches, nothing for browsers to run.

const FIXED = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** @returns a response of the API; a `body` is text or bytes. */
export const reply = (status, contentType, body, headers = {}) =>
  new Response(body, { status, headers: { ...FIXED, "content-type": contentType, ...headers } });

export const json = (value) => reply(200, "application/json", JSON.stringify(value));

/** @returns a response that has no body. */
export const empty = (status, headers) => new Response(null, { status, headers: { ...FIXED, ...headers } });
