// <share-dialog>: its attributes, properties, methods and events. What it does is in session.js, what it looks like in view/.
import { canSend } from "./view/footer.js";
import { makeDialog } from "./view/dialog.js";
import { CALLED_OFF, UNANSWERED } from "./send.js";
import { Session } from "./session.js";
import { sheet } from "./view/style.js";
import { wordsOf } from "./words.js";

/** Set before the class was known, a property hides the accessor of its name. */
const PROPERTIES = ["snapshot", "catalogue", "headers", "endpoint", "documentTitle"];

export class ShareDialog extends HTMLElement {
  static observedAttributes = ["document-title", "open"];

  #session;
  #view;
  #snapshot;
  #catalogue;
  #words = wordsOf(undefined);

  /** Headers to send beside Content-Type and Idempotency-Key: an object, or a function that gives, or promises, one. */
  headers = {};

  constructor() {
    super();
    const report = { changed: () => this.#draw(), announce: (text) => this.#view.announce(text) };
    this.#session = new Session(report, () => this.#words);
    this.#view = makeDialog(this.#actions());
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#view.element);
    this.#view.element.addEventListener("close", () => this.#closed());
    this.#draw();
  }

  #actions() {
    const session = this.#session;
    return {
      write: (text) => session.write(text),
      take: (options) => session.take(options),
      remove: (key) => session.remove(new Set([key])),
      clear: () => (session.remove(new Set(session.draft.chips.map(({ key }) => key))), this.#view.focus()),
      undo: () => (session.undo(), this.#view.focus()),
      edit: (key) => (session.edit(key), this.#view.focus()),
      correct: (key, address) => (session.correct(key, address), this.#view.focus()),
      replace: (text, from, to) => (session.write(text.split(from).join(to)), this.#view.focus()),
      role: (role) => session.setRole(role),
      notify: (notify) => session.update({ notify }),
      message: (message) => session.update({ message }),
      submit: () => this.share(),
      close: () => this.close(),
    };
  }

  connectedCallback() {
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(this, name) && name !== "headers")) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#showWhenOpen();
  }

  attributeChangedCallback(name) {
    if (name === "open") this.#showWhenOpen();
    else this.#draw();
  }

  /** What the decision stands on: a SnapshotInput, its JSON text, or its bytes. One that is refused is told in the dialog. */
  get snapshot() {
    return this.#snapshot;
  }

  set snapshot(snapshot) {
    this.#snapshot = snapshot;
    this.#session.broken = undefined;
    try {
      if (snapshot == null) this.#session.close();
      else this.#session.open(snapshot);
    } catch (error) {
      this.#session.close();
      this.#session.broken = error;
    }
    this.#draw();
  }

  /** A catalogue of `share-policy/messages`, perhaps with the dialog's own words in its `dialog`. */
  get catalogue() {
    return this.#catalogue;
  }

  set catalogue(catalogue) {
    this.#catalogue = catalogue;
    this.#words = wordsOf(catalogue);
    this.#draw();
  }

  /** Where a request is sent. Without one, a listener of `share-submit` answers it. */
  get endpoint() {
    return this.getAttribute("endpoint");
  }

  set endpoint(url) {
    if (url == null) this.removeAttribute("endpoint");
    else this.setAttribute("endpoint", url);
  }

  get documentTitle() {
    return this.getAttribute("document-title");
  }

  set documentTitle(title) {
    if (title == null) this.removeAttribute("document-title");
    else this.setAttribute("document-title", title);
  }

  /** The request as it would be sent now. */
  get request() {
    return this.#session.request;
  }

  /** What is foreseen for each recipient: results of the engine, in the order of the request. */
  get forecast() {
    return this.#session.forecast.rows.map(({ result }) => result);
  }

  /** Reads a text as if it had been pasted. */
  paste(text) {
    const before = this.#session.draft.text;
    this.#session.write(before.trim() === "" ? text : `${before}\n${text}`);
    return this.#session.take();
  }

  /** Everybody out, nothing written, no reasons left. */
  reset() {
    this.#session.reset();
  }

  show() {
    this.setAttribute("open", "");
  }

  showModal() {
    if (this.#view.element.open) return;
    this.#view.element.showModal();
    this.toggleAttribute("open", true);
    this.#view.focus();
  }

  close() {
    this.#view.element.close();
  }

  #showWhenOpen() {
    const { element } = this.#view;
    const isOpen = this.hasAttribute("open");
    if (isOpen && !element.open && this.isConnected) element.setAttribute("open", "");
    else if (!isOpen && element.open) element.close();
  }

  /** The event comes late: it may be open again. */
  #closed() {
    if (this.#view.element.open) return;
    this.removeAttribute("open");
    this.dispatchEvent(new Event("close"));
  }

  #draw() {
    if (this.#view === undefined) return;
    this.#view.draw(this.#session, this.#words, this.documentTitle);
    const { rows, microseconds } = this.#session.forecast;
    this.dispatchEvent(
      new CustomEvent("share-forecast", { detail: { results: rows.map(({ result }) => result), microseconds } }),
    );
  }

  /** Sends what stands in the dialog, as its button does. @returns the detail of `share-result`, or undefined. */
  async share() {
    const session = this.#session;
    session.take();
    if (!canSend(session)) return this.#view.announce(this.#whyNot());
    const answer = await session.send((message, signal) => this.#work(message, signal));
    if (answer === undefined) return undefined;
    this.dispatchEvent(new CustomEvent("share-result", { bubbles: true, composed: true, detail: answer }));
    if (session.draft.chips.length === 0) this.#view.focus();
    return answer;
  }

  #whyNot() {
    const { isSending, draft } = this.#session;
    if (isSending) return this.#words.sending;
    return draft.chips.length === 0 ? this.#words.nobody : this.#words.submitNone;
  }

  async #headers(key) {
    const own = typeof this.headers === "function" ? await this.headers() : this.headers;
    const headers = new Headers({ "content-type": "application/json", "idempotency-key": key });
    for (const [name, value] of Object.entries(own ?? {})) headers.set(name, value);
    return headers;
  }

  /** Asks the page first: it may amend the headers, answer by itself, or call it off. */
  async #work({ request, body, key }, signal) {
    const headers = await this.#headers(key);
    let answer;
    const detail = { request, headers, signal, respondWith: (given) => (answer = given) };
    const event = new CustomEvent("share-submit", { bubbles: true, composed: true, cancelable: true, detail });
    const isWanted = this.dispatchEvent(event);
    if (answer !== undefined) return answer;
    if (!isWanted) return CALLED_OFF;
    return this.endpoint === null ? UNANSWERED : fetch(this.endpoint, { method: "POST", headers, body, signal });
  }
}
