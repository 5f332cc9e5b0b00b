// The dialog's own words. Names and addresses are put into sentences between isolates, so that a name that is
// written from right to left cannot turn the sentence around.

const isolated = (text) => `\u2068${text}\u2069`;

const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const people = (number) => count(number, "person", "people");

/** Three names say whom; more say how many. */
const names = (list) => {
  const shown = list.slice(0, 3).map(isolated);
  const more = list.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
};

// What a server sends may be no role at all: then there is no sentence.
const role = {
  __proto__: null,
  viewer: "Viewer",
  commenter: "Commenter",
  collaborator: "Collaborator",
  admin: "Admin",
  owner: "Owner",
};

const status = { __proto__: null, suspended: "account suspended", deleted: "account deleted" };

export const english = {
  lang: "en",
  role,
  can: {
    viewer: "can read",
    commenter: "can read and comment",
    collaborator: "can edit",
    admin: "can edit and manage sharing",
  },
  title: (document) => (document ? `Share “${isolated(document)}”` : "Share"),
  close: "Close",
  add: "Add people",
  placeholder: "Names or email addresses",
  placeholderMore: "Add more",
  keys: "Separate addresses by comma or Enter, or paste a list.",
  chips: "People to share with",
  chipKeys: "Arrow keys move, Delete removes, Enter edits.",
  remove: (name) => `Remove ${isolated(name)}`,
  removed: (name) => `${isolated(name)} removed.`,
  clear: "Clear all",
  cleared: (number) => `${people(number)} removed.`,
  undo: "Undo",
  undone: (number) => `${people(number)} put back.`,
  added: (number, kept) =>
    `${people(number)} added${kept > 0 ? `, ${count(kept, "entry", "entries")} could not be read` : ""}.`,
  full: (number) => `A request takes 100 people. ${people(number)} more stay in the box until these are sent.`,
  moreFaults: (number) => `and ${number} more`,
  roleLabel: "Role",
  external: "External",
  you: "you",
  suggestion: (address) => `Use ${isolated(address)}`,
  used: (address) => `Changed to ${isolated(address)}.`,
  short: {
    granted: () => "gets access",
    invited: () => "is invited",
    already_has_access: ({ current_role }) => role[current_role] && `already ${role[current_role].toLowerCase()}`,
    recipient_is_caller: () => "this is you",
    recipient_is_owner: () => "owner",
    duplicate_recipient: () => "listed twice",
    indeterminate: () => "server decides",
    invalid_email: () => "not an address",
    role_exceeds_ceiling: () => "role too high",
    recipient_kind_not_allowed: () => "not allowed",
    external_sharing_disabled: () => "outside sharing is off",
    domain_blocked: () => "domain blocked",
    domain_not_allowed: () => "domain not allowed",
    role_not_allowed_for_recipient: ({ max_role }) => role[max_role] && `${role[max_role].toLowerCase()} at most`,
    recipient_not_found: () => "not found",
    recipient_ambiguous: () => "several accounts",
    recipient_inactive: (params) => status[params.status],
    recipient_blocked: () => "blocked",
    limit_reached: () => "no place left",
    refused: () => "refused",
    closed: () => "not possible",
    undecided: () => "cannot be decided",
  },
  group: {
    granted: (number) => `${count(number, "gets", "get")} access`,
    invited: (number) => `${count(number, "is", "are")} invited by email`,
    unknown: (number) => `${count(number, "is", "are")} decided by the server`,
    present: (number) => `${count(number, "has", "have")} access already`,
    duplicate: (number) => `${count(number, "is", "are")} listed twice`,
    blocked: (number) => `${number.toLocaleString("en")} cannot be added`,
    external: (number) => `${count(number, "is", "are")} outside your organization`,
    hints: (number) => `${number.toLocaleString("en")} to look at twice`,
  },
  outlook: "What will happen",
  outcome: {
    granted: (name) => (name ? `Gets access as ${name}.` : "Gets access."),
    invited: (name) => (name ? `Gets an invitation and becomes ${name}.` : "Gets an invitation."),
  },
  refused: "The server refused this.",
  notify: "Notify people",
  message: "Message",
  optional: "optional",
  counter: (used, most) => `${used.toLocaleString("en")} of ${most.toLocaleString("en")} characters`,
  ignored: "The message is not sent, as recipients are not notified.",
  tooLong: (over) => `${count(over, "character", "characters")} too many.`,
  capacity: (used, max, name) => `${used.toLocaleString("en")} of ${max.toLocaleString("en")} ${isolated(name)}`,
  capacityMore: (more, perhaps) =>
    perhaps > 0
      ? `${more > 0 ? `${more} to` : "up to"} ${more + perhaps} more with this`
      : more > 0
        ? `${more} more with this`
        : "",
  access: "People with access",
  accessMore: (number) => `Show ${number} more`,
  entriesIncomplete: "There are others who are not listed here.",
  submit: (sure, perhaps, not) => {
    const some = perhaps === 0 ? `${sure}` : sure === 0 ? `up to ${perhaps}` : `${sure} to ${sure + perhaps}`;
    return `Share with ${some}${not > 0 ? `, ${not} will not` : ""}`;
  },
  submitNobody: "Share",
  submitNone: "Nobody here can be added",
  again: "Try again",
  sending: "Sharing …",
  shared: (list) => `Shared with ${names(list)}.`,
  notShared: (number) => `${people(number)} could not be added. The list says why.`,
  nobody: "Add somebody first.",
  brokenSnapshot: "The sharing settings of this document could not be read.",
  failure: {
    network: "The server cannot be reached. Nothing is lost: check the connection and try again.",
    timeout: "The server takes too long. Nothing is lost: try again in a moment.",
    unreadable: "The server's answer could not be understood. Look at the list of people before you try again.",
    unanswered: "This page has no server to send it to.",
  },
  status: {
    400: "The server did not understand the request.",
    401: "You are signed out. Sign in and try again.",
    403: "You are not allowed to share this document.",
    404: "This document does not exist, or you may not see it.",
    409: "Somebody else is changing the sharing at this moment. Nothing was done: try again.",
    412: "The list of people has changed meanwhile. It is being renewed: look again, and try again.",
    413: "This is too much at once. Share with fewer people, or send a shorter message.",
    422: "The server has this request already, in another form. Try again.",
    429: "Too many requests. Wait a moment, and try again.",
    500: "The server cannot answer now. Try again in a moment; nothing is done twice.",
    other: (status) => `The server refused this (status ${status}).`,
  },
};
