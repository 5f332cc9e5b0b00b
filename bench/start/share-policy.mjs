import { validate } from "share-policy";

export const check = (value) => validate(value).ok;
