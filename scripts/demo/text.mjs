// Text for a terminal: made harmless, measured in columns, cut and wrapped.

// Controls, and what would turn or hide the text around it: bidi controls, invisible
// characters, lone surrogates. A joiner or a variation selector belongs to its character.
const HARMFUL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]|(?![\u200c\u200d\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

const codePoint = (character) => `\\u{${character.codePointAt(0).toString(16)}}`;
const jsonEscape = (character) =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");

/** The text without anything that a terminal obeys. */
export const safe = (text) => String(text).replace(HARMFUL, codePoint);

/** The same for JSON text, which stays JSON of the same value. */
export const safeJson = (text) => text.replace(HARMFUL, jsonEscape);

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const split = (text) => Array.from(graphemes.segment(text), ({ segment }) => segment);

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const columnsOf = (grapheme) => {
  if (/^\p{Mark}/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
};

/** How many columns of a terminal the text takes. */
export const width = (text) => split(text).reduce((columns, grapheme) => columns + columnsOf(grapheme), 0);

/** As much of the text as fits, with an ellipsis for the rest. */
export const cut = (text, columns) => {
  if (width(text) <= columns) return text;
  let kept = "";
  let left = columns - 1;
  for (const grapheme of split(text)) {
    left -= columnsOf(grapheme);
    if (left < 0) break;
    kept += grapheme;
  }
  return `${kept}…`;
};

/** Cut or filled up to just this many columns. */
export const fit = (text, columns) => {
  const short = cut(text, columns);
  return short + " ".repeat(columns - width(short));
};

/** A word that is too long for a line, in pieces that are not. */
export const chop = (word, columns) => {
  if (width(word) <= columns) return [word];
  const head = cut(word, columns + 1).slice(0, -1);
  return [head, ...chop(word.slice(head.length), columns)];
};

/** Words put together in lines of at most this many columns, as far as the words allow. */
export const fill = (words, columns, glue = " ") => {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && width(last) + width(glue) + width(word) <= columns) lines[lines.length - 1] += glue + word;
    else lines.push(word);
  }
  return lines;
};

/** The text in lines of at most this many columns. */
export const wrap = (text, columns) => fill(text.split(" ").flatMap((word) => chop(word, columns)), columns);
