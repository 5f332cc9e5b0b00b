// What a person does with the dialog, without a page: every change ends in `changed()`, and what has to be said in `announce()`.
import { ROWS, chipOf, emptyDraft, requestOf, taken } from "./draft.js";
import { ceilingOf, makeEngine } from "./engine.js";
import { forecaster } from "./forecast.js";
import { succeeds } from "./outcome.js";
import { peopleOf } from "./people.js";
import { ROLES } from "./roles.js";
import { attempt, newKey } from "./send.js";

const NOTHING = { rows: [], typed: [], hints: [], capacity: [], microseconds: 0 };

export class Session {
  draft = emptyDraft();
  /** Absent until there is a snapshot that can be read. */
  engine;
  people;
  ceiling = { forbidden: {} };
  forecast = NOTHING;
  /** What `open` threw, if it did. */
  broken;
  #foresee;
  /** Why parts of the box's text name nobody, since it was last read. */
  faults = [];
  without = 0;
  /** What was removed last: the chips before. */
  removed;
  notice;
  isSending = false;
  #report;
  #words;
  #sent;

  /** @param report `{ changed, announce }`; @param words gives the words of the moment. */
  constructor(report, words) {
    this.#report = report;
    this.#words = words;
  }

  /** Throws what is wrong with a snapshot; the dialog then shares nothing. */
  open(snapshot) {
    this.close();
    this.engine = makeEngine(snapshot);
    this.#foresee = forecaster(this.engine);
    this.people = peopleOf(this.engine.facts);
    this.ceiling = ceilingOf(this.engine);
    const allowed = ROLES.filter((role) => this.ceiling.forbidden[role] === undefined);
    if (!allowed.includes(this.draft.role)) this.draft.role = allowed.at(-1) ?? ROLES[0];
    this.update();
  }

  close() {
    this.engine?.free();
    this.engine = this.people = undefined;
    this.ceiling = { forbidden: {} };
    this.forecast = NOTHING;
  }

  /** As if nothing had been written. */
  reset() {
    this.notice = this.removed = this.#sent = undefined;
    this.faults = [];
    this.without = 0;
    const { role } = this.draft;
    this.update({ ...emptyDraft(), role });
  }

  update(changes = {}) {
    Object.assign(this.draft, changes);
    if (this.engine !== undefined) this.forecast = this.#foresee(this.draft);
    this.#report.changed();
  }

  write(text) {
    this.faults = [];
    this.without = 0;
    this.notice = undefined;
    this.update({ text });
  }

  /**
   * Makes chips of all that the text names. A text that names nobody stays as it is; `isUnfinished`: and is no fault yet.
   * @returns how many
   */
  take({ isUnfinished = false } = {}) {
    const { text, chips } = this.draft;
    if (this.engine === undefined || text.trim() === "") return 0;
    const found = taken(text, this.engine.parse(text), ROWS - chips.length);
    const none = found.chips.length === 0;
    if (none && isUnfinished) return 0;
    this.faults = found.faults;
    this.without = found.without;
    this.notice = undefined;
    if (!none) this.removed = undefined;
    this.update(none ? {} : { text: found.text, chips: [...chips, ...found.chips] });
    this.#announceTaken(found);
    return found.chips.length;
  }

  #announceTaken({ chips, faults, without }) {
    const words = this.#words();
    const said = [];
    if (chips.length > 0) said.push(words.added(chips.length, faults.length));
    else if (faults.length > 0) said.push(words.fault(faults[0]));
    if (without > 0) said.push(words.full(without));
    if (chips.length === 1) said.push(words.sentence(this.forecast.rows.at(-1)?.row ?? {}));
    this.#report.announce(said.join(" "));
  }

  remove(keys) {
    const gone = this.draft.chips.filter(({ key }) => keys.has(key));
    if (gone.length === 0) return;
    this.removed = this.draft.chips;
    this.update({ chips: this.draft.chips.filter(({ key }) => !keys.has(key)) });
    const words = this.#words();
    const what = gone.length === 1 ? words.removed(gone[0].label) : words.cleared(gone.length);
    this.#report.announce(`${what} ${words.undo}: Ctrl+Z`);
  }

  undo() {
    if (this.removed === undefined) return;
    const before = this.draft.chips;
    const chips = [...this.removed, ...before.filter((chip) => !this.removed.includes(chip))].slice(0, ROWS);
    this.removed = undefined;
    this.update({ chips });
    this.#report.announce(this.#words().undone(chips.length - before.length));
  }

  /** Back into the box, as text; what stands there is read first. */
  edit(key) {
    this.take();
    const chip = this.draft.chips.find((one) => one.key === key);
    if (chip === undefined) return;
    const text = [this.draft.text, chip.label].filter(Boolean).join("; ");
    this.update({ chips: this.draft.chips.filter((one) => one !== chip), text });
  }

  /** Takes a suggestion: the address with the domain that was probably meant. */
  correct(key, address) {
    const [parsed] = this.engine.parse(address).recipients;
    const chips = this.draft.chips.map((chip) => (chip.key === key ? { ...chipOf(parsed), name: chip.name } : chip));
    this.update({ chips });
    this.#report.announce(this.#words().used(address));
  }

  /** What the server refused may be different for another role. */
  setRole(role) {
    this.update({ role, chips: this.draft.chips.map((chip) => ({ ...chip, refusal: undefined })) });
  }

  /** What a request would say now. */
  get request() {
    return requestOf(
      this.draft,
      this.draft.chips.map(({ recipient }) => recipient),
    );
  }

  /** The same request again has the same key, so that nothing is done twice. */
  #keyFor(body) {
    if (this.#sent?.body !== body) this.#sent = { body, key: newKey() };
    return this.#sent.key;
  }

  /**
   * Sends what there is. `work` gets `{ request, body, key }` and an AbortSignal, and promises the answer.
   * @returns what came of it, with the rows as they were foreseen; undefined when it was called off
   */
  async send(work) {
    const { chips } = this.draft;
    const { request } = this;
    const foreseen = this.forecast.rows.map(({ result }) => result);
    const body = JSON.stringify(request);
    const message = { request, body, key: this.#keyFor(body) };
    this.isSending = true;
    this.notice = undefined;
    this.update();
    const answer = await attempt((signal) => work(message, signal), chips.length);
    this.isSending = false;
    if (answer === undefined) this.update();
    else if (answer.failure === undefined) this.#settle(chips, answer.body.results);
    else this.#fail(answer.failure);
    return answer && { ...answer, request, foreseen };
  }

  #fail(failure) {
    const text = this.#words().failure(failure);
    this.notice = { kind: "blocked", text };
    this.update();
    this.#report.announce(text);
  }

  /** Only who failed stays, with the server's reason. */
  #settle(chips, results) {
    this.#sent = undefined;
    this.removed = undefined;
    const words = this.#words();
    const outcomes = new Map(chips.map((chip, index) => [chip.key, results[index]]));
    const done = chips.filter(({ key }) => outcomes.get(key).success === true);
    const staying = this.draft.chips.flatMap((chip) => settled(chip, outcomes.get(chip.key)));
    const failed = chips.length - done.length;
    const said = [];
    if (done.length > 0) said.push(words.shared(done.map((chip) => this.nameOf(chip))));
    if (failed > 0) said.push(words.notShared(failed));
    this.notice = { kind: failed === 0 ? "granted" : done.length > 0 ? "mixed" : "blocked", text: said.join(" ") };
    this.update({ chips: staying, ...(failed === 0 ? { message: "" } : {}) });
    this.#report.announce(this.notice.text);
  }

  /** As short as can be said: by name, when the snapshot or the text had one. */
  nameOf(chip) {
    const principal = this.forecast.rows.find((row) => row.chip.key === chip.key)?.result.principal;
    return this.people?.nameOf(principal) ?? chip.label;
  }

  /** How many rows succeed for certain, are the server's to decide, and will not. */
  get counts() {
    const { rows } = this.forecast;
    const sure = rows.filter(succeeds).length;
    const perhaps = rows.filter(({ kind }) => kind === "unknown").length;
    return { sure, perhaps, not: rows.length - sure - perhaps, refused: rows.filter(({ refused }) => refused).length };
  }
}

/** What the server sent is looked at before it is believed to be text. */
const refusalOf = ({ code, params, error, external }) => ({
  code: typeof code === "string" ? code : undefined,
  params: typeof params === "object" ? params : undefined,
  error: typeof error === "string" ? error : undefined,
  ...(typeof external === "boolean" ? { external } : {}),
});

const settled = (chip, outcome) => {
  if (outcome === undefined) return [chip];
  return outcome.success === true ? [] : [{ ...chip, refusal: refusalOf(outcome) }];
};
