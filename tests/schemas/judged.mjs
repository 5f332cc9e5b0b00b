// Texts that are JSON as the contract has it: only then is there a value for a schema to judge.
import { AclSnapshot, validate } from "share-policy";

const OF_TEXT = ["input_too_large", "malformed_json"];

const judged = (text, problem, codeOf) => {
  const { errors = [], more_errors = 0 } = problem ?? {};
  if (errors.some((error) => OF_TEXT.includes(codeOf(error)))) return undefined;
  return { text, value: JSON.parse(text), errors, more_errors };
};

/** @returns the request's value, and what the engine finds wrong with it; undefined for a fault of the text itself. */
export const judgedRequest = (text) => {
  const answer = validate(text);
  const found = judged(text, answer.problem, ({ code }) => code);
  return found && { ...found, request: answer.request };
};

const problemOf = (text) => {
  try {
    return void new AclSnapshot(text).free();
  } catch (error) {
    if (error.problem === undefined) throw error;
    return error.problem;
  }
};

/** The same for a snapshot. */
export const judgedSnapshot = (text) => judged(text, problemOf(text), ({ detail }) => detail);

export const judgedAll = (judge, texts) => texts.map(judge).filter((found) => found !== undefined);
