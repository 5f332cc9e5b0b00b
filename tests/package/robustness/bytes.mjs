// Bytes that lie about themselves, are shared with others, or are gone: how each is made, and the text that it means.
import { requestText } from "./good.mjs";

const text = requestText;
const utf8 = (text) => new TextEncoder().encode(text);
const size = utf8(text).length;
const boom = () => {
  throw new Error("boom");
};

class Liar extends Uint8Array {
  get length() { return 2 ** 31; }
  get byteLength() { return 2 ** 31; }
  get byteOffset() { return 2 ** 20; }
  get buffer() { return new ArrayBuffer(0); }
  set() { boom(); }
  slice() { boom(); }
  subarray() { boom(); }
  [Symbol.iterator]() { boom(); }
}

const own = (name, value) => Object.defineProperty(utf8(text), name, { value });
const filled = (buffer, at = 0) => {
  const bytes = new Uint8Array(buffer, at);
  bytes.set(utf8(text));
  return bytes;
};

const lying = {
  "a subclass that overstates its length": () => Liar.from(utf8(text)),
  "an own length": () => own("length", 2 ** 31),
  "a negative length": () => own("length", -1),
  "an own buffer": () => own("buffer", new ArrayBuffer(1)),
  "no prototype": () => Object.setPrototypeOf(utf8(text), null),
  "the prototype of an array": () => Object.setPrototypeOf(utf8(text), Array.prototype),
  "a toJSON that throws": () => own("toJSON", boom),
  "a view in the middle": () => utf8(`[[${text}]]`).subarray(2, -2),
};

const detached = () => {
  const bytes = utf8(text);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
};

const resizable = {
  "a buffer that was shrunk": () => {
    const buffer = new ArrayBuffer(2 * size, { maxByteLength: 2 * size });
    const bytes = filled(buffer);
    buffer.resize(size);
    return bytes;
  },
  "a buffer that was grown": () => {
    const buffer = new ArrayBuffer(1, { maxByteLength: 2 * size });
    const bytes = new Uint8Array(buffer);
    buffer.resize(size);
    bytes.set(utf8(text));
    return bytes;
  },
};

const outside = () => {
  const buffer = new ArrayBuffer(8, { maxByteLength: 8 });
  const bytes = new Uint8Array(buffer, 4, 4);
  buffer.resize(2);
  return bytes;
};

const shared = {
  "shared memory": () => filled(new SharedArrayBuffer(size)),
  "a part of shared memory": () => filled(new SharedArrayBuffer(size + 8), 8),
  "the memory of a module": () => {
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
    return filled(buffer).subarray(0, size);
  },
};

const canResize = () => "resizable" in ArrayBuffer.prototype;
const canShare = () => typeof SharedArrayBuffer === "function";

/** Those that this host knows. */
export const hostileBytes = () => {
  const whole = { ...lying, ...(canResize() && resizable), ...(canShare() && shared) };
  const gone = {
    "none": () => new Uint8Array(0),
    "a buffer that was given away": detached,
    ...(canResize() && { "outside of their buffer": outside }),
  };
  const entries = [
    ...Object.entries(whole).map(([name, make]) => [name, { make, meaning: text }]),
    ...Object.entries(gone).map(([name, make]) => [name, { make, meaning: "" }]),
  ];
  return Object.fromEntries(entries);
};
