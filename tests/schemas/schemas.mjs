// The schemas of the installed package, compiled by a real validator.
import { createRequire } from "node:module";
import Ajv2020 from "ajv/dist/2020.js";

const require = createRequire(import.meta.url);

export const read = (name) => structuredClone(require(`share-policy/schemas/${name}`));

// Of what ajv calls strict, types beside every keyword and `required` beside its properties are matters of style.
const STYLE = { strictTypes: false, strictRequired: false };
export const STRICT = { allErrors: true, allowUnionTypes: true, strict: true, ...STYLE };

const ajv = new Ajv2020({ ...STRICT, validateFormats: false });

const compiled = (name) => ajv.compile(read(`${name}.schema.json`));

export const request = compiled("request");
export const snapshot = compiled("snapshot");
export const response = compiled("response");
export const evaluation = compiled("evaluation");
export const problem = compiled("problem");

/** Why a value was refused, short enough to be read. */
export const reasons = ({ errors }) =>
  (errors ?? [])
    .slice(0, 8)
    .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
    .join("\n");

// An alternative that does not fit is no fault of its own: its `oneOf` or `anyOf` tells.
const OF_AN_ALTERNATIVE = /\/(?:oneOf|anyOf)\/|\/\$defs\/has_/;

const escaped = (name) => name.replaceAll("~", "~0").replaceAll("/", "~1");

const pointerOf = ({ instancePath, params: { missingProperty, additionalProperty } }) => {
  const name = missingProperty ?? additionalProperty;
  return name === undefined ? instancePath : `${instancePath}/${escaped(name)}`;
};

/** Where the faults are, as the engine would say it: in a list of the wrong length rows are not looked at. */
export const pointers = ({ errors }) => {
  const own = (errors ?? []).filter(({ schemaPath }) => !OF_AN_ALTERNATIVE.test(schemaPath));
  const lists = own.filter(({ keyword }) => keyword === "minItems" || keyword === "maxItems");
  const inside = (pointer) => lists.some(({ instancePath }) => pointer.startsWith(`${instancePath}/`));
  return new Set(own.map(pointerOf).filter((pointer) => !inside(pointer)));
};
