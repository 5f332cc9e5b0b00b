// The whole of it: puts the parts together and draws them from a session.
import { accessList } from "./access.js";
import { recipientField } from "./field.js";
import { footer } from "./footer.js";
import { button, icon, make } from "./make.js";
import { messageForm, rolePicker } from "./options.js";
import { outlook } from "./outlook.js";

/**
 * A name of the snapshot's is one that the organization vouches for, and shorter. A name that was pasted is not: it may
 * be anybody's, and the address is shown.
 */
const titled = (row, name) => ({ ...row, name, title: name ?? row.chip.label });

const named = ({ forecast, people }) => forecast.rows.map((row) => titled(row, people?.nameOf(row.result.principal)));

/** @param act what a person can do: see `element.js` */
export const makeDialog = (act) => {
  const element = make("dialog", { class: "card", part: "dialog", "aria-labelledby": "title" });
  const title = make("h2", { id: "title", part: "title", tabindex: "-1" });
  const close = button(icon("close"), { class: "close" }, act.close);
  const said = make("p", { class: "hidden", role: "status", "aria-live": "polite" });
  const parts = {
    field: recipientField(act, element),
    role: rolePicker(act),
    outlook: outlook(act),
    message: messageForm(act),
    access: accessList(),
    footer: footer(),
  };
  const form = make(
    "form",
    { novalidate: true, on: { submit: (event) => (event.preventDefault(), act.submit()) } },
    make("header", {}, title, close),
    ...Object.values(parts).map((part) => part.element),
    make("slot", { name: "footer" }),
  );
  element.append(form, said);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act.submit();
  });

  const draw = (session, words, documentTitle) => {
    element.lang = words.lang;
    title.textContent = words.title(documentTitle);
    close.setAttribute("aria-label", words.close);
    const rows = named(session);
    parts.field.draw(session, rows, words);
    parts.outlook.draw(rows, words);
    for (const name of ["role", "message", "access", "footer"]) parts[name].draw(session, words);
  };

  /** A new text node, so that the same words are told again. */
  const announce = (text) => said.replaceChildren(text);
  return { element, draw, announce, focus: parts.field.focus };
};
