// Whether a request is of the shape that most are. One that is not is read again, by the code that names its faults.
import { isId } from "./plain.mjs";

const MAX_RECIPIENTS = 100;
const MAX_MESSAGE = 1000;

/** The place of a role in the order of roles, or -1. Their lengths differ: one comparison of texts is enough. */
export const rankOf = (role) => {
  if (typeof role !== "string") return -1;
  switch (role.length) {
    case 6:
      return role === "viewer" ? 0 : -1;
    case 9:
      return role === "commenter" ? 1 : -1;
    case 12:
      return role === "collaborator" ? 2 : -1;
    case 5:
      return role === "admin" ? 3 : -1;
    default:
      return -1;
  }
};

const isUsualRow = (row) => {
  if (typeof row !== "object" || row === null || rankOf(row.role) < 0) return false;
  let members = 0;
  for (const _name in row) members += 1;
  if (members !== 2) return false;
  return typeof row.email === "string" || isId(row.user_id, 117, 115, 114) || isId(row.bot_id, 98, 111, 116);
};

const isUsualMessage = (text) => text === undefined || (typeof text === "string" && text.length <= MAX_MESSAGE);

/** Whether nothing is wrong with it, and every row is a role and one identifier. */
export const isUsual = (request) => {
  if (typeof request !== "object" || request === null) return false;
  const { recipients, should_send_notification: notify, custom_message: message } = request;
  if (!Array.isArray(recipients) || recipients.length === 0 || recipients.length > MAX_RECIPIENTS) return false;
  if ((notify !== undefined && typeof notify !== "boolean") || !isUsualMessage(message)) return false;
  let others = -1;
  for (const _name in request) others += 1;
  if (others !== (notify === undefined ? 0 : 1) + (message === undefined ? 0 : 1)) return false;
  for (let index = 0; index < recipients.length; index += 1) if (!isUsualRow(recipients[index])) return false;
  return true;
};
