// German: the engine's sentences, and the dialog's own words.
import { german as sentences } from "share-policy/messages/de";

const isolated = (text) => `\u2068${text}\u2069`;

const number = (value) => value.toLocaleString("de");

const people = (value) => `${number(value)} ${value === 1 ? "Person" : "Personen"}`;

const entries = (value) => (value === 1 ? "1 Eintrag konnte" : `${number(value)} Einträge konnten`);

const names = (list) => {
  const shown = list.slice(0, 3).map(isolated);
  const more = list.length - shown.length;
  if (more > 0) return `${shown.join(", ")} und ${more} weiteren`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} und ${shown.at(-1)}` : (shown[0] ?? "");
};

const role = {
  __proto__: null,
  viewer: "Betrachter",
  commenter: "Kommentator",
  collaborator: "Mitbearbeiter",
  admin: "Administrator",
  owner: "Eigentümer",
};

const status = { __proto__: null, suspended: "Konto gesperrt", deleted: "Konto gelöscht" };

const dialog = {
  lang: "de",
  role,
  can: {
    viewer: "darf lesen",
    commenter: "darf lesen und kommentieren",
    collaborator: "darf bearbeiten",
    admin: "darf bearbeiten und Zugriffe verwalten",
  },
  title: (document) => (document ? `„${isolated(document)}“ teilen` : "Teilen"),
  close: "Schließen",
  add: "Personen hinzufügen",
  placeholder: "Namen oder E-Mail-Adressen",
  placeholderMore: "Weitere hinzufügen",
  keys: "Adressen mit Komma oder Eingabetaste trennen, oder eine Liste einfügen.",
  chips: "Personen, mit denen geteilt wird",
  chipKeys: "Pfeiltasten wechseln, Entf entfernt, Eingabetaste bearbeitet.",
  remove: (name) => `${isolated(name)} entfernen`,
  removed: (name) => `${isolated(name)} entfernt.`,
  clear: "Alle entfernen",
  cleared: (value) => `${people(value)} entfernt.`,
  undo: "Rückgängig",
  undone: (value) => `${people(value)} wiederhergestellt.`,
  added: (value, kept) => `${people(value)} hinzugefügt${kept > 0 ? `, ${entries(kept)} nicht gelesen werden` : ""}.`,
  full: (value) => `Eine Anfrage fasst 100 Personen. ${people(value)} bleiben im Feld, bis diese gesendet sind.`,
  moreFaults: (value) => `und ${number(value)} weitere`,
  roleLabel: "Rolle",
  external: "Extern",
  you: "Sie",
  suggestion: (address) => `${isolated(address)} verwenden`,
  used: (address) => `Geändert in ${isolated(address)}.`,
  short: {
    granted: () => "erhält Zugriff",
    invited: () => "wird eingeladen",
    already_has_access: ({ current_role }) => role[current_role] && `bereits ${role[current_role]}`,
    recipient_is_caller: () => "das sind Sie",
    recipient_is_owner: () => "Eigentümer",
    duplicate_recipient: () => "doppelt",
    indeterminate: () => "entscheidet der Server",
    invalid_email: () => "keine Adresse",
    role_exceeds_ceiling: () => "Rolle zu hoch",
    recipient_kind_not_allowed: () => "nicht erlaubt",
    external_sharing_disabled: () => "nur intern",
    domain_blocked: () => "Domain gesperrt",
    domain_not_allowed: () => "Domain nicht erlaubt",
    role_not_allowed_for_recipient: ({ max_role }) => role[max_role] && `höchstens ${role[max_role]}`,
    recipient_not_found: () => "nicht gefunden",
    recipient_ambiguous: () => "mehrere Konten",
    recipient_inactive: (params) => status[params.status],
    recipient_blocked: () => "gesperrt",
    limit_reached: () => "kein Platz mehr",
    refused: () => "abgelehnt",
    closed: () => "nicht möglich",
    undecided: () => "nicht zu entscheiden",
  },
  group: {
    granted: (value) => `${number(value)} ${value === 1 ? "erhält" : "erhalten"} Zugriff`,
    invited: (value) => `${number(value)} ${value === 1 ? "wird" : "werden"} per E-Mail eingeladen`,
    unknown: (value) => `Über ${number(value)} entscheidet der Server`,
    present: (value) => `${number(value)} ${value === 1 ? "hat" : "haben"} bereits Zugriff`,
    duplicate: (value) => `${number(value)} ${value === 1 ? "steht" : "stehen"} doppelt da`,
    blocked: (value) => `${number(value)} ${value === 1 ? "kann" : "können"} nicht hinzugefügt werden`,
    external: (value) => `${number(value)} außerhalb Ihrer Organisation`,
    hints: (value) => `${number(value)} zum genauen Hinsehen`,
  },
  outlook: "Was geschehen wird",
  outcome: {
    granted: (name) => (name ? `Erhält Zugriff als ${name}.` : "Erhält Zugriff."),
    invited: (name) => (name ? `Wird eingeladen und wird ${name}.` : "Wird eingeladen."),
  },
  refused: "Der Server hat das abgelehnt.",
  notify: "Benachrichtigen",
  message: "Nachricht",
  optional: "freiwillig",
  counter: (used, most) => `${number(used)} von ${number(most)} Zeichen`,
  tooLong: (over) => `${number(over)} Zeichen zu viel.`,
  capacity: (used, max, name) => `${number(used)} von ${number(max)} ${isolated(name)}`,
  capacityMore: (more, perhaps) =>
    perhaps > 0
      ? `${more > 0 ? `${more} bis` : "bis zu"} ${more + perhaps} mehr hiermit`
      : more > 0
        ? `${more} mehr hiermit`
        : "",
  access: "Wer Zugriff hat",
  accessMore: (value) => `${number(value)} weitere zeigen`,
  entriesIncomplete: "Es gibt weitere, die hier nicht aufgeführt sind.",
  submit: (sure, perhaps, not) => {
    const some = perhaps === 0 ? `${sure}` : sure === 0 ? `bis zu ${perhaps}` : `${sure} bis ${sure + perhaps}`;
    return `Mit ${some} teilen${not > 0 ? `, mit ${not} nicht` : ""}`;
  },
  submitNobody: "Teilen",
  submitNone: "Hier kann niemand hinzugefügt werden",
  again: "Erneut versuchen",
  sending: "Wird geteilt …",
  shared: (list) => `Geteilt mit ${names(list)}.`,
  notShared: (value) =>
    `${people(value)} ${value === 1 ? "konnte" : "konnten"} nicht hinzugefügt werden. Die Liste sagt, warum.`,
  nobody: "Fügen Sie zuerst jemanden hinzu.",
  brokenSnapshot: "Die Freigabe-Einstellungen dieses Dokuments konnten nicht gelesen werden.",
  failure: {
    network:
      "Der Server ist nicht erreichbar. Nichts ist verloren: Prüfen Sie die Verbindung und versuchen Sie es erneut.",
    timeout: "Der Server braucht zu lange. Nichts ist verloren: Versuchen Sie es gleich noch einmal.",
    unreadable:
      "Die Antwort des Servers war nicht zu verstehen. Sehen Sie in die Liste, bevor Sie es erneut versuchen.",
    unanswered: "Diese Seite hat keinen Server, an den sie senden kann.",
  },
  status: {
    400: "Der Server hat die Anfrage nicht verstanden.",
    401: "Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es erneut.",
    403: "Sie dürfen dieses Dokument nicht teilen.",
    404: "Dieses Dokument gibt es nicht, oder Sie dürfen es nicht sehen.",
    409: "Jemand anderes ändert gerade die Freigabe. Nichts wurde getan: Versuchen Sie es erneut.",
    412: "Die Liste hat sich inzwischen geändert. Sie wird erneuert: Sehen Sie noch einmal hin.",
    413: "Das ist zu viel auf einmal. Wählen Sie weniger Personen oder eine kürzere Nachricht.",
    422: "Der Server hat diese Anfrage schon, in anderer Form. Versuchen Sie es erneut.",
    429: "Zu viele Anfragen. Warten Sie einen Augenblick.",
    500: "Der Server kann gerade nicht antworten. Versuchen Sie es gleich erneut; nichts geschieht doppelt.",
    other: (code) => `Der Server hat das abgelehnt (Status ${code}).`,
  },
};

export const german = { ...sentences, dialog };
