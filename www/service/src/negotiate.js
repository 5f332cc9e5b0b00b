// Whether what a client sends and takes is JSON.

const JSON_TYPE = /^application\/json *(?:; *charset *= *(?:utf-8|"utf-8") *)?;?$/i;
const ACCEPTED = ["application/json", "application/*", "*/*"];

const refuses = (parameters) => parameters.some((parameter) => /^q *= *0(?:\.0{0,3})?$/i.test(parameter.trim()));

/** An absent header takes everything; of several ranges for JSON the most precise one counts (RFC 9110, 12.5.1). */
export const takesJson = (accept) => {
  if (accept === null || accept.trim() === "") return true;
  const ranges = accept.split(",").map((range) => range.split(";"));
  const named = (type) => ranges.find(([name]) => name.trim().toLowerCase() === type);
  const range = ACCEPTED.map(named).find((found) => found !== undefined);
  return range !== undefined && !refuses(range.slice(1));
};

/** @returns whether the body is JSON as it stands. */
export const sendsJson = (headers) => {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  return encoding === "identity" && JSON_TYPE.test(headers.get("content-type")?.trim() ?? "");
};
