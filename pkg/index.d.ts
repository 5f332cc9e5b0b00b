// One set of declarations for both module systems, so that a type is the same type
// in both. It stands in the CommonJS file because only that can be read from either.
export * from "./index.cjs";
