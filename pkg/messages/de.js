// German. A word that is not known here (of a newer engine) makes the sentence undefined, and the engine's is shown.

const ROLES = {
  __proto__: null,
  viewer: "Betrachter",
  commenter: "Kommentator",
  collaborator: "Mitbearbeiter",
  admin: "Administrator",
  owner: "Eigentümer",
};

/** As a label, so that it stands in any sentence as it is. */
const label = (role) => `„${ROLES[role] ?? role}“`;

const isBot = ({ recipient }) => recipient?.bot_id !== undefined;

const recipient = (row) => (isBot(row) ? "Dieser Bot" : "Diese Person");

const list = (items) => [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(" und ");

// ── Rows ────────────────────────────────────────────────────────────────────

/** What is wrong with a domain, after „Die Domain …“. */
const DOMAIN = {
  __proto__: null,
  domain_empty: "fehlt",
  domain_trailing_dot: "endet mit einem Punkt",
  domain_dotless: "ist unvollständig",
  domain_tld: "hat keine gültige Endung",
  domain_invisible_character: "enthält ein unsichtbares Zeichen",
  domain_invalid: "ist ungültig",
  domain_too_long: "ist zu lang",
};

const EMAIL = {
  __proto__: null,
  empty: "Die E-Mail-Adresse fehlt.",
  too_long: "Die E-Mail-Adresse ist viel zu lang.",
  control_character: "Die E-Mail-Adresse enthält ein Steuerzeichen.",
  missing_at: "In der E-Mail-Adresse fehlt das @-Zeichen.",
  multiple_at: "Die E-Mail-Adresse enthält mehr als ein @-Zeichen.",
  quoted_local: "E-Mail-Adressen mit Anführungszeichen werden nicht unterstützt.",
  display_name: "Geben Sie nur die E-Mail-Adresse an, ohne Namen und spitze Klammern.",
  comment: "Geben Sie nur die E-Mail-Adresse an, ohne Klammern.",
  ip_literal: "Nach dem @-Zeichen muss eine Domain stehen, keine IP-Adresse.",
  local_empty: "Der Teil vor dem @-Zeichen fehlt.",
  local_non_ascii: "Vor dem @-Zeichen sind nur die Buchstaben A bis Z, Ziffern und gängige Sonderzeichen erlaubt.",
  local_character: "Vor dem @-Zeichen steht ein Zeichen, das dort nicht erlaubt ist.",
  local_dot: "Vor dem @-Zeichen steht ein Punkt an der falschen Stelle.",
  local_too_long: "Der Teil vor dem @-Zeichen ist länger als 64 Zeichen.",
  domain_too_long: "Die E-Mail-Adresse ist zu lang.",
};

const email = (fault) =>
  EMAIL[fault] ?? (DOMAIN[fault] && `Die Domain nach dem @-Zeichen ${DOMAIN[fault]}.`);

const KINDS = {
  __proto__: null,
  user: "Empfänger können hier nicht über ihre Benutzer-ID angegeben werden.",
  email: "Empfänger können hier nicht über ihre E-Mail-Adresse angegeben werden.",
  bot: "Dokumente können hier nicht mit Bots geteilt werden.",
};

const CLASSES = {
  __proto__: null,
  external: "Externe Empfänger",
  invite: "Eingeladene Personen",
  bot: "Bots",
};

const STATUS = {
  __proto__: null,
  suspended: ["Dieser Bot ist gesperrt.", "Das Konto dieser Person ist gesperrt."],
  deleted: ["Dieser Bot wurde gelöscht.", "Das Konto dieser Person wurde gelöscht."],
};

const ACCESS = { __proto__: null, lower: "der niedrigeren Rolle", same: "der Rolle", higher: "der höheren Rolle" };

const FACTS = {
  __proto__: null,
  account: "zum Konto",
  address: "zur E-Mail-Adresse",
  organization: "zur Organisation",
  entries: "zu bestehenden Zugriffen",
};

const ceiling = ({ requested_role, max_role, rule }) =>
  rule === "owner_only"
    ? `Die Rolle ${label(requested_role)} kann nur der Eigentümer vergeben; ` +
      `Sie können höchstens ${label(max_role)} vergeben.`
    : `Sie können die Rolle ${label(requested_role)} nicht vergeben, sondern höchstens ${label(max_role)}.`;

const access = ({ current_role, comparison }, row) =>
  `${recipient(row)} hat bereits Zugriff mit ${ACCESS[comparison] ?? ACCESS.same} ${label(current_role)}.`;

const undecided = ({ missing }) =>
  missing.every((fact) => FACTS[fact])
    ? `Das lässt sich nicht entscheiden: Es fehlen Angaben ${list(missing.map((fact) => FACTS[fact]))}.`
    : undefined;

const outcome = {
  granted: (_, row) => `${recipient(row)} erhält Zugriff mit der Rolle ${label(row.role)}.`,
  invited: (_, row) => `${recipient(row)} wird eingeladen und erhält die Rolle ${label(row.role)}.`,
  invalid_email: ({ detail }) => email(detail),
  duplicate_recipient: ({ duplicate_of, same_role }) =>
    `Das ist derselbe Empfänger wie Nummer ${duplicate_of + 1}${same_role ? "" : ", nur mit einer anderen Rolle"}.`,
  recipient_is_caller: () => "Sie können ein Dokument nicht mit sich selbst teilen.",
  recipient_is_owner: () => "Dieser Person gehört das Dokument.",
  role_exceeds_ceiling: ceiling,
  recipient_kind_not_allowed: ({ kind }) => KINDS[kind],
  external_sharing_disabled: () => "Dieses Dokument darf nicht außerhalb der Organisation geteilt werden.",
  domain_blocked: ({ domain }) => `Das Teilen mit ${domain} ist gesperrt.`,
  domain_not_allowed: ({ domain }) =>
    `${domain} gehört nicht zu den Domains, mit denen dieses Dokument geteilt werden darf.`,
  role_not_allowed_for_recipient: (params) =>
    CLASSES[params.class] && `${CLASSES[params.class]} können höchstens die Rolle ${label(params.max_role)} erhalten.`,
  recipient_not_found: (_, row) => `${recipient(row)} wurde nicht gefunden.`,
  recipient_ambiguous: () => "Diese E-Mail-Adresse ist nicht eindeutig; geben Sie stattdessen die Benutzer-ID an.",
  recipient_inactive: ({ status }, row) => STATUS[status]?.[isBot(row) ? 0 : 1],
  recipient_blocked: (_, row) =>
    `Mit ${isBot(row) ? "diesem Bot" : "dieser Person"} darf dieses Dokument nicht geteilt werden.`,
  already_has_access: access,
  limit_reached: ({ limit, max, used }) => `Das Limit „${limit}“ ist erreicht: ${used} von ${max} sind belegt.`,
  indeterminate: undecided,
};

// ── Problems ────────────────────────────────────────────────────────────────

const JSON_FAULTS = {
  __proto__: null,
  syntax: "Das ist kein gültiges JSON (RFC 8259)",
  encoding: "Der Text ist nicht in UTF-8 kodiert oder enthält eine Byte-Order-Mark oder ein einzelnes Surrogat",
  duplicate_key: "Ein Objekt enthält dieses Feld zweimal",
  depth: "Mehr als 32 Arrays und Objekte sind ineinander verschachtelt",
};

const malformed = (fault, { line, column }) =>
  JSON_FAULTS[fault] && `${JSON_FAULTS[fault]}: Zeile ${line}, Spalte ${column}.`;

/** What should stand there, and what should not. */
const TYPES = {
  __proto__: null,
  object: ["ein Objekt", "kein Objekt"],
  array: ["ein Array", "kein Array"],
  string: ["eine Zeichenkette", "keine Zeichenkette"],
  number: ["eine Zahl", "keine Zahl"],
  integer: ["eine ganze Zahl", "keine ganze Zahl"],
  boolean: ["ein Wahrheitswert", "kein Wahrheitswert"],
  null: ["null", "nicht null"],
};

const COUNT = "Hier muss eine ganze Zahl von 0 bis 9007199254740991 stehen.";

const type = ({ expected, actual }) => {
  if (expected === "integer" && actual === "number") return COUNT;
  const [wanted, found] = [TYPES[expected]?.[0], TYPES[actual]?.[1]];
  return wanted && found && `Hier muss ${wanted} stehen, ${found}.`;
};

/** What follows the prefix of an id. */
const AFTER_PREFIX = "gefolgt von 26 Zeichen aus 0-9 und a-z ohne i, l, o und u, das erste höchstens 7.";

/** What a request and a snapshot can get wrong alike. */
const TEXT_AND_SHAPE = {
  __proto__: null,
  input_too_large: ({ max_bytes, actual_bytes }) =>
    `Der Text ist ${actual_bytes} Byte groß; erlaubt sind höchstens ${max_bytes}.`,
  unknown_field: ({ suggestion }) =>
    `Dieses Feld ist nicht bekannt${suggestion === undefined ? "." : `; meinten Sie „${suggestion}“?`}`,
  missing_required_field: () => "Dieses Feld muss angegeben werden.",
  invalid_type: type,
  too_few_items: ({ min, actual }) => `Zu wenige Einträge: ${actual} statt mindestens ${min}.`,
  too_many_items: ({ max, actual }) => `Zu viele Einträge: ${actual} statt höchstens ${max}.`,
  invalid_enum_value: ({ allowed }) => `Erlaubt sind nur diese Werte: ${allowed.join(", ")}.`,
  identifier_not_exactly_one: ({ found }) =>
    found === 0
      ? "Eines von user_id, email und bot_id muss angegeben werden."
      : `Nur eines von user_id, email und bot_id darf angegeben werden, nicht ${found}.`,
  invalid_id_format: ({ expected_prefix }) => `Hier muss ${expected_prefix} stehen, ${AFTER_PREFIX}`,
  text_too_long: ({ max, actual }) => `Der Text hat ${actual} Zeichen; erlaubt sind höchstens ${max}.`,
};

/** Which members contradict each other is told by their place alone. */
const inconsistent = ({ pointer }) => {
  if (pointer === "/caller/role") return "Die Rolle muss genau dann owner sein, wenn der Aufrufer document.owner ist.";
  if (pointer.startsWith("/entries/")) return "Ein Eintrag mit bot_id darf weder user_id noch email haben.";
  return pointer.startsWith("/directory/") ? "Diese ID ist doppelt aufgeführt." : undefined;
};

/** A client is told no more: see `respond`. */
const CONCEALED = "Der Server konnte nicht feststellen, wer Zugriff hat.";

const PATTERN = "Hier muss eine Domain wie example.com oder *.example.com stehen";

const snapshot = (error) => {
  const { detail, reason } = error;
  switch (detail) {
    case undefined:
      return CONCEALED;
    case "malformed_json":
      return malformed(reason, error);
    case "invalid_email":
      return email(reason) && `Dies ist weder eine ID noch eine gültige E-Mail-Adresse: ${email(reason)}`;
    case "invalid_domain":
      return DOMAIN[reason] && `${PATTERN}: Die Domain ${DOMAIN[reason]}.`;
    case "inconsistent":
      return inconsistent(error);
    default:
      return TEXT_AND_SHAPE[detail]?.(error);
  }
};

const version = ({ supported }) =>
  supported === undefined
    ? CONCEALED
    : `Diese Version von share-policy liest Snapshots der Version ${supported.join(", ")}; ` +
      "verwenden Sie eine, die die Version dieses Snapshots kennt.";

const REFUSALS = {
  __proto__: null,
  no_role: "Sie haben keinen Zugriff auf dieses Dokument.",
  caller_inactive: "Ihr Konto ist nicht aktiv.",
  organization_disabled: "Ihre Organisation hat das Teilen deaktiviert.",
  capability_denied: "Sie dürfen dieses Dokument nicht teilen.",
  below_minimum_role: "Mit Ihrer Rolle dürfen Sie dieses Dokument nicht teilen.",
};

const STATES = { __proto__: null, locked: "Das Dokument ist gesperrt.", trashed: "Das Dokument liegt im Papierkorb." };

const problem = {
  ...TEXT_AND_SHAPE,
  malformed_json: (error) => malformed(error.detail, error),
  snapshot_version_unsupported: version,
  snapshot_invalid: snapshot,
  snapshot_mismatch: () => "Der Snapshot gehört zu einem anderen Dokument als dem angefragten.",
  snapshot_stale: () => "Der Snapshot hat nicht die erwartete Revision; rufen Sie ihn erneut ab.",
  sharing_not_allowed: ({ detail }) => REFUSALS[detail],
  document_unavailable: ({ state }) => STATES[state],
};

const unusable = () => "Der Zugriffs-Snapshot kann nicht verwendet werden";

const title = {
  invalid_request: () => "Die Anfrage ist fehlerhaft",
  input_too_large: () => "Die Anfrage ist zu groß",
  malformed_json: () => "Die Anfrage ist kein zulässiges JSON",
  snapshot_version_unsupported: unusable,
  snapshot_invalid: unusable,
  snapshot_mismatch: () => "Der Zugriffs-Snapshot gehört zu einem anderen Dokument",
  snapshot_stale: () => "Der Zugriffs-Snapshot ist veraltet",
  sharing_not_allowed: () => "Teilen ist nicht erlaubt",
  document_unavailable: () => "Das Dokument ist nicht verfügbar",
};

const more = (count) => (count === 1 ? "(und 1 weiterer Fehler)" : `(und ${count} weitere Fehler)`);

// ── Hints ───────────────────────────────────────────────────────────────────

/** Why two addresses may be one mailbox. */
const MAILBOX = {
  __proto__: null,
  plus_tag: "Viele Anbieter ignorieren, was zwischen + und @ steht.",
  gmail_dots: "Gmail ignoriert Punkte vor dem @-Zeichen.",
};

/** With this request; it may also be just full. */
const nearlyReached = ({ limit, max, used }) =>
  `Das Limit „${limit}“ ist damit ${used < max ? "fast " : ""}erreicht: ${used} von ${max} sind dann belegt.`;

const warning = {
  // It may be a bot.
  external_recipient: () => "Dieser Empfänger gehört nicht zur Organisation.",
  email_normalized: () => "Die E-Mail-Adresse wird in einer anderen Schreibweise verwendet.",
  similar_domain: ({ suggestion }) => `Meinten Sie ${suggestion}? Die beiden Domains sind fast gleich.`,
  idn_domain: () => "Die Domain enthält andere Buchstaben als A bis Z; prüfen Sie, ob es die gemeinte ist.",
  possible_same_mailbox: ({ of, rule }) =>
    MAILBOX[rule] && `Das ist vielleicht dasselbe Postfach wie bei Nummer ${of + 1}: ${MAILBOX[rule]}`,
  message_ignored: () => "Die Nachricht wird nicht gesendet, da die Empfänger nicht benachrichtigt werden.",
  message_control_character: () => "Die Nachricht enthält ein Steuerzeichen.",
  limit_nearly_reached: nearlyReached,
  display_name_contains_address: () =>
    "Der Name enthält eine E-Mail-Adresse; Empfänger ist nur die Adresse in spitzen Klammern.",
};

// ── Pasted texts ────────────────────────────────────────────────────────────

/** What is no address is told as in a row. */
const addresses = Object.keys({ ...EMAIL, ...DOMAIN }).map((fault) => [fault, () => email(fault)]);

const residue = {
  ...Object.fromEntries(addresses),
  invalid_id_format: ({ expected_prefix }) => `Diese ID ist ungültig: Richtig ist ${expected_prefix}, ${AFTER_PREFIX}`,
  unclosed_quote: () => "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.",
  unclosed_angle: () => "Eine spitze Klammer wird geöffnet, aber nicht geschlossen.",
  empty_group: () => "Auf den Namen der Gruppe folgt keine Adresse.",
  input_too_large: () => "Der Text ist zu lang; fügen Sie ihn in mehreren Teilen ein.",
};

export const german = { outcome, warning, residue, problem, title, more };
