export { check } from "../schemas/zod.mjs";
