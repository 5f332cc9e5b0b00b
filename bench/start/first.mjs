// One new process: node first.mjs FILE. Prints how many milliseconds pass until FILE has checked a first request.
const { check } = await (async () => {
  const began = performance.now();
  const { check } = await import(process.argv[2]);
  return { check: (value) => [check(value), performance.now() - began] };
})();
const [ok, elapsed] = check({ recipients: [{ role: "viewer", email: "bo@example.com" }], custom_message: "Have a look" });
if (!ok) throw new Error("The request is refused.");
process.stdout.write(`${elapsed}`);
