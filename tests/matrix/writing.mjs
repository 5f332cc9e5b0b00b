// JSON text as no program writes it, and that means the same: white space, escapes, numbers.

const SPACES = ["", "", "", "", " ", "\n", "\r\n", "\t", "  \t\n"];

const escaped = (random, unit) => {
  const hex = unit.charCodeAt(0).toString(16).padStart(4, "0");
  return `\\u${random.percent(50) ? hex : hex.toUpperCase()}`;
};

/** So many of a hundred code units are escaped that need not be. */
const writeString = (random, text, share) => {
  if (share === 0) return JSON.stringify(text);
  const written = (unit) => (random.percent(share) ? escaped(random, unit) : JSON.stringify(unit).slice(1, -1));
  return `"${text.split("").map(written).join("").replaceAll("/", random.pick(["/", "\\/"]))}"`;
};

const writeNumber = (random, number) =>
  Number.isSafeInteger(number) && number > 0
    ? random.pick([`${number}`, `${number}.0`, `${number}e0`, `${number}0E-1`, `${number}.000e+00`])
    : JSON.stringify(number);

/** @returns the text of a value; members that are undefined are left out. */
export const write = (random, value, share = random.pick([0, 0, 5, 100])) => {
  const space = () => random.pick(SPACES);
  const list = (open, items, close) => open + items.map((item) => space() + item + space()).join(",") + space() + close;
  if (typeof value === "string") return writeString(random, value, share);
  if (typeof value === "number") return writeNumber(random, value);
  if (Array.isArray(value)) return list("[", value.map((item) => write(random, item, share)), "]");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const colon = () => `${space()}:${space()}`;
  const written = ([name, inside]) => writeString(random, name, share) + colon() + write(random, inside, share);
  return list("{", members.map(written), "}");
};
