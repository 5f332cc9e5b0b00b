// The page and its files, if there are any, with the headers that they need.

/** What the page and its scripts may do: compile WebAssembly, and nothing else that a policy forbids. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** @returns the file's response, or undefined when there is no such file. */
export const page = async (assets, request) => {
  const found = await assets?.(request);
  if (found === undefined || found.status === 404) return undefined;
  const response = new Response(found.body, found);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
};
