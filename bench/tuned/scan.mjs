// A snapshot that comes with its request, and is asked once: only what the request names is picked out of it.

/** Whom the rows name, by id and by key; whose caller and owner the answer depends on belong to them. */
const named = (rows, addresses, { document, caller }) => {
  const names = new Set([document.owner, caller.user_id ?? caller.bot_id]);
  for (let index = 0; index < rows.length; index += 1) {
    const { email, user_id, bot_id } = rows[index];
    const name = email === undefined ? (user_id ?? bot_id) : addresses.key(email);
    if (name !== undefined) names.add(name);
  }
  return names;
};

const namesAny = (emails, names, addresses) => {
  for (let at = 0; at < emails.length; at += 1) if (names.has(addresses.learn(emails[at]))) return true;
  return false;
};

/** An address that is wanted may be tied by an entry to an account that is not named otherwise: then its account is. */
const addAccountsOfEntries = (entries, names, addresses) => {
  for (let at = 0; at < entries.length; at += 1) {
    const { user_id, email } = entries[at];
    if (email && user_id && !names.has(user_id) && names.has(addresses.learn(email))) names.add(user_id);
  }
};

const pickUsers = (users, names, addresses) => {
  const picked = [];
  for (let at = 0; at < users.length; at += 1) {
    const { user_id, emails } = users[at];
    if (!names.has(user_id)) {
      if (!emails || !namesAny(emails, names, addresses)) continue;
      names.add(user_id);
    }
    picked.push(users[at]);
  }
  return picked;
};

const pickBots = (bots, names) => {
  const picked = [];
  for (let at = 0; at < bots.length; at += 1) if (names.has(bots[at].bot_id)) picked.push(bots[at]);
  return picked;
};

const pickEntries = (entries, names, addresses) => {
  const picked = [];
  for (let at = 0; at < entries.length; at += 1) {
    const { user_id, bot_id, email } = entries[at];
    const isNamed = user_id ? names.has(user_id) : bot_id ? names.has(bot_id) : names.has(addresses.learn(email));
    if (isNamed) picked.push(entries[at]);
  }
  return picked;
};

/** @returns the snapshot without those whom these rows do not name. */
export const pick = (snapshot, rows, addresses) => {
  const names = named(rows, addresses, snapshot);
  const { entries, directory } = snapshot;
  addAccountsOfEntries(entries, names, addresses);
  const users = directory?.users && pickUsers(directory.users, names, addresses);
  const bots = directory?.bots && pickBots(directory.bots, names);
  return { ...snapshot, entries: pickEntries(entries, names, addresses), directory: directory && { ...directory, users, bots } };
};
