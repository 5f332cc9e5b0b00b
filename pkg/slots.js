// What is true of bytes, whatever they say of themselves. The getters of %TypedArray% read internal slots: no property
// of the value, own or inherited, and no other realm, can change what they say.
export const Bytes = Uint8Array;

export const unbound = Function.prototype.bind.bind(Function.prototype.call);

const slot = (name) =>
  unbound(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Bytes.prototype), name).get);
const typedArrayName = slot(Symbol.toStringTag);
const bufferOf = slot("buffer");
const offsetOf = slot("byteOffset");
export const lengthOf = slot("length");

/** @returns whether the value is a Uint8Array, of whatever realm. */
export const isBytes = (value) => typedArrayName(value) === "Uint8Array";

/** @returns a view of the bytes from there on, of so many at most. */
export const partOf = (bytes, from, most) => {
  const left = lengthOf(bytes) - from;
  return new Bytes(bufferOf(bytes), offsetOf(bytes) + from, left < most ? left : most);
};

/** A view of our own: a subclass may say anything about its length. A detached one has none. */
export const viewOf = (bytes) => (lengthOf(bytes) === 0 ? new Bytes(0) : partOf(bytes, 0, lengthOf(bytes)));
