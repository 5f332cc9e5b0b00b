// Who has access already.
import { button, icon, make, own } from "./make.js";

const AT_ONCE = 100;

const item =
  (words) =>
  ({ name, address, role, isCaller }) =>
    make(
      "li",
      {},
      make(
        "span",
        { class: "who" },
        own(name),
        isCaller && make("span", { class: "you" }, ` (${words.you})`),
        address !== undefined && address !== name && own(address, { class: "address" }),
      ),
      make("span", { class: "role-name" }, words.role[role]),
    );

export const accessList = () => {
  const title = make("span");
  const count = make("span", { class: "count" });
  const list = make("ul", { class: "people with-access" });
  const rest = make("p", { class: "note" });
  const more = button("", { class: "link" }, () => show(list.children.length + AT_ONCE));
  const element = make(
    "details",
    { class: "group access", part: "access" },
    make("summary", {}, icon("present"), title, count, icon("chevron")),
    list,
    more,
    rest,
  );
  let drawn;

  const show = (number) => {
    const { people, words } = drawn;
    const added = people.access.slice(list.children.length, number).map(item(words));
    const from = added[0];
    list.append(...added);
    const left = people.access.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = words.accessMore(Math.min(left, AT_ONCE));
    return from;
  };

  const draw = ({ people, engine }, words) => {
    element.hidden = people === undefined;
    if (element.hidden || (drawn?.people === people && drawn.words.lang === words.lang)) return;
    drawn = { people, words };
    title.textContent = words.access;
    count.textContent = people.access.length.toLocaleString(words.lang);
    list.replaceChildren();
    show(AT_ONCE);
    rest.textContent = words.entriesIncomplete;
    rest.hidden = engine.facts.entries_complete !== false;
  };
  return { element, draw };
};
