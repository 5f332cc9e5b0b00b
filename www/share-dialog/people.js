// Who people are, as the snapshot tells. Names are chosen by strangers: text, and nothing else.

/** @returns what is known of each account and bot, by id. */
const namesOf = ({ directory, entries }) => {
  const names = new Map();
  for (const { user_id, bot_id, emails, display_name } of [...(directory?.users ?? []), ...(directory?.bots ?? [])]) {
    names.set(user_id ?? bot_id, { name: display_name ?? undefined, address: emails?.[0] });
  }
  for (const { user_id, bot_id, email, display_name } of entries) {
    const id = user_id ?? bot_id;
    const known = names.get(id);
    if (id != null)
      names.set(id, { name: known?.name ?? display_name ?? undefined, address: known?.address ?? email ?? undefined });
  }
  return names;
};

const described = (names, id, email, display_name) => {
  const known = names.get(id) ?? {};
  const name = display_name ?? known.name;
  const address = email ?? known.address;
  return {
    id,
    name: name ?? address ?? id,
    address: name === undefined || name === null ? undefined : (address ?? undefined),
  };
};

const ORDER = ["owner", "admin", "collaborator", "commenter", "viewer"];

/** @returns who has access: the owner, then by role, in the snapshot's order. */
const accessOf = ({ document, entries, caller }, names) => {
  const me = caller.user_id ?? caller.bot_id;
  const listed = entries.map(({ user_id, bot_id, email, role, display_name }) => {
    const id = user_id ?? bot_id ?? undefined;
    return { ...described(names, id, email, display_name), role, isCaller: id !== undefined && id === me };
  });
  const owner = { ...described(names, document.owner), role: "owner", isCaller: document.owner === me };
  const others = listed.filter(({ id }) => id !== document.owner);
  return [owner, ...others.sort((one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role))];
};

/** The people of a snapshot: `access` lists them, `nameOf` tells a principal's name, when it has one. */
export const peopleOf = (facts) => {
  const names = namesOf(facts);
  const nameOf = (principal) => names.get(principal?.user_id ?? principal?.bot_id)?.name;
  return { access: accessOf(facts, names), nameOf };
};
