// Whatever the text, about the time of a list of addresses, or less: what takes time is to tell what was found.
import { PASTE_BYTES, makePastes } from "../pastes.mjs";

export const pastes = ({ parseRecipients }) => ({
  title: `parseRecipients of a pasted text of ${PASTE_BYTES / 1024} KB`,
  cases: [
    {
      name: "what people paste, or make to keep a parser busy",
      than: "times the first",
      isMultiple: true,
      share: 0.2,
      contenders: Object.entries(makePastes()).map(([name, text]) => ({ name, run: parseRecipients, inputs: [text] })),
    },
  ],
});
