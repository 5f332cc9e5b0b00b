/** Cloudflare D1 as the service's database: a batch is a transaction. */
export const d1 = (binding) => {
  const batch = async (statements) => {
    const prepared = statements.map(({ sql, args }) => binding.prepare(sql).bind(...args));
    return (await binding.batch(prepared)).map(({ results }) => results);
  };
  return { read: batch, write: batch };
};
