// The host is an edge worker: the cases are posted, the report is the response. A GET makes one call.
import { measureStart } from "./clock.mjs";
import * as sharePolicy from "share-policy";
import { answerAll } from "../matrix/answer.mjs";

const start = measureStart(sharePolicy);

export const answerPost = async (request) => {
  if (request.method !== "POST") return new Response(sharePolicy.version.package);
  return Response.json({ start, ...(await answerAll(sharePolicy, await request.json())) });
};
