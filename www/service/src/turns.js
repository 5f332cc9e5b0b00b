// Those that have collided go one after the other, as far as they meet in one instance of the service. It saves them
// further collisions and guards nothing: the revision does. So nobody waits long for one that does not come back.

const PATIENCE = 2000;

const within = async (promise, milliseconds) => {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([promise, late]);
  clearTimeout(timer);
};

/** @returns what does a piece of work when those before it, with the same name, are done. */
export const takeTurns = () => {
  const last = new Map();
  return async (name, work) => {
    const before = last.get(name);
    let done;
    const own = new Promise((resolve) => (done = resolve));
    last.set(name, own);
    if (before !== undefined) await within(before, PATIENCE);
    try {
      return await work();
    } finally {
      done();
      if (last.get(name) === own) last.delete(name);
    }
  };
};
