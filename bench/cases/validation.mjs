// Only the request's shape: what validation libraries do. Ours judges addresses and finds duplicates as well.
import { readRequest } from "../idiomatic/request.mjs";
import * as ajv from "../schemas/ajv.mjs";
import * as valibot from "../schemas/valibot.mjs";
import * as zod from "../schemas/zod.mjs";
import { parse, recipients } from "./text.mjs";

const libraries = { zod, valibot, ajv };

const makeCase = ({ requests, module }, size) => {
  const bytes = requests[size];
  const inputs = bytes.map(parse);
  const contenders = [
    { name: "share-policy, validate(object)", run: (request) => module.validate(request), inputs },
    ...Object.entries(libraries).map(([name, { check }]) => ({ name, run: check, inputs })),
    { name: "idiomatic JavaScript", run: readRequest, inputs },
  ];
  return { name: recipients(size), contenders };
};

export const validation = (workload) => ({
  title: "For information: the request's shape alone",
  cases: [10, 100].map((size) => makeCase(workload, size)),
});

/** What the libraries have to take and to refuse, as the contract does. @returns what one of them gets wrong. */
export const findWrongVerdict = (requests) => {
  const good = Object.values(requests).flat().map(parse);
  const [one] = good;
  const [row] = one.recipients;
  const bad = [
    {}, { recipients: [] }, { recipients: Array(101).fill(row) }, { ...one, notify: true }, { ...one, should_send_notification: 1 },
    { ...one, custom_message: "x".repeat(1001) }, { recipients: [{ ...row, role: "owner" }] }, { recipients: [{ ...row, name: "x" }] },
    { recipients: [{ role: "viewer" }] }, { recipients: [{ ...row, user_id: "usr_1", email: "a@b.example" }] },
    { recipients: [{ role: "viewer", bot_id: "usr_01h455vb4pex5vsknk084sn02q" }] },
  ];
  for (const [name, { check }] of Object.entries(libraries)) {
    const wrong = good.find((request) => !check(request)) ?? bad.find((request) => check(request));
    if (wrong !== undefined) return `${name} is wrong about ${JSON.stringify(wrong).slice(0, 400)}`;
  }
  return undefined;
};
