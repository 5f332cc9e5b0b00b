// The same job in JavaScript as fast as we could make it: objects of one shape, facts judged when the snapshot is
// read, texts looked at by character, the answer copied from ready pieces. One rule keeps it comparable: nothing of
// a request is kept for the next. It leaves out what the idiomatic one leaves out.
import { problem } from "./idiomatic/refusal.mjs";
import { Refused, parse, readRequest } from "./idiomatic/request.mjs";
import { Addresses } from "./tuned/address.mjs";
import { answer } from "./tuned/answer.mjs";
import { Batch } from "./tuned/decide.mjs";
import { isUsual } from "./tuned/request.mjs";
import { pick } from "./tuned/scan.mjs";
import { Snapshot } from "./tuned/snapshot.mjs";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const rowsOf = (request) => (isUsual(request) ? request.recipients : readRequest(request).recipients);

/** The answer to rows, or to what is wrong with a request. */
const respond = (decide) => {
  try {
    return { status: 200, contentType: "application/json", body: decide() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const body = encoder.encode(JSON.stringify(problem(error)));
    return { status: error.status, contentType: "application/problem+json", body };
  }
};

/** A snapshot, parsed once for many requests. */
export class TunedSnapshot {
  #snapshot;
  #batch;

  constructor(text) {
    this.#snapshot = new Snapshot(JSON.parse(decoder.decode(text)));
    this.#batch = new Batch(this.#snapshot);
  }

  /** Body bytes in, response bytes out. */
  respond(body) {
    return respond(() => {
      const rows = rowsOf(parse(body));
      const { refusal, addresses } = this.#snapshot;
      if (refusal !== undefined) throw refusal;
      return answer(this.#batch, addresses, rows);
    });
  }
}

/** The same with the snapshot's text, for a host that keeps nothing between two requests. */
export const respondOnce = (body, text) =>
  respond(() => {
    const rows = rowsOf(parse(body));
    const addresses = new Addresses();
    const snapshot = new Snapshot(pick(JSON.parse(decoder.decode(text)), rows, addresses), addresses);
    if (snapshot.refusal !== undefined) throw snapshot.refusal;
    return answer(new Batch(snapshot), addresses, rows);
  });
