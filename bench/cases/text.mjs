// Words that the cases share.

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

export const decode = (bytes) => decoder.decode(bytes);
export const encode = (text) => encoder.encode(text);
export const parse = (bytes) => JSON.parse(decode(bytes));

export const thousands = (count) => (count < 1000 ? `${count}` : `${count / 1000}k`);
export const recipients = (size) => (Number(size) === 1 ? "1 recipient" : `${size} recipients`);

export const TUNED = "hand-tuned JavaScript";
export const IDIOMATIC = "idiomatic JavaScript";
export const WITH_ZOD = "zod + JavaScript";
