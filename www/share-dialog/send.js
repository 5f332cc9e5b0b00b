// The request over the wire, and what came of it: an answer row by row, or the words for a failure.

const PATIENCE = 30_000;

/** The page does not want it sent. */
export const CALLED_OFF = Symbol("called off");

/** The page has neither an endpoint nor an answer. */
export const UNANSWERED = Symbol("unanswered");

/** One for each thing that a person wants done: sent again with it, nothing is done twice. */
export const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const isObject = (value) => typeof value === "object" && value !== null;

const readJson = async (response) => {
  try {
    return JSON.parse(await response.text());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** An answer has a row for each that was sent; one that has not was not meant for us. */
const isAnswer = (body, count) =>
  isObject(body) && Array.isArray(body.results) && body.results.length === count && body.results.every(isObject);

const isProblem = (body) =>
  isObject(body) && Array.isArray(body.errors) && body.errors.length > 0 && body.errors.every(isObject);

/** @returns `{ body }`, or `{ failure }` with a `status`, a `problem` of the engine's, or a `cause`; undefined when called off. */
export const readAnswer = async (answer, count) => {
  if (answer === CALLED_OFF) return undefined;
  if (answer === UNANSWERED) return { failure: { cause: "unanswered" } };
  const isResponse = answer instanceof Response;
  const status = isResponse ? answer.status : 200;
  const body = isResponse ? await readJson(answer) : answer;
  if (status === 200 && isAnswer(body, count)) return { status, body };
  const cause = status === 200 ? "unreadable" : undefined;
  return { status, failure: { status, cause, problem: isProblem(body) ? body : undefined } };
};

const aborted = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** @returns as `readAnswer`; never throws for what a network does. */
export const attempt = async (work, count) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const read = async () => readAnswer(await work(stop.signal), count);
  try {
    return await Promise.race([read(), aborted(stop.signal)]);
  } catch (error) {
    return { failure: { cause: stop.signal.aborted ? "timeout" : "network", error } };
  } finally {
    clearTimeout(timer);
  }
};
