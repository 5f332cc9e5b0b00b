// The call that is known to be good. No imports: this runs in every host.
const id = (prefix, digit) => `${prefix}_${`${digit}`.repeat(26)}`;

export const [owner, caller, bo] = [id("usr", 0), id("usr", 1), id("usr", 2)];
export const documentId = id("doc", 3);

export const request = {
  recipients: [
    { role: "viewer", user_id: bo },
    { role: "commenter", email: "New.Person@Example.com" },
    { role: "admin", user_id: caller },
    { role: "viewer", email: "nobody@example" },
  ],
  custom_message: "Schöne Grüße 𝄞",
};
export const requestText = JSON.stringify(request);

export const snapshot = {
  revision: "r7",
  document: { id: documentId, owner },
  caller: { user_id: caller, role: "collaborator" },
  entries: [{ user_id: owner, email: "owner@example.com", role: "admin" }],
};
export const snapshotText = JSON.stringify(snapshot);

const CODES = ["granted", "invited", "recipient_is_caller", "invalid_email"];

const read = ({ status, contentType, body }) => `${status} ${contentType} ${new TextDecoder().decode(body)}`;

/** All that the good call answers, as one text. */
const answer = ({ evaluate, respond, validate, AclSnapshot }) => {
  const resident = new AclSnapshot(snapshot);
  const answers = [
    evaluate(request, snapshot),
    evaluate(requestText, snapshotText),
    resident.evaluate(request),
    validate(request),
    read(respond(requestText, snapshot)),
    read(resident.respond(requestText, { detail: true })),
    resident.documentId,
  ];
  resident.free();
  return JSON.stringify(answers);
};

/** @returns a function that fails unless the good call answers exactly as it did at first. */
export const goodCall = (api) => {
  const codes = api.evaluate(request, snapshot).evaluation.results.map(({ code }) => code);
  if (`${codes}` !== `${CODES}`) throw new Error(`the good call answers ${codes}`);
  const first = answer(api);
  return () => {
    const again = answer(api);
    if (again !== first) throw new Error(`the good call answers ${again}`);
  };
};
