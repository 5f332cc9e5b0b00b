// What the person has made so far: the recipients, the text that is none yet, and how to tell them. Pure.

/** A request takes no more rows. What is more stays in the box. */
export const ROWS = 100;

/** How long a message may be, in code points. */
export const MESSAGE = 1000;

/** Ids and addresses are what is sent; a name is only for reading. */
export const recipientOf = ({ user_id, bot_id, address }) =>
  address === undefined ? (user_id === undefined ? { bot_id } : { user_id }) : { email: address };

let last = 0;

/** A recipient that stands in the box. `key` stays the same as long as it does. */
export const chipOf = (parsed) => ({
  key: (last += 1),
  recipient: recipientOf(parsed),
  label: parsed.display ?? parsed.user_id ?? parsed.bot_id,
  name: parsed.name,
  warnings: parsed.warnings ?? [],
  /** What the server said of it, once it has: `{ code?, params?, error }`. */
  refusal: undefined,
});

export const emptyDraft = () => ({ chips: [], text: "", role: "viewer", notify: true, message: "" });

/** A semicolon, so that a comma inside a name stays part of it. */
const SEPARATOR = "; ";

/**
 * Takes out of a text whom it names.
 * @returns the chips, the text that stays, and why: its residue, and how many found no room
 */
export const taken = (text, { recipients, residue }, room) => {
  const without = recipients.slice(room);
  const staying = [...residue, ...without].sort((one, other) => one.span.utf16[0] - other.span.utf16[0]);
  return {
    chips: recipients.slice(0, room).map(chipOf),
    text: staying.map(({ span }) => text.slice(...span.utf16)).join(SEPARATOR),
    faults: residue.map(({ span, ...fault }) => ({ ...fault, text: text.slice(...span.utf16) })),
    without: without.length,
  };
};

/** JSON has no lone surrogates, and neither has a text that is shown. */
export const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, "\uFFFD");

export const codePoints = (text) => [...text].length;

/** What is sent, for these recipients. */
export const requestOf = ({ role, notify, message }, recipients) => ({
  recipients: recipients.map((recipient) => ({ role, ...recipient })),
  should_send_notification: notify,
  ...(message === "" ? {} : { custom_message: wellFormed(message) }),
});
