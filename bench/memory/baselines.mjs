export { IdiomaticSnapshot } from "../idiomatic.mjs";
export { TunedSnapshot } from "../tuned.mjs";
