// As ../index.d.ts: one set of declarations for both module systems.
export * from "./index.cjs";
