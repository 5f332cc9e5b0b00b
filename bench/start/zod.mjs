// The shape of a request as users of zod write it.
import * as z from "zod";

const role = z.enum(["viewer", "commenter", "collaborator", "admin"]);
const id = (prefix) => z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`)).nullish();
const recipient = z
  .strictObject({ role, user_id: id("usr"), email: z.email().nullish(), bot_id: id("bot") })
  .refine((row) => [row.user_id, row.email, row.bot_id].filter((value) => value != null).length === 1);

const request = z.strictObject({
  recipients: z.array(recipient).min(1).max(100),
  should_send_notification: z.boolean().nullish(),
  custom_message: z.string().max(1000).nullish(),
});

export const check = (value) => request.safeParse(value).success;
