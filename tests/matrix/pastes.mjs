// What people paste into a share dialog, and what nobody would.
import { address as oddAddress } from "./addresses.mjs";
import { any } from "./characters.mjs";
import { address, badAddress, bot, user } from "./world.mjs";

const NAMES = ["Ann", "Doe, John", '"Doe, John"', '"a@b.com"', "“Bo”", "O'Hara", "\u202eevil", '"x\\"y"', "Ann (work)", "张三", ""];
const SEPARATORS = [",", ", ", ";", "; ", "\n", "\r\n", " ", "\t", " ; ,", "，", "、", "\u200b,", "\u2028"];
const ENDS = ["", "", "", ".", "\u200b", "\ufeff", "…", "!", ")", ">", "\u00a0"];
const LOOSE = ['"', "<", ">", "(", ")", ":", "\\", "@", "mailto:", "Team:", ";", "<>", '""', "usr_", "bot_7", "and", "\u0000"];
const MAILTO = ["mailto:", "MAILTO:", "mailto:%20", "mailto:a%40b.com?to=", "mailto:a@b.com,"];

const one = (random) => random.weighted([[6, address], [2, oddAddress], [1, badAddress], [1, user], [1, bot]])(random);

const list = (random, most) => {
  const items = random.times(random.between(1, most), () => one(random));
  return items.join(random.pick(SEPARATORS));
};

const ITEMS = [
  [8, one],
  [5, (random) => `${random.pick(NAMES)} <${one(random)}>`],
  [2, (random) => `${random.pick(MAILTO)}${one(random)}${random.pick(["", "?subject=x", "?"])}`],
  [2, (random) => `Team: ${list(random, 3)};`],
  [2, (random) => `${random.pick(NAMES)} ${one(random)}`],
  [2, (random) => random.pick(LOOSE)],
  [1, (random) => `usr_${"0".repeat(random.between(24, 27))}`],
  [1, (random) => random.text(1, 6, () => any(random))],
];

const item = (random) => random.pick(ENDS.slice(0, 5)) + random.weighted(ITEMS)(random) + random.pick(ENDS);

/** Most with one kind of separator, as programs write them. */
const paste = (random) => {
  const usual = random.pick(SEPARATORS);
  return random.text(1, random.pick([2, 5, 12]), () => item(random) + (random.percent(80) ? usual : random.pick(SEPARATORS)));
};

const MAX_BYTES = 256 * 1024;

const isUnicode = (text) => !/\p{Surrogate}/u.test(text);

/** A text about as large as a paste may be. */
const long = (random) => ({ text_parts: [{ repeat: "ab", times: MAX_BYTES / 2 + random.between(-1, 1), separator: "" }] });

export const pasteCase = (random) => {
  if (random.below(50) === 0) return { call: "parse_recipients", ...long(random) };
  const text = paste(random);
  // Files of cases are UTF-8: a lone surrogate would not arrive.
  return { call: "parse_recipients", text: isUnicode(text) ? text : text.replace(/\p{Surrogate}/gu, "\ufffd") };
};
