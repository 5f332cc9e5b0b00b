// The wire response as text, joined from pieces that are made once.
import * as sentences from "../idiomatic/sentences.mjs";
import { BOT, EMAIL, REASON, USER } from "./principal.mjs";
import { rankOf } from "./request.mjs";

const ROLES = ["viewer", "commenter", "collaborator", "admin"];
const NAMES = { [USER]: "user_id", [EMAIL]: "email", [BOT]: "bot_id" };

/** How a row begins, by kind and rank; the identifier follows, without its first quote. */
const HEADS = [USER, EMAIL, BOT].map((kind) => ROLES.map((role) => `{"recipient":{"role":"${role}","${NAMES[kind]}":"`));

const failed = (error) => `"},"success":false,"error":${JSON.stringify(error)}}`;

const SENTENCES = {
  [REASON.DUPLICATE]: sentences.DUPLICATE,
  [REASON.IS_CALLER]: sentences.IS_CALLER,
  [REASON.IS_OWNER]: sentences.IS_OWNER,
  [REASON.ABOVE_CEILING]: sentences.ABOVE_CEILING,
  [REASON.USER_NOT_ALLOWED]: sentences.KIND_NOT_ALLOWED.user,
  [REASON.EMAIL_NOT_ALLOWED]: sentences.KIND_NOT_ALLOWED.email,
  [REASON.BOT_NOT_ALLOWED]: sentences.KIND_NOT_ALLOWED.bot,
  [REASON.NO_EXTERNAL_SHARING]: sentences.NO_EXTERNAL_SHARING,
  [REASON.DOMAIN_REFUSED]: sentences.DOMAIN_REFUSED,
  [REASON.ROLE_REFUSED]: sentences.ROLE_REFUSED,
  [REASON.NOT_FOUND]: sentences.NOT_FOUND,
  [REASON.AMBIGUOUS]: sentences.AMBIGUOUS,
  [REASON.INACTIVE]: sentences.INACTIVE,
  [REASON.BLOCKED]: sentences.BLOCKED,
  [REASON.HAS_ACCESS]: sentences.HAS_ACCESS,
  [REASON.LIMIT_REACHED]: sentences.LIMIT_REACHED,
  [REASON.INDETERMINATE]: sentences.INDETERMINATE,
};

/** How a row ends, by reason, from the identifier's last quote on. */
const TAILS = ['"},"success":true}'];
for (const [reason, sentence] of Object.entries(SENTENCES)) TAILS[reason] = failed(sentence);
const UNREADABLE = new Map(Object.values(sentences.INVALID_EMAIL).map((sentence) => [sentence, failed(sentence)]));

/** A text between quotes: most have nothing to escape. */
const inQuotes = (text) => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 34 || code === 92 || code > 126) return JSON.stringify(text).slice(1, -1);
  }
  return text;
};

/** @returns the wire response to these rows, each a role and one identifier. */
export const answer = (batch, rows) => {
  const total = rows.length;
  batch.begin(total);
  let successful = 0;
  let text = "";
  for (let index = 0; index < total; index += 1) {
    const row = rows[index];
    const { email } = row;
    const rank = rankOf(row.role);
    if (index > 0) text += ",";
    let reason;
    if (email !== undefined) {
      reason = batch.byEmail(email, rank);
      text += HEADS[EMAIL][rank] + inQuotes(email);
    } else {
      const { user_id } = row;
      const kind = user_id === undefined ? BOT : USER;
      const id = user_id === undefined ? row.bot_id : user_id;
      reason = batch.byId(kind, id, rank);
      text += HEADS[kind][rank] + id;
    }
    text += reason < 0 ? UNREADABLE.get(batch.fault) : TAILS[reason];
    if (reason === REASON.NONE) successful += 1;
  }
  return `{"total":${total},"successful":${successful},"failed":${total - successful},"results":[${text}]}`;
};
