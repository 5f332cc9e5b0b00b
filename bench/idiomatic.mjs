// The same job in the JavaScript that people would write instead: JSON.parse, Maps, JSON.stringify. It is
// meant to be good, plain code; its wire responses are share-policy's, byte for byte.
//
// What it leaves out, and share-policy does: members named twice and lone surrogates pass unseen, the snapshot's
// shape is not checked, and IDNs are the host's business.
import { share } from "./idiomatic/decide.mjs";
import { evaluate } from "./idiomatic/evaluate.mjs";
import { problem, refusal } from "./idiomatic/refusal.mjs";
import { Refused, parseRequest, readRequest } from "./idiomatic/request.mjs";
import { Snapshot } from "./idiomatic/snapshot.mjs";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const encode = (value) => encoder.encode(JSON.stringify(value));

/** A snapshot, parsed once for many requests. */
export class IdiomaticSnapshot {
  #snapshot;
  #refusal;

  constructor(text) {
    this.#snapshot = new Snapshot(JSON.parse(decoder.decode(text)));
    this.#refusal = refusal(this.#snapshot);
  }

  /** The request as JSON's value, to the wire response as a value. */
  share(request, read = readRequest) {
    return this.#share(read(request));
  }

  /** The request as JSON's value, to the whole evaluation; `read` may be another reader of requests. */
  evaluate(request, read = readRequest) {
    if (this.#refusal !== undefined) throw this.#refusal;
    return evaluate(this.#snapshot, read(request));
  }

  /** Body bytes in, response bytes out. */
  respond(body) {
    try {
      return { status: 200, contentType: "application/json", body: encode(this.#share(parseRequest(body))) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: error.status, contentType: "application/problem+json", body: encode(problem(error)) };
    }
  }

  #share({ recipients }) {
    if (this.#refusal !== undefined) throw this.#refusal;
    return share(this.#snapshot, recipients);
  }
}
