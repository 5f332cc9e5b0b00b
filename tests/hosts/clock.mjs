// Imported before share-policy: measures what its start costs. Where the clock stands still, it measures nothing.
const spent = { compile: 0, instantiate: 0 };

const timed = (name, part) => {
  const original = WebAssembly[name];
  WebAssembly[name] = new Proxy(original, {
    construct: (target, args) => {
      const began = performance.now();
      const made = Reflect.construct(target, args);
      spent[part] += performance.now() - began;
      return made;
    },
  });
};

timed("Module", "compile");
timed("Instance", "instantiate");

const began = performance.now();

/** To be called when share-policy is there: makes the first call. @returns milliseconds. */
export const measureStart = ({ evaluate }) => {
  const load = performance.now() - began;
  const id = (prefix) => `${prefix}_01h455vb4pex5vsknk084sn02q`;
  const document = { id: id("doc"), owner: id("usr") };
  const request = { recipients: [{ role: "viewer", email: "Bob@bücher.example" }] };
  const called = performance.now();
  const { evaluation } = evaluate(request, { document, caller: { user_id: document.owner, role: "owner" }, entries: [] });
  const firstCall = performance.now() - called;
  if (evaluation.grants[0].address !== "Bob@xn--bcher-kva.example") throw new Error("The first call is wrong.");
  return { load, ...spent, firstCall };
};
