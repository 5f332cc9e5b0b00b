// How the cost of an answer grows: with the recipients of a request, and with the entries of the snapshot.
import { IDIOMATIC, TUNED, encode, parse, recipients, thousands } from "./text.mjs";

const SIZES = [1, 2, 5, 10, 20, 35, 50, 75, 100];

const makeCase = ({ sharePolicy, tuned, idiomatic }, inputs, name, x) => ({
  name,
  x,
  share: 0.3,
  contenders: [
    { name: "share-policy", run: (body) => sharePolicy.respond(body), inputs },
    { name: TUNED, run: (body) => tuned.respond(body), inputs },
    { name: IDIOMATIC, run: (body) => idiomatic.respond(body), inputs },
  ],
});

/** The first rows of a request. */
const cut = (body, size) => {
  const request = parse(body);
  return encode(JSON.stringify({ ...request, recipients: request.recipients.slice(0, size) }));
};

export const growthInRecipients = (workload) => ({
  id: "recipients",
  title: `For information: growing requests, ${thousands(workload.entries)} entries`,
  cases: SIZES.map((size) =>
    makeCase(workload, workload.requests[100].map((body) => cut(body, size)), recipients(size), size),
  ),
});

export const growthInEntries = (workload) => makeCase(workload, workload.requests[100], `${thousands(workload.entries)} entries`, workload.entries);
