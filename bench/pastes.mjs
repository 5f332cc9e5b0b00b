// Texts of 64 KB that people paste, or that somebody makes to keep a parser busy.

export const PASTE_BYTES = 64 * 1024;

const fill = (piece, head = "", tail = "") => head + piece.repeat((PASTE_BYTES - head.length - tail.length) / piece.length) + tail;

const list = (item) => {
  let text = "";
  for (let index = 0; ; index += 1) {
    const next = item(index);
    if (text.length + next.length > PASTE_BYTES) return text;
    text += next;
  }
};

/** By name. The first is what the others are compared with. */
export const makePastes = () => ({
  addresses: list((index) => `person${index}@example.com, `),
  "names and addresses": list((index) => `"Doe, John ${index}" <person${index}@example.com>; `),
  a: fill("a"),
  "a@": fill("a@"),
  "<": fill("<"),
  "<>": fill("<>"),
  '"': fill('"'),
  '\\"': fill('\\"'),
  '\\" and a line break': fill('\\"\n'),
  "\\": fill("\\"),
  "(": fill("("),
  ",": fill(","),
  ":": fill(":"),
  space: fill(" "),
  "zero-width space": fill("\u200b"),
  "mailto:": fill("mailto:"),
  "a, before a semicolon": fill("a,", "", ";"),
  "a and a space": fill("a "),
  "a@ and a space": fill("a@ "),
});
