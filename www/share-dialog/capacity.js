// What the limits leave, with and without this request.

const COUNTS = {
  all: () => true,
  external: ({ external }) => external === true,
  invite: ({ code }) => code === "invited",
  bot: ({ recipient }) => recipient.bot_id !== undefined,
};

/** Undecided rows use a limit only perhaps. */
const mayCount = {
  ...COUNTS,
  external: ({ external }) => external !== false,
  invite: ({ recipient }) => recipient.email !== undefined,
};

const usedOf = (limit, results) => {
  const { name, max, used, applies_to } = limit;
  const left = Math.max(0, max - used);
  const more = results.filter((row) => row.success && COUNTS[applies_to](row)).length;
  const undecided = results.filter((row) => row.code === "indeterminate" && mayCount[applies_to](row)).length;
  return { name, max, used, more, perhaps: Math.min(undecided, left - more) };
};

/** @returns for each limit `{ name, max, used, more, perhaps }`: what the results use of it, for certain and perhaps. */
export const capacityOf = (limits, results) => (limits ?? []).map((limit) => usedOf(limit, results));
