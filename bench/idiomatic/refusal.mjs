// Why nothing of a request is taken, and the problem document that says so.
import { Refused } from "./request.mjs";

const forbidden = (detail, message) => new Refused(403, [{ code: "sharing_not_allowed", pointer: "", message, detail }]);

/** Why the caller may not share at all, or undefined. */
export const refusal = (snapshot) => {
  const { callerRank, caller, state } = snapshot;
  if (callerRank === undefined) return forbidden("no_role", "You do not have access to this document.");
  const status = snapshot.users.get(caller)?.status ?? snapshot.bots.get(caller)?.status ?? "active";
  if (snapshot.directory !== "absent" && status !== "active") return forbidden("caller_inactive", "Your account is not active.");
  if (state !== "active") {
    return new Refused(409, [{ code: "document_unavailable", pointer: "", message: `The document is ${state}.`, state }]);
  }
  if (!snapshot.sharingEnabled) return forbidden("organization_disabled", "Your organization has switched sharing off.");
  if (!snapshot.canShare) return forbidden("capability_denied", "You may not share this document.");
  if (callerRank < snapshot.minRank) return forbidden("below_minimum_role", "Your role does not allow sharing.");
  return undefined;
};

export const problem = ({ status, errors, moreErrors, message: detail }) => {
  const [{ code }] = errors;
  const title = "The request cannot be taken";
  return { type: `urn:share-policy:problem:${code}`, title, status, detail, errors, ...(moreErrors > 0 && { more_errors: moreErrors }) };
};
