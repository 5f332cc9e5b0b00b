// The same types from CommonJS, and they are the very same ones.
import sharePolicy = require("share-policy");
import type { EvaluateAnswer } from "share-policy";

const { AclSnapshot, SharePolicyError, evaluate, version } = sharePolicy;

const snapshot = new AclSnapshot("{}");
const answer: EvaluateAnswer = evaluate("{}", snapshot);
if (!answer.ok) {
  const problem: sharePolicy.Problem = answer.problem;
  void problem.errors[0].code;
}
const contract: 1 = version.contract;

export = { SharePolicyError, contract };
