// Watches the memory of the WebAssembly modules that are started after it, and can limit it:
// a module that may have four gigabytes is hard to bring to its end.

const PAGE = 65_536;
const MEMORY_SECTION = 5;

const readNumber = (bytes, at) => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
};

const writeNumber = (value) => {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return [...bytes, value];
};

const joined = (parts) => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The same module, except that its one memory may not grow beyond so many pages. */
const limited = (source, pages) => {
  const bytes = new Uint8Array(source.buffer ?? source, source.byteOffset ?? 0, source.byteLength);
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = readNumber(bytes, at + 1);
    if (bytes[at] === MEMORY_SECTION) {
      const [initial] = readNumber(bytes, start + 2); // After the count of memories and the flags.
      const limits = [1, 1, ...writeNumber(initial), ...writeNumber(pages)];
      const section = [MEMORY_SECTION, ...writeNumber(limits.length), ...limits];
      return joined([bytes.subarray(0, at), section, bytes.subarray(start + size)]);
    }
    at = start + size;
  }
  throw new Error("The module has no memory of its own.");
};

/**
 * To be called before the package is imported.
 * @returns how large the memory, and the table of objects that it holds, of the youngest instance are.
 */
export const watchMemory = ({ maxBytes } = {}) => {
  const { Module, Instance, instantiate } = WebAssembly;
  const pages = maxBytes && Math.floor(maxBytes / PAGE);
  const given = (source) => (pages === undefined || source instanceof Module ? source : limited(source, pages));
  let exports;
  WebAssembly.Module = new Proxy(Module, { construct: (target, [source]) => new target(given(source)) });
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (target, args) => {
      const instance = new target(...args);
      exports = instance.exports;
      return instance;
    },
  });
  WebAssembly.instantiate = async (source, imports) => {
    const made = await instantiate(given(source), imports);
    exports = (made.instance ?? made).exports;
    return made;
  };
  WebAssembly.instantiateStreaming = async (response, imports) =>
    WebAssembly.instantiate(await (await response).arrayBuffer(), imports);
  return () => {
    if (exports === undefined) throw new Error("No module was started since memory is watched.");
    return { bytes: exports.memory.buffer.byteLength, objects: exports.__wbindgen_externrefs.length };
  };
};
