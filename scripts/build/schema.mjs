// Makes the module that carries the JSON Schema of a request for `shareRequestSchema`: from the file in pkg/schemas,
// for each target that Standard JSON Schema names, without the texts for people, which a page would have to load.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../fresh.mjs";
import { generated, sources } from "./files.mjs";

const SOURCE = join(sources, "schemas", "request.schema.json");
const FOR_PEOPLE = ["$schema", "$id", "title", "description", "examples"];

const bare = (schema) =>
  JSON.parse(JSON.stringify(schema, (name, value) => (FOR_PEOPLE.includes(name) ? undefined : value)));

const mayBeNull = (schema) => Array.isArray(schema?.type);
const isNotNull = (schema) => schema?.not?.type === "null";

/** A copy in which each schema is what `change` makes of it, the innermost first. */
const mapped = (schema, change) => JSON.parse(JSON.stringify(schema), (name, value) => change(value, name));

/** What a validated request is: null members are gone, and what has a default is there. */
const validated = (schema) => {
  const { properties, ...rest } = mapped(schema, (value, name) => {
    if (isNotNull(value) || (name === "properties" && Object.keys(value).length === 0)) return undefined;
    return mayBeNull(value) ? { ...value, type: value.type[0] } : value;
  });
  const filledIn = Object.keys(properties).filter((name) => "default" in properties[name]);
  return { ...rest, required: [...rest.required, ...filledIn], properties };
};

/** OpenAPI 3.0 has no type "null": what may be null says so beside its type, and whatever else has a type may not. */
const nullable = (schema) =>
  mapped(schema, (value) => {
    if (isNotNull(value)) return { type: "string" };
    return mayBeNull(value) ? { ...value, type: value.type[0], nullable: true } : value;
  });

/** By target: the schema of what goes in, and of what comes out. */
const targets = (sent) => {
  const answered = validated(sent);
  const dialect = ($schema) => [sent, answered].map((schema) => ({ $schema, ...schema }));
  return {
    "draft-2020-12": dialect("https://json-schema.org/draft/2020-12/schema"),
    "draft-07": dialect("http://json-schema.org/draft-07/schema#"),
    "openapi-3.0": [nullable(sent), answered],
  };
};

/** @returns the module's text: `[target, () => input, () => output]` for each target. */
export const requestSchemaModule = () => {
  const schema = bare(JSON.parse(readFileSync(SOURCE, "utf8")));
  const rows = Object.entries(targets(schema)).map(([target, sides]) =>
    [JSON.stringify(target), ...sides.map((side) => `()=>(${JSON.stringify(side)})`)].join(","),
  );
  return `export default [[${rows.join("],[")}]];\n`;
};

/** Writes it into pkg/generated; to be done before anything is bundled. */
export const requestSchema = () => writeWhole(join(generated, "request-schema.js"), requestSchemaModule());
