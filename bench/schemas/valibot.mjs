// The same shape as users of valibot write it.
import * as v from "valibot";

const role = v.picklist(["viewer", "commenter", "collaborator", "admin"]);
const id = (prefix) => v.nullish(v.pipe(v.string(), v.regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`))));
const recipient = v.pipe(
  v.strictObject({ role, user_id: id("usr"), email: v.nullish(v.string()), bot_id: id("bot") }),
  v.check((row) => [row.user_id, row.email, row.bot_id].filter((value) => value != null).length === 1),
);

const schema = v.strictObject({
  recipients: v.pipe(v.array(recipient), v.minLength(1), v.maxLength(100)),
  should_send_notification: v.nullish(v.boolean()),
  custom_message: v.nullish(v.pipe(v.string(), v.maxLength(1000))),
});

export const check = (value) => v.safeParse(schema, value).success;
