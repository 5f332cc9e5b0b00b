// The face of the module, the same in every host. An entry (node.cjs, browser.js, …)
// starts it with the compiled .wasm and exports what callers see.
export { load, start, version } from "./start.js"; // first: it knows what the host lacks
import * as module from "./generated/share_policy.js";
import { SharePolicyError, refusedSnapshot } from "./error.js";
import { canBuild, evaluationAt } from "./evaluation.js";
import { heldInput, pastedInput, requestInput, snapshotBytes } from "./input.js";
import { currentEpoch, enter } from "./instance.js";
import { bytesAt, numberAt, textAt, write, writePiece } from "./memory.js";
import { evaluateOptions, respondOptions } from "./options.js";
import { lengthOf } from "./slots.js";
import { standardSchema } from "./standard.js";

export { SharePolicyError };

const { parse: fromJson } = JSON;

export const validate = (request) => {
  const input = requestInput(request);
  return fromJson(textAt(enter(() => module.validate(write(input)))));
};

export const shareRequestSchema = standardSchema(validate);

export const normalize = (request) => {
  const input = requestInput(request);
  return fromJson(textAt(enter(() => module.normalize(write(input)))));
};

export const parseRecipients = (text) => {
  const input = pastedInput(text);
  return fromJson(textAt(enter(() => module.parseRecipients(write(input), text.length))));
};

export const evaluate = (request, snapshot, options) => {
  const { documentId, expectedRevision, warnings } = evaluateOptions(options);
  const input = isResident(snapshot) ? requestInput(request) : heldInput(request);
  const { resident, text } = source(snapshot);
  const packed = canBuild();
  const address = enter(() =>
    resident === undefined
      ? module.evaluate(write(input), text, documentId, expectedRevision, warnings, packed)
      : resident.evaluate(write(input), documentId, expectedRevision, warnings, packed),
  );
  return evaluationAt(address);
};

export const respond = (request, snapshot, options) => {
  const { documentId, expectedRevision, warnings, detail } = respondOptions(options);
  const input = isResident(snapshot) ? requestInput(request) : heldInput(request);
  const { resident, text } = source(snapshot);
  const address = enter(() =>
    resident === undefined
      ? module.respond(write(input), text, detail, documentId, expectedRevision, warnings)
      : resident.respond(write(input), detail, documentId, expectedRevision, warnings),
  );
  const status = numberAt(address);
  const contentType = status === 200 ? "application/json" : "application/problem+json";
  return { status, contentType, body: bytesAt(address) };
};

/** Looked up as late as can be: converting the request may run the caller's code, which may free it. */
const source = (snapshot) =>
  isResident(snapshot) ? { resident: residentOf(snapshot), text: undefined } : { resident: undefined, text: textOf(snapshot) };

// An AclSnapshot is `{}` to JSON.stringify. By this registered symbol every copy of
// the package recognises, and refuses, one that it did not make itself.
const BRAND = Symbol.for("share-policy.AclSnapshot");

const isBranded = (value) => {
  try {
    return typeof value === "object" && value !== null && BRAND in value;
  } catch {
    return false;
  }
};

const textOf = (snapshot) => {
  if (!isBranded(snapshot)) return snapshotBytes(snapshot);
  throw new TypeError(
    "An AclSnapshot cannot be read here: it is wrapped, or comes from another copy of share-policy, " +
      "or was given to the constructor. Give it to the functions that stand beside its class.",
  );
};

const MAX_WEIGHT = 1024 * 1024;

/** An engine collects by what it knows to be large, and knows nothing of the module's memory: so an object weighs. */
const weigh = (text) => new ArrayBuffer(Math.min(2 * (text?.length ?? 0), MAX_WEIGHT));

/** Piece by piece, so that the module never holds the text. @returns undefined for one to be read as a whole. */
const parsePieces = (text) => {
  const length = lengthOf(text);
  for (let from = 0, read; from < length; from += read) {
    read = module.readPiece(from, writePiece(text, from), length);
    if (read === 0) return undefined;
  }
  return module.AclSnapshot.ofPieces();
};

const parse = (text) => {
  try {
    const resident = (text && parsePieces(text)) ?? module.AclSnapshot.parse(text);
    const { documentId, revision, unreadableAddresses } = resident;
    return { resident, documentId, revision, unreadableAddresses, weight: weigh(text), problem: undefined };
  } catch (thrown) {
    // The module throws a problem as text; whatever else is thrown is the host's.
    if (typeof thrown !== "string") throw thrown;
    return { problem: fromJson(thrown) };
  }
};

let isResident;
let residentOf;

export class AclSnapshot {
  #parsed;
  #epoch;

  constructor(snapshot) {
    const text = textOf(snapshot);
    const { problem, ...parsed } = enter(() => parse(text));
    if (problem !== undefined) throw refusedSnapshot(problem);
    this.#parsed = parsed;
    this.#epoch = currentEpoch();
  }

  static {
    isResident = (value) => typeof value === "object" && value !== null && #parsed in value;
    residentOf = (snapshot) => snapshot.#resident();
    Object.defineProperty(this.prototype, BRAND, { value: true });
    if (Symbol.dispose !== undefined) {
      const dispose = { value: this.prototype.free, configurable: true, writable: true };
      Object.defineProperty(this.prototype, Symbol.dispose, dispose);
    }
  }

  #resident() {
    const { resident } = this.#parsed;
    if (resident === undefined) {
      throw new SharePolicyError("snapshot_freed", "This AclSnapshot has been freed.");
    }
    if (this.#epoch !== currentEpoch()) {
      throw new SharePolicyError(
        "snapshot_lost",
        "This AclSnapshot was lost when the module was reset after a failure of the host. Build it again.",
      );
    }
    return resident;
  }

  get documentId() {
    return this.#parsed.documentId;
  }

  get revision() {
    return this.#parsed.revision;
  }

  get unreadableAddresses() {
    return this.#parsed.unreadableAddresses;
  }

  evaluate(request, options) {
    return evaluate(request, this.#itself(), options);
  }

  respond(body, options) {
    return respond(body, this.#itself(), options);
  }

  free() {
    const { resident } = this.#parsed;
    this.#parsed.resident = undefined;
    this.#parsed.weight = undefined;
    if (resident !== undefined && this.#epoch === currentEpoch()) enter(() => resident.free());
  }

  /** A method that was taken off its snapshot says so, and does not decide without one. */
  #itself() {
    return this;
  }
}
