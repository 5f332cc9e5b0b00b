// Standard Schema and Standard JSON Schema, version 1 of both, over a request: for forms, routers and servers
// that take any validator.
import SCHEMAS from "./generated/request-schema.js";
import { isBytes } from "./slots.js";

const { freeze } = Object;

/** The steps of a pointer into a request, where only the second can be an index. */
const pathOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((step, depth) => (depth === 1 ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));

const issueOf = ({ pointer, ...fault }) => ({ ...fault, path: pathOf(pointer) });

/** The schema of one side, a new copy for every caller. */
const converter = (side) => (options) => {
  const target = options?.target;
  const schema = SCHEMAS.find(([name]) => name === target);
  if (schema !== undefined) return schema[side]();
  const known = SCHEMAS.map(([name]) => name).join(", ");
  throw new TypeError(`There is no JSON Schema for the target "${String(target)}"; there is one for ${known}.`);
};

/** @returns the schema of a request, as `validate` judges it. */
export const standardSchema = (validate) =>
  freeze({
    "~standard": freeze({
      version: 1,
      vendor: "share-policy",
      // Here text and bytes are values like others, none of which is a request: they are not read as JSON.
      validate: (value) => {
        const answer = validate(typeof value === "string" || isBytes(value) ? '""' : value);
        return answer.ok ? { value: answer.request } : { issues: answer.problem.errors.map(issueOf) };
      },
      jsonSchema: freeze({ input: converter(1), output: converter(2) }),
    }),
  });
