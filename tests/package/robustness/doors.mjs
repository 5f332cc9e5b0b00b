// Every way in: each takes a value, and gives what came of it as a text.
import { request, requestText, snapshot } from "./good.mjs";

const read = ({ status, body }) => `${status} ${new TextDecoder("utf-8", { fatal: true }).decode(body)}`;

/** A snapshot that is refused is thrown; anything else that is thrown goes on. */
const problemOf = ({ AclSnapshot, SharePolicyError }, value) => {
  try {
    const resident = new AclSnapshot(value);
    const { documentId } = resident;
    resident.free();
    return { documentId };
  } catch (thrown) {
    if (!(thrown instanceof SharePolicyError) || thrown.problem === undefined) throw thrown;
    return thrown.problem;
  }
};

export const doorsOf = (api) => {
  const { validate, normalize, evaluate, respond } = api;
  const resident = new api.AclSnapshot(snapshot);
  const doors = {
    validate: (value) => JSON.stringify(validate(value)),
    normalize: (value) => JSON.stringify(normalize(value)),
    evaluate: (value) => JSON.stringify(evaluate(value, snapshot)),
    respond: (value) => read(respond(value, snapshot)),
    "evaluate of a resident snapshot": (value) => JSON.stringify(resident.evaluate(value)),
    "respond of a resident snapshot": (value) => read(resident.respond(value)),
    "evaluate, as its snapshot": (value) => JSON.stringify(evaluate(request, value)),
    "respond, as its snapshot": (value) => read(respond(requestText, value)),
    AclSnapshot: (value) => JSON.stringify(problemOf(api, value)),
  };
  return { doors, close: () => resident.free() };
};
