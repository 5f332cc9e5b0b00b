// Rows become the snapshot that the engine decides on.

/** One row for each address of an account becomes one account; the rows of an account follow each other. */
export const accounts = (rows) => {
  const users = [];
  for (const { id, spelling, ...row } of rows) {
    if (users.at(-1)?.user_id !== id) users.push({ user_id: id, emails: [], ...row });
    if (spelling !== null) users.at(-1).emails.push(spelling);
  }
  return users;
};

export const bots = (rows) => rows.map(({ id, ...row }) => ({ bot_id: id, ...row }));

export const entries = (rows) =>
  rows.map(({ user_id, bot_id, address, ...row }) => ({
    ...(user_id !== null ? { user_id } : bot_id !== null ? { bot_id } : { email: address }),
    ...row,
  }));

const callerOf = ({ user_id, bot_id }, { role, canShare }) => ({
  ...(user_id === undefined ? { bot_id } : { user_id }),
  role,
  can_share: canShare,
});

/** The members that every snapshot of this document has for this caller. */
export const frame = (document, caller) => ({
  revision: String(document.revision),
  document: { id: document.id, owner: document.owner_id, org_id: document.org_id, state: document.state },
  caller: callerOf(caller, document),
  policy: JSON.parse(document.policy),
  limits: document.limits.map(({ name, max, used, applies_to }) => ({ name, max, used, applies_to })),
});

/** All that there is to know about a request's recipients: who is not listed does not exist, or has no access. */
export const snapshotOf = (document, caller, [userRows, botRows, entryRows]) => ({
  ...frame(document, caller),
  entries: entries(entryRows),
  entries_complete: true,
  directory: { complete: true, users: accounts(userRows), bots: bots(botRows) },
});
