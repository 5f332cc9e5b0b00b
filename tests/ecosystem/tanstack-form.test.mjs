// TanStack Form: each issue stands at the field that it is about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { shareRequestSchema } from "share-policy";
import { bad, faults, good, told } from "./sample.mjs";

const FIELDS = [
  "recipients[0].role",
  "recipients[1].user_id",
  "recipients[2]",
  "should_send_notification",
  "custom_message",
];

const open = (defaultValues, validators, onSubmit) => {
  const form = new FormApi({ defaultValues, validators, onSubmit });
  form.mount();
  const fields = FIELDS.map((name) => new FieldApi({ form, name }));
  for (const field of fields) field.mount();
  return { form, fields };
};

test("a form that is wrong is not submitted, and its fields say why", async () => {
  const submitted = [];
  const { form, fields } = open(bad, { onSubmit: shareRequestSchema }, ({ value }) => submitted.push(value));
  await form.handleSubmit();
  assert.deepEqual(submitted, []);
  assert.equal(form.state.canSubmit, false);
  assert.deepEqual(fields.map(({ name }) => name), FIELDS);
  assert.deepEqual(fields.map(({ state }) => told(state.meta.errors)), faults.map((fault) => [fault]));
});

test("errors go when the field is mended", () => {
  const { form, fields } = open(bad, { onChange: shareRequestSchema });
  const [role] = fields;
  role.handleChange("viewers");
  assert.deepEqual(role.state.meta.errors.map(({ code }) => code), ["invalid_enum_value"]);
  role.handleChange("viewer");
  assert.deepEqual(role.state.meta.errors, []);
  assert.deepEqual(Object.keys(form.state.errors[0]).sort(), FIELDS.slice(1).sort());
});

test("a form that is right is submitted", async () => {
  const submitted = [];
  const validators = { onSubmit: shareRequestSchema, onChange: shareRequestSchema };
  const { form } = open(good, validators, ({ value }) => submitted.push(value));
  await form.handleSubmit();
  assert.deepEqual(submitted, [good]);
  assert.deepEqual(form.state.errors, []);
});
