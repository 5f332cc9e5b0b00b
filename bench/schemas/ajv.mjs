// The same shape as a JSON Schema, compiled by Ajv.
import { Ajv2020 } from "ajv/dist/2020.js";

const nullable = (schema) => ({ anyOf: [schema, { type: "null" }] });
const id = (prefix) => nullable({ type: "string", pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$` });
const given = (name) => ({ required: [name], properties: { [name]: { not: { type: "null" } } } });

const recipient = {
  type: "object",
  properties: {
    role: { enum: ["viewer", "commenter", "collaborator", "admin"] },
    user_id: id("usr"),
    email: nullable({ type: "string" }),
    bot_id: id("bot"),
  },
  required: ["role"],
  additionalProperties: false,
  oneOf: ["user_id", "email", "bot_id"].map(given),
};

const schema = {
  type: "object",
  properties: {
    recipients: { type: "array", minItems: 1, maxItems: 100, items: recipient },
    should_send_notification: nullable({ type: "boolean" }),
    custom_message: nullable({ type: "string", maxLength: 1000 }),
  },
  required: ["recipients"],
  additionalProperties: false,
};

const validate = new Ajv2020({ strictRequired: false }).compile(schema);

export const check = (value) => validate(value);
