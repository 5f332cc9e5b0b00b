// The shape of a request as users of zod write it. An email is any text: whether it is an address is a row's business.
import * as z from "zod";

const role = z.enum(["viewer", "commenter", "collaborator", "admin"]);
const id = (prefix) => z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`)).nullish();
const recipient = z
  .strictObject({ role, user_id: id("usr"), email: z.string().nullish(), bot_id: id("bot") })
  .refine((row) => [row.user_id, row.email, row.bot_id].filter((value) => value != null).length === 1);

const schema = z.strictObject({
  recipients: z.array(recipient).min(1).max(100),
  should_send_notification: z.boolean().nullish(),
  custom_message: z.string().max(1000).nullish(),
});

export const check = (value) => schema.safeParse(value).success;

const withoutNulls = ({ role, user_id, email, bot_id }) => {
  if (user_id != null) return { role, user_id };
  return email != null ? { role, email } : { role, bot_id };
};

/** @returns what a request asks for, as the plain JavaScript wants it; throws zod's own error. */
export const read = (value) => {
  const { recipients, should_send_notification } = schema.parse(value);
  return { recipients: recipients.map(withoutNulls), notify: should_send_notification ?? true };
};
