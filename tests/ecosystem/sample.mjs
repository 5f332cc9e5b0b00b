// A request that is taken, one with a fault in every member, and what is said of it.
import { validate } from "share-policy";

export const bo = "usr_01h455vb4pex5vsknk084sn02q";

export const good = {
  recipients: [
    { role: "viewer", user_id: bo },
    { role: "commenter", email: "new.person@example.com", bot_id: null },
  ],
  custom_message: "Have a look",
};

/** As the schema answers it: defaults filled in, null members gone. */
export const taken = {
  recipients: [
    { role: "viewer", user_id: bo },
    { role: "commenter", email: "new.person@example.com" },
  ],
  should_send_notification: true,
  custom_message: "Have a look",
};

export const bad = {
  recipients: [{ role: "owner", email: "bo@example.com" }, { role: "viewer", user_id: "bo" }, { role: "viewer" }],
  should_send_notification: "yes",
  custom_message: "x".repeat(1001),
};

const { errors } = validate(bad).problem;

/** The path, the code and the sentence of each. */
export const faults = [
  [["recipients", 0, "role"], "invalid_enum_value"],
  [["recipients", 1, "user_id"], "invalid_id_format"],
  [["recipients", 2], "identifier_not_exactly_one"],
  [["should_send_notification"], "invalid_type"],
  [["custom_message"], "text_too_long"],
].map((fault, index) => [...fault, errors[index].message]);

/** What a library hands on of each issue. */
export const told = (issues) => issues.map(({ path, code, message }) => [path, code, message]);
