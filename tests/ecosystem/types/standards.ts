// The package's own declarations are the standards' ones, as their package has them.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { shareRequestSchema, type ShareRequest, type ShareRequestInput } from "share-policy";

type Equal<A, B> = [A, B] extends [B, A] ? true : false;

export const schema: StandardSchemaV1<ShareRequestInput, ShareRequest> = shareRequestSchema;
export const jsonSchema: StandardJSONSchemaV1<ShareRequestInput, ShareRequest> = shareRequestSchema;
export const input: Equal<StandardSchemaV1.InferInput<typeof shareRequestSchema>, ShareRequestInput> = true;
export const output: Equal<StandardSchemaV1.InferOutput<typeof shareRequestSchema>, ShareRequest> = true;
export const jsonInput: Equal<StandardJSONSchemaV1.InferInput<typeof shareRequestSchema>, ShareRequestInput> = true;

// @ts-expect-error a request that has been judged has its defaults
export const wrong: StandardSchemaV1<ShareRequestInput, ShareRequest & { note: string }> = shareRequestSchema;

/** Whatever takes any schema takes ours. */
export const judge = async <Schema extends StandardSchemaV1>(
  any: Schema,
  value: unknown,
): Promise<StandardSchemaV1.InferOutput<Schema>> => {
  const result = await any["~standard"].validate(value);
  if (result.issues !== undefined) throw new Error(result.issues.map(({ message }) => message).join());
  return result.value as StandardSchemaV1.InferOutput<Schema>;
};
export const judged: Promise<ShareRequest> = judge(shareRequestSchema, {});
