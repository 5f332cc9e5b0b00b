// All of this is written once, in index.d.cts.
export * from "./index.cjs";
