// React Hook Form, by its resolver for Standard Schema: each issue is the error of its field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createFormControl } from "react-hook-form";
import { shareRequestSchema, validate } from "share-policy";
import { bad, faults, good, taken } from "./sample.mjs";

const submit = async (defaultValues) => {
  const form = createFormControl({ defaultValues, resolver: standardSchemaResolver(shareRequestSchema) });
  const names = ["recipients.0.role", "recipients.1.user_id", "should_send_notification", "custom_message"];
  for (const name of names) form.register(name);
  const answers = { values: undefined, errors: undefined };
  await form.handleSubmit(
    (values) => (answers.values = values),
    (errors) => (answers.errors = errors),
  )();
  return answers;
};

const at = (errors, path) => path.reduce((inner, name) => inner?.[name], errors);

test("a form that is wrong has its errors at its fields", async () => {
  const { values, errors } = await submit(bad);
  assert.equal(values, undefined);
  assert.deepEqual(Object.keys(errors).sort(), ["custom_message", "recipients", "should_send_notification"]);
  for (const [path, , message] of faults) assert.equal(at(errors, path).message, message);
});

test("a fault of the whole is an error of the root", async () => {
  const resolve = standardSchemaResolver(shareRequestSchema);
  const { errors } = await resolve([], undefined, { fields: {}, shouldUseNativeValidation: false });
  assert.equal(errors.root.message, validate([]).problem.errors[0].message);
});

test("a form that is right gives what the schema gives", async () => {
  assert.deepEqual(await submit(good), { values: taken, errors: undefined });
});
