// Does one job with the package, and measures how long it takes until there is a first answer.

const milliseconds = async (work) => {
  const since = performance.now();
  const value = await work();
  return [value, performance.now() - since];
};

const firstCall = ({ evaluate }) =>
  evaluate(
    { recipients: [{ role: "viewer", email: "bo@example.com" }] },
    {
      document: { id: "doc_01h455vb4pex5vsknk084sn02q", owner: "usr_01h455vb4pex5vsknk084sn02r" },
      caller: { user_id: "usr_01h455vb4pex5vsknk084sn02r", role: "owner" },
      entries: [],
    },
  );

/**
 * A job is a module of jobs/ with `run(api, prepared, tell)`, and `prepare()` when something
 * has to be done before the package is loaded.
 */
export const perform = async (name, load, tell) => {
  try {
    const { prepare, run } = await import(`./jobs/${name}.mjs`);
    const prepared = await prepare?.();
    const [api, loadTime] = await milliseconds(load);
    const [, firstCallTime] = await milliseconds(() => firstCall(api));
    tell("loaded");
    const [report, runTime] = await milliseconds(() => run(api, prepared, tell));
    return { report, loadTime, firstCallTime, runTime, userAgent: navigator.userAgent };
  } catch (error) {
    return { error: `${error.name} ${error.code ?? ""}: ${error.message}\n${error.stack}` };
  }
};
