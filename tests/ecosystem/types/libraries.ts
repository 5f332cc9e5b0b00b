// Real libraries infer from the schema what goes into them and what comes out, without a cast.
import { sValidator } from "@hono/standard-validator";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { initTRPC, type inferProcedureInput, type inferProcedureOutput } from "@trpc/server";
import { Hono } from "hono";
import { createFormControl } from "react-hook-form";
import { shareRequestSchema, type ShareRequest, type ShareRequestInput } from "share-policy";

type Equal<A, B> = [A, B] extends [B, A] ? true : false;

const t = initTRPC.create();
export const router = t.router({
  share: t.procedure.input(shareRequestSchema).mutation(({ input }) => {
    const same: Equal<typeof input, ShareRequest> = true;
    return same && input;
  }),
});
export const sent: Equal<inferProcedureInput<typeof router.share>, ShareRequestInput> = true;
export const answered: Equal<inferProcedureOutput<typeof router.share>, ShareRequest> = true;
// @ts-expect-error a recipient has a role
export const call = t.createCallerFactory(router)({}).share({ recipients: [{ email: "bo@example.com" }] });

export const app = new Hono().post("/sharing", sValidator("json", shareRequestSchema), (c) => {
  const body: ShareRequest = c.req.valid("json");
  const same: Equal<typeof body, ReturnType<typeof c.req.valid<"json">>> = true;
  return c.json(same && body.recipients.length);
});

const defaultValues: ShareRequestInput = { recipients: [{ role: "viewer", email: "" }] };

export const form = new FormApi({
  defaultValues,
  validators: { onChange: shareRequestSchema, onSubmit: shareRequestSchema },
  onSubmit: ({ value }) => value.recipients,
});

export const field = new FieldApi({ form, name: "recipients[0].email" });
// @ts-expect-error there is no such member
export const misspelt = new FieldApi({ form, name: "recipients[0].e_mail" });

export const control = createFormControl({ defaultValues, resolver: standardSchemaResolver(shareRequestSchema) });
control.register("recipients.0.email");
export const submit = control.handleSubmit((values) => {
  const same: Equal<typeof values, ShareRequest> = true;
  return same && values;
});
