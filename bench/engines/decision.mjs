// The decision step alone, in policy engines. They are told the facts about each row: who it names, whether that is an
// account, in which domain, with which access. To find those out is the greater part of the job, and not theirs here.
import { recipients } from "../cases/text.mjs";

const RANK = { viewer: 0, commenter: 1, collaborator: 2, admin: 3 };
const COLLABORATOR = 2;
const COMMENTER = 1;

const kindOf = ({ user_id, bot_id }) => (user_id !== undefined ? "user" : bot_id !== undefined ? "bot" : "email");

/** The facts of a row, taken from its evaluation. */
const factsOf = ({ recipient, code, also = [], external, params }) => {
  const holds = (name) => code === name || also.includes(name);
  return {
    rank: RANK[recipient.role],
    kind: kindOf(recipient),
    external: external === true,
    status: code === "recipient_inactive" ? params.status : holds("recipient_inactive") ? "suspended" : "active",
    readable: !holds("invalid_email"),
    duplicate: holds("duplicate_recipient"),
    caller: holds("recipient_is_caller"),
    owner: holds("recipient_is_owner"),
    blockedDomain: holds("domain_blocked"),
    found: !holds("recipient_not_found"),
    ambiguous: holds("recipient_ambiguous"),
    blocked: holds("recipient_blocked"),
    hasAccess: holds("already_has_access"),
    full: holds("limit_reached"),
    known: !holds("indeterminate"),
  };
};

/** Facts that must be so, and those that must not. */
const REQUIRED = ["readable", "found", "known"];
const FORBIDDEN = ["duplicate", "caller", "owner", "blockedDomain", "ambiguous", "blocked", "hasAccess", "full"];

const casl = ({ createMongoAbility, subject }) => {
  const deny = (conditions) => ({ inverted: true, action: "share", subject: "Recipient", conditions });
  const ability = createMongoAbility([
    { action: "share", subject: "Recipient" },
    ...REQUIRED.map((name) => deny({ [name]: false })),
    ...FORBIDDEN.map((name) => deny({ [name]: true })),
    deny({ rank: { $gt: COLLABORATOR } }),
    deny({ kind: { $nin: ["user", "email", "bot"] } }),
    deny({ external: true, rank: { $gt: COMMENTER } }),
    deny({ status: { $ne: "active" } }),
  ]);
  return { prepare: (facts) => subject("Recipient", { ...facts }), allows: (row) => ability.can("share", row) };
};

/** All in one matcher, which casbin compiles once: rules as policy lines, each evaluated for itself, take many times as long. */
const MATCHER = [
  ...REQUIRED.map((name) => `r.row.${name}`),
  ...FORBIDDEN.map((name) => `!r.row.${name}`),
  `r.row.rank <= ${COLLABORATOR}`,
  '(r.row.kind == "user" || r.row.kind == "email" || r.row.kind == "bot")',
  `!(r.row.external && r.row.rank > ${COMMENTER})`,
  'r.row.status == "active"',
].join(" && ");

const MODEL = `
[request_definition]
r = row
[policy_definition]
p = eft
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = ${MATCHER}
`;

const casbin = async ({ newEnforcer, newModel }) => {
  const enforcer = await newEnforcer(newModel(MODEL));
  return { prepare: (facts) => facts, allows: (row) => enforcer.enforceSync(row) };
};

const cedar = ({ preparsePolicySet, statefulIsAuthorized }) => {
  const forbid = (condition) => `forbid(principal, action, resource) when { ${condition} };`;
  const policies = [
    "permit(principal, action, resource);",
    ...REQUIRED.map((name) => forbid(`!context.${name}`)),
    ...FORBIDDEN.map((name) => forbid(`context.${name}`)),
    forbid(`context.rank > ${COLLABORATOR}`),
    forbid('!["user", "email", "bot"].contains(context.kind)'),
    forbid(`context.external && context.rank > ${COMMENTER}`),
    forbid('context.status != "active"'),
  ];
  const parsed = preparsePolicySet("sharing", { staticPolicies: policies.join("\n") });
  if (parsed.type !== "success") throw new Error(`Cedar refuses the policies: ${JSON.stringify(parsed)}`);
  const call = {
    principal: { type: "User", id: "caller" },
    action: { type: "Action", id: "share" },
    resource: { type: "Document", id: "document" },
    preparsedPolicySetId: "sharing",
    entities: [],
  };
  const allows = (call) => {
    const { type, response } = statefulIsAuthorized(call);
    return type === "success" && response.decision === "allow";
  };
  return { prepare: (context) => ({ ...call, context }), allows };
};

/** The engines, from their packages. */
export const makeEngines = async (packages) => ({
  CASL: casl(packages.casl),
  casbin: await casbin(packages.casbin),
  "Cedar (WebAssembly)": cedar(packages.cedar),
});

const allowsAll = ({ allows }) => (rows) => {
  let count = 0;
  for (const row of rows) if (allows(row)) count += 1;
  return count;
};

const rowsOf = ({ sharePolicy }, body) => sharePolicy.evaluate(body).evaluation.results;

/** @returns the first row that an engine decides otherwise. */
export const findOtherDecision = (engines, workload) => {
  for (const body of Object.values(workload.requests).flat()) {
    for (const row of rowsOf(workload, body)) {
      for (const [name, { prepare, allows }] of Object.entries(engines)) {
        if (allows(prepare(factsOf(row))) !== row.success) return `${name} decides otherwise about ${JSON.stringify(row)}`;
      }
    }
  }
  return undefined;
};

const TITLE = "For information: policy engines, the decision step alone";
const SIZE = 100;

export const decision = (engines, workload) => {
  const bodies = workload.requests[SIZE];
  const facts = bodies.map((body) => rowsOf(workload, body).map(factsOf));
  const contenders = Object.entries(engines).map(([name, engine]) => {
    const inputs = facts.map((rows) => rows.map(engine.prepare));
    return { name: `${name}, allow or deny, all facts given`, run: allowsAll(engine), inputs: inputs.slice(0, 4) };
  });
  const whole = { name: "share-policy, respond(bytes): the whole job", run: (body) => workload.sharePolicy.respond(body), inputs: bodies.slice(0, 4) };
  return { title: TITLE, cases: [{ name: recipients(SIZE), share: 0.3, contenders: [whole, ...contenders] }] };
};
