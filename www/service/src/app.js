// The service, for any host that has fetch's Request and Response.
import { Hono } from "hono";
import { authenticate } from "./authenticate.js";
import { readBody } from "./body.js";
import { browserSnapshot, list } from "./browser.js";
import { fingerprint, keyOf } from "./idempotency.js";
import { sendsJson, takesJson } from "./negotiate.js";
import { page } from "./page.js";
import { problem } from "./problem.js";
import { empty, reply } from "./reply.js";
import { share } from "./share.js";
import { takeTurns } from "./turns.js";

const SHARING = "/v1/documents/:document_id/sharing";
const METHODS = { [SHARING]: "GET, HEAD, POST, OPTIONS", [`${SHARING}/snapshot`]: "GET, HEAD, OPTIONS" };

/** The evaluation tells what the snapshot says about people, also about those of other organizations. */
const isMember = (caller, document) => caller.org_id !== null && caller.org_id === document.org_id;

const FLAGS = new Map([
  [null, false],
  ["false", false],
  ["true", true],
]);

/** @returns the code of a problem, or what the request asks for. */
const askedOf = (request, url) => {
  if (!sendsJson(request.headers)) return { fault: "unsupported_media_type" };
  const detail = FLAGS.get(url.searchParams.get("detail"));
  if (detail === undefined) return { fault: "invalid_query" };
  const header = request.headers.get("idempotency-key");
  const key = header === null ? undefined : keyOf(header.trim());
  if (header !== null && key === undefined) return { fault: "idempotency_key_invalid" };
  return { detail, key };
};

const post = (service) => async (c) => {
  const { fault, ...asked } = askedOf(c.req.raw, new URL(c.req.url));
  if (fault !== undefined) return problem(fault);
  const { fault: unreadable, bytes } = await readBody(c.req.raw);
  if (unreadable !== undefined) return problem(unreadable);
  const print = asked.key && (await fingerprint(bytes, asked.detail));
  return share(service, {
    ...asked,
    print,
    body: bytes,
    caller: c.get("caller"),
    documentId: c.req.param("document_id"),
  });
};

const get = (service, answer) => (c) => answer(service, c.get("caller"), c.req.param("document_id"));

/** Before anything of a request is looked at: who sends it, and whether the answer will be understood. */
const admit =
  ({ database }) =>
  async (c, next) => {
    const caller = await authenticate(database, c.req.header("authorization"));
    if (caller === undefined) return problem("unauthorized", { "www-authenticate": "Bearer" });
    if (!takesJson(c.req.header("accept") ?? null)) return problem("not_acceptable");
    c.set("caller", caller);
    return next();
  };

/**
 * @param database `{ read, write }`: each takes a list of `{ sql, args }` that is one transaction
 * @param sharePolicy the functions of `share-policy`, as the host has them
 * @param assets answers a request with a file of the page; absent: there is no page
 * @param demo the text of /demo.json; absent, as in production: there is none
 * @param mayReadDetail who gets the evaluation for `?detail=true`
 */
export const makeApp = (parts) => {
  const service = { now: Date.now, log: console.error, mayReadDetail: isMember, turn: takeTurns(), ...parts };
  const app = new Hono();
  const admitted = admit(service);
  app.get(SHARING, admitted, get(service, list));
  app.get(`${SHARING}/snapshot`, admitted, get(service, browserSnapshot));
  app.post(SHARING, admitted, post(service));
  for (const [path, allow] of Object.entries(METHODS)) {
    app.options(path, () => empty(204, { allow }));
    app.all(path, () => problem("method_not_allowed", { allow }));
  }
  if (service.demo) app.get("/demo.json", () => reply(200, "application/json", service.demo));
  app.get("*", async (c, next) => (await page(service.assets, c.req.raw)) ?? next());
  app.notFound(() => problem("not_found"));
  app.onError((error) => {
    service.log(error);
    return problem("internal");
  });
  return app;
};
