// All of this is written once, in init.d.cts.
export * from "./init.cjs";
