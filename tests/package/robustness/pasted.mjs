// Pasted texts that were made to break their reader, and what is no text at all.
import { fail, same, thrownBy } from "./attempt.mjs";
import { hostileValues } from "./values.mjs";

const KIB_256 = 256 * 1024;
const filled = (piece) => piece.repeat(Math.floor(KIB_256 / new TextEncoder().encode(piece).length));

const TEXTS = {
  "nothing": "",
  "lone surrogates": "\ud800bo@example.com\udc00 \udfff <\ud800@example.com>",
  "controls": "\0bo@example.com\u0001\u007f\u0085\u2028\u202e\ufeff",
  "256 KiB of quotes": filled('"'),
  "256 KiB of brackets": filled("<"),
  "256 KiB of backslashes in quotes": `"${filled("\\").slice(2)}`,
  "256 KiB of groups": filled("a:"),
  "256 KiB of links": filled("mailto:%"),
  "256 KiB of characters of four bytes": filled("𝄞"),
  "256 KiB of addresses": filled("a@b.co,"),
  "16 MiB": "a@b.co,".repeat(2 ** 21),
  "16 MiB of lone surrogates": "\ud800".repeat(2 ** 23),
};

const isSpan = ([start, end], length) => 0 <= start && start <= end && end <= length;

const attemptTexts = async (attempt, { parseRecipients }) => {
  for (const [name, text] of Object.entries(TEXTS)) {
    await attempt(`pasted: ${name}`, () => {
      const { recipients, residue } = parseRecipients(text);
      const found = [...recipients, ...residue];
      if (!found.every(({ span }) => isSpan(span.utf16, text.length))) fail("a span lies outside of the text");
      same(JSON.stringify(parseRecipients(text)), JSON.stringify({ recipients, residue }), "the second time");
    });
  }
};

/** A form's value is whatever it is: the schema has the same issues as `validate` has errors. */
const attemptSchema = async (attempt, { shareRequestSchema, validate }) => {
  const codes = (faults = []) => `${faults.map(({ code }) => code)}`;
  for (const [name, make] of Object.entries(hostileValues)) {
    await attempt(`shareRequestSchema: ${name}`, () => {
      const { issues } = shareRequestSchema["~standard"].validate(make());
      same(codes(issues), codes(validate(make()).problem?.errors), "issues");
    });
  }
};

export const attemptForms = async (attempt, api) => {
  for (const [name, make] of Object.entries(hostileValues)) {
    await attempt(`pasted: ${name}`, () => {
      const thrown = thrownBy(() => api.parseRecipients(make()));
      thrown instanceof TypeError || fail("not a TypeError");
    });
  }
  await attemptTexts(attempt, api);
  await attemptSchema(attempt, api);
};
