// A small request and snapshot whose answer is known, for the tests beside it.
import assert from "node:assert/strict";

const id = (prefix, digit) => `${prefix}_${`${digit}`.repeat(26)}`;

export const owner = id("usr", 0);
export const caller = id("usr", 1);
export const bo = id("usr", 2);
export const documentId = id("doc", 3);

export const request = {
  recipients: [
    { role: "viewer", user_id: bo },
    { role: "commenter", email: "New.Person@Example.com" },
    { role: "admin", user_id: caller },
  ],
  custom_message: "Have a look",
};

export const snapshot = {
  revision: "r7",
  document: { id: documentId, owner },
  caller: { user_id: caller, role: "collaborator" },
  entries: [{ user_id: owner, email: "owner@example.com", role: "admin", display_name: "Owner", avatar: null }],
};

export const codes = ["granted", "invited", "recipient_is_caller"];

/** Fails unless the call that is known to be good answers just what it always does. */
export const stillGood = ({ evaluate, respond }) => {
  const answer = evaluate(request, snapshot);
  assert.equal(answer.ok, true);
  assert.equal(JSON.stringify(answer), good ?? (good = JSON.stringify(answer)));
  assert.deepEqual(answer.evaluation.results.map(({ code }) => code), codes);
  const { status, body } = respond(JSON.stringify(request), snapshot);
  assert.equal(status, 200);
  const text = new TextDecoder().decode(body);
  assert.equal(text, goodBody ?? (goodBody = text));
};

let good;
let goodBody;
