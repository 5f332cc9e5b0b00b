// The snapshot that the tests' browser knows: as the service's, without anybody outside the organisation.

export const DOCUMENT = "doc_01ka56tntjgx5hwj83p7wsea0f";
const ORG = "org_01kavpg6kqnj42y6q2h935vf29";

const PEOPLE = [
  ["usr_01kczab5rrb146vh73jnxm23h3", "priya.nair", "Priya Nair"],
  ["usr_01kbfcy7mtsqts3gkk83nszeh0", "tom.becker", "Tom Becker"],
  ["usr_01kbxkbcywat28g7vfnajgnsbv", "mei.chen", "Mei Chen 陳美"],
  ["usr_01kad1se2z4e63n1sxfczcfsng", "sam.okafor", "Sam Okafor"],
  ["usr_01k9rbemnv23850nhbv128pbdf", "grace.kim", "Grace Kim"],
  ["usr_01kctm5f1cj35hdv77rvdj1jt8", "omar.haddad", "Omar Haddad عمر حداد"],
  ["usr_01k834h1vdhjjmyk8m6rf47cqa", "frontdesk", "Front desk (Oslo)"],
  ["usr_01k8k8kpa122kzrx602d2xv1rf", "frontdesk", "Front desk (Bergen)"],
  ["usr_01k9y2sqmgcq6a6pq1afjrk30c", "noor.aziz", "Noor Aziz", "suspended"],
  ["usr_01k8f1wqamcasf5x4jecsn2gzh", "ivan.petrov", "Ivan Petrov"],
  ["usr_01k9bet6j2s6fy4dx24vn8smth", "hugo.lund", "Hugo Lund"],
];

const users = PEOPLE.map(([user_id, local, display_name, status = "active"]) => ({
  user_id,
  emails: [`${local}@northwind.example`],
  org_id: ORG,
  status,
  display_name,
}));

/** @param changes replace members of the snapshot: `(snapshot) => {…}` */
export const snapshot = (changes = {}) => ({
  revision: "7",
  document: { id: DOCUMENT, owner: PEOPLE[0][0], org_id: ORG },
  caller: { user_id: PEOPLE[1][0], role: "collaborator" },
  entries: [
    { user_id: PEOPLE[1][0], email: "tom.becker@northwind.example", role: "collaborator", display_name: "Tom Becker" },
    { user_id: PEOPLE[4][0], email: "grace.kim@northwind.example", role: "admin", display_name: "Grace Kim" },
    { email: "guest@launch-event.example", role: "viewer" },
  ],
  directory: {
    complete: false,
    users,
    bots: [{ bot_id: "bot_01k8nb1d1d2j297g1s5g5vcy54", org_id: ORG, display_name: "Release notes bot" }],
  },
  policy: {
    internal_domains: ["northwind.example", "*.northwind.example"],
    blocked_domains: ["contoso.example"],
    blocked_recipients: [PEOPLE[9][0]],
    max_role: { external: "commenter" },
  },
  limits: [{ name: "guests", max: 50, used: 48, applies_to: "external" }],
  ...changes,
});

/** The same facts with everybody known: nothing is left for the server to decide. */
export const complete = (changes = {}) => snapshot({ directory: { complete: true, users }, ...changes });
