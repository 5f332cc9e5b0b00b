// Values that were made to break whoever reads them, each as a function that makes a fresh one.
import { bo, request, requestText } from "./good.mjs";

const boom = () => {
  throw new Error("boom");
};
const throwing = (thrown) => ({
  get recipients() {
    throw thrown();
  },
});
const revoked = (value = {}) => {
  const { proxy, revoke } = Proxy.revocable(value, {});
  revoke();
  return proxy;
};
const everyTrap = (trap) =>
  Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap]));
const cyclic = () => {
  const value = { recipients: [] };
  value.recipients.push({ value });
  return value;
};
const utf8 = (text) => new TextEncoder().encode(text);

/** JSON.stringify cannot write these: it throws, or gives nothing. */
const unwritable = {
  "undefined": () => undefined,
  "a function": () => boom,
  "a class": () => class {},
  "a symbol": () => Symbol("request"),
  "a BigInt": () => 1n,
  "a BigInt inside": () => ({ recipients: [1n] }),
  "a boxed BigInt": () => ({ recipients: Object(1n) }),
  "a cycle": cyclic,
  "a cycle through a Proxy": () => ({ recipients: [new Proxy(cyclic(), {})] }),
  "a cycle through toJSON": () => ({ toJSON: cyclic }),
  "the global object": () => globalThis,
  "a getter that throws an error": () => throwing(() => new Error("boom")),
  "a getter that throws nothing": () => throwing(() => undefined),
  "a getter that throws null": () => throwing(() => null),
  "a getter that throws a text like one of the module's": () => throwing(() => '{"errors":[]}'),
  "a getter that throws bytes": () => throwing(() => utf8("{}")),
  "a getter that throws a problem": () => throwing(() => ({ problem: { errors: [] }, code: "snapshot_invalid" })),
  "a getter that throws a revoked Proxy": () => throwing(() => revoked()),
  "a getter that throws an error of WebAssembly": () => throwing(() => new WebAssembly.RuntimeError("unreachable")),
  "a getter that throws a RangeError": () => throwing(() => new RangeError("Maximum call stack size exceeded")),
  "a toJSON that throws": () => ({ toJSON: boom }),
  "a toJSON that gives nothing": () => ({ toJSON() {} }),
  "a toJSON that gives a function": () => ({ toJSON: () => boom }),
  "a toJSON that gives a symbol": () => ({ toJSON: () => Symbol("x") }),
  // Not a tail call: WebKit would make a loop of it.
  "a toJSON without end": () => ({ toJSON() { return [this.toJSON()]; } }),
  "a getter of toJSON that throws": () => ({ get toJSON() { return boom(); } }),
  "a Proxy whose every trap throws": () => new Proxy({}, everyTrap(boom)),
  "a Proxy whose ownKeys lies": () => new Proxy(Object.freeze({}), { ownKeys: () => ["a"] }),
  "a Proxy whose ownKeys are numbers": () => new Proxy({}, { ownKeys: () => [1] }),
  "a Proxy whose get lies": () =>
    new Proxy(Object.freeze({ recipients: 1 }), { get: (_target, name) => (name === "recipients" ? 2 : undefined) }),
  "a Proxy of an array whose length is no number": () =>
    new Proxy([], { get: (target, name) => (name === "length" ? Symbol("x") : target[name]) }),
  "a revoked Proxy": () => revoked(),
  "a revoked Proxy of a function": () => revoked(boom),
  "a revoked Proxy inside": () => ({ recipients: [revoked([])] }),
  "a String whose toString throws": () => ({ recipients: Object.assign(new String("x"), { toString: boom }) }),
  "a Number whose valueOf throws": () => Object.assign(new Number(1), { valueOf: boom }),
};

/** JSON.stringify writes these, though not as they look. */
const writable = {
  "a Map": () => new Map([["recipients", request.recipients]]),
  "a Set of recipients": () => ({ recipients: new Set(request.recipients) }),
  "a WeakMap": () => new WeakMap(),
  "a Promise": () => Promise.resolve(request),
  "a generator": () => (function* () { yield request; })(),
  "an error": () => new Error("boom"),
  "a RegExp": () => /x/g,
  "a Date": () => ({ recipients: new Date(0) }),
  "a Date that is none": () => ({ recipients: new Date(NaN) }),
  "inherited members": () => Object.create(request),
  "an inherited role": () => ({ recipients: [Object.assign(Object.create({ role: "admin" }), { user_id: bo })] }),
  "an own member __proto__": () => JSON.parse('{"__proto__": {"recipients": []}, "recipients": []}'),
  "no prototype": () => Object.assign(Object.create(null), request),
  "a sparse array": () => ({ recipients: [, request.recipients[0]] }),
  "an array-like object": () => ({ recipients: { 0: request.recipients[0], length: 1 } }),
  "an array whose length is larger": () => ({ recipients: Object.assign([...request.recipients], { length: 50 }) }),
  "an array with a toJSON": () => ({ recipients: Object.assign([], { toJSON: () => request.recipients }) }),
  "a toJSON that knows its place": () => ({ recipients: [{ toJSON: (name) => ({ role: name, user_id: bo }) }] }),
  "a toJSON that gives its text": () => ({ toJSON: () => requestText }),
  "a toJSON that changes what comes later": () => {
    const value = { should_send_notification: { toJSON: () => delete value.custom_message }, ...request };
    return value;
  },
  "a getter that deletes what comes later": () => ({
    get recipients() { delete this.custom_message; return request.recipients; },
    custom_message: "gone",
  }),
  "a getter that grows the array it is in": () => {
    const recipients = [...request.recipients];
    const get = () => {
      recipients.push(request.recipients[0]);
      return request.recipients[0];
    };
    return { recipients: Object.defineProperty(recipients, 0, { get, enumerable: true }) };
  },
  "a Proxy that only watches": () => new Proxy(request, {}),
  "a Proxy of Proxies": () => Array.from({ length: 20 }).reduce((value) => new Proxy(value, {}), request),
  "a Proxy with members that are not there": () =>
    new Proxy({}, {
      ownKeys: () => ["recipients"],
      getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
      get: (_target, name) => request[name],
    }),
  "a Proxy of an array": () => ({ recipients: new Proxy(request.recipients, {}) }),
  "a Proxy of an array that is longer": () => ({
    recipients: new Proxy([], { get: (target, name) => (name === "length" ? 150 : target[name]) }),
  }),
  "boxed texts": () => ({ recipients: [{ role: new String("viewer"), user_id: new String(bo) }] }),
  "a boxed request": () => new String(requestText),
  "a number": () => 7,
  "numbers that are none": () => ({ recipients: [NaN, Infinity, -0, 1e400] }),
  "null": () => null,
  "an array": () => [request],
  "a generator of members": () => Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, index])),
  "names of prototypes": () => ({ constructor: 1, hasOwnProperty: 2, toString: 3, recipients: [{ valueOf: 1 }] }),
  "members that are symbols": () => ({ ...request, [Symbol("role")]: "admin", surprise: Symbol("x") }),
  "members that are not enumerable": () => Object.defineProperty({ ...request }, "surprise", { value: 1 }),
  "lone surrogates": () => ({ recipients: [{ role: "viewer", email: "\ud800@example.com" }], "\udfff": 1 }),
  "an ArrayBuffer": () => utf8(requestText).buffer,
  "a DataView": () => new DataView(utf8("{}").buffer),
  "a Uint16Array": () => new Uint16Array([123, 125]),
  "a Proxy of bytes": () => new Proxy(utf8("{}"), {}),
  "what calls itself bytes": () => ({ [Symbol.toStringTag]: "Uint8Array", length: 2, 0: 123, 1: 125 }),
  "an object with the prototype of bytes": () => Object.create(Uint8Array.prototype, { length: { value: 2 } }),
};

export const hostileValues = { ...unwritable, ...writable };
