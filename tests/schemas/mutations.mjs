// Every small change of a JSON value: what a program that was written against another version might send.

const ID = /^(?:usr|bot|doc|org)_/;

/** What a value is changed to, at its place. */
const others = (value) => {
  const of = [null, true, false, 0, 1, -1, 1.5, 9007199254740992, "", "x", "owner", [], {}, [null], { x: 1 }];
  if (typeof value !== "string") return of;
  of.push(`${value}x`, value.slice(1), value.toUpperCase(), ` ${value}`, `${value}\n`, `${value}${"é".repeat(1001)}`);
  if (ID.test(value)) {
    of.push(value.replace("_", "_8").slice(0, 30), value.replace(/.$/, "u"));
    of.push(value.replace(ID, "usr_"), value.replace(ID, "bot_"));
  }
  return of;
};

const without = (value, name) =>
  Array.isArray(value)
    ? value.filter((_item, index) => index !== name)
    : Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));

const isBranch = (value) => typeof value === "object" && value !== null;

/** Of a long list the first and the last item stand for all. */
const names = (value) => {
  if (!Array.isArray(value)) return Object.keys(value);
  return [...new Set([0, value.length - 1])].filter((index) => index in value);
};

const grown = (value, known) => {
  if (Array.isArray(value)) return [null, 1, "x", {}, ...value.slice(0, 1)].map((item) => [...value, item]);
  const absent = ["unknown", "Role", "toString", "__proto__", ...known].filter((name) => !Object.hasOwn(value, name));
  return [{ ...value, unknown: null }, ...absent.map((name) => ({ ...value, [name]: "x" }))];
};

const replaced = (value, name, by) => {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[name] = by;
  return copy;
};

/** Each mutant of the value; `known` are names to add where they are not. */
export const mutants = function* (value, known) {
  if (isBranch(value)) {
    yield* grown(value, known);
    for (const name of names(value)) {
      yield without(value, name);
      for (const mutant of mutants(value[name], known)) yield replaced(value, name, mutant);
    }
  }
  yield* others(value);
};
