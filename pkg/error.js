/** What the package throws when it cannot answer. What is wrong with a request is an answer, never this. */
export class SharePolicyError extends Error {
  name = "SharePolicyError";
  code;
  problem;

  constructor(code, message, problem, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.problem = problem;
  }
}

/** @returns the error of a snapshot that was refused, in one line. */
export const refusedSnapshot = (problem) => {
  const [{ code, pointer, message }] = problem.errors;
  const others = problem.errors.length - 1 + (problem.more_errors ?? 0);
  const place = pointer === "" ? "" : ` (at ${pointer})`;
  const rest = others === 0 ? "" : ` And ${others} more: see \`problem.errors\`.`;
  return new SharePolicyError(code, `${message}${place}${rest}`, problem);
};
