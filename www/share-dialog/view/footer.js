// The end of the dialog: what the limits leave, how the last request went, and the button.
import { MESSAGE, codePoints } from "../draft.js";
import { icon, make } from "./make.js";

const gauge = ({ max, used, more }) => {
  const bar = (size, name) => {
    const part = make("span", { class: name });
    part.style.inlineSize = `${max === 0 ? 100 : Math.min(100, (size / max) * 100)}%`;
    return part;
  };
  return make("span", { class: "gauge", "aria-hidden": "true" }, bar(used + more, "more"), bar(used, "used"));
};

const limit = (words) => (one) => {
  const { name, max, used, more, perhaps } = one;
  const isFull = used + more >= max;
  const extra = words.capacityMore(more, perhaps);
  return make(
    "li",
    { class: "limit", "data-full": `${isFull}` },
    gauge(one),
    isFull && icon("hints"),
    make("span", {}, words.capacity(used, max, name)),
    extra !== "" && make("span", { class: "why" }, extra),
  );
};

const labelOf = ({ counts, isSending, forecast, draft }, words) => {
  const { sure, perhaps, not, refused } = counts;
  if (isSending) return words.sending;
  if (forecast.rows.length === 0) return draft.chips.length > 0 ? words.again : words.submitNobody;
  if (sure + perhaps > 0) return words.submit(sure, perhaps, not);
  return refused > 0 ? words.again : words.submitNone;
};

/** Whether sending may do anything. */
export const canSend = ({ engine, ceiling, counts, isSending, forecast, draft }) =>
  engine !== undefined &&
  ceiling.problem === undefined &&
  forecast.problem === undefined &&
  !isSending &&
  codePoints(draft.message) <= MESSAGE &&
  counts.sure + counts.perhaps + counts.refused > 0;

const problemIn = ({ ceiling, forecast, broken }, words) => {
  if (broken !== undefined)
    return broken.problem === undefined
      ? words.brokenSnapshot
      : `${words.brokenSnapshot} ${words.problem(broken.problem)}`;
  const problem = ceiling.problem ?? forecast.problem;
  return problem === undefined ? undefined : words.problem(problem);
};

export const footer = () => {
  const limits = make("ul", { class: "limits", part: "capacity" });
  const notice = make("div", { class: "notice", part: "notice" });
  const submit = make("button", { type: "submit", class: "submit", part: "submit" });
  const element = make("div", { class: "foot" }, notice, make("div", { class: "foot-row" }, limits, submit));

  const drawNotice = (session, words) => {
    const problem = problemIn(session, words);
    const shown = problem === undefined ? session.notice : { kind: "blocked", text: problem };
    notice.hidden = shown === undefined;
    notice.dataset.kind = shown?.kind ?? "";
    notice.replaceChildren(...(shown === undefined ? [] : [icon(shown.kind), make("span", {}, shown.text)]));
  };

  const draw = (session, words) => {
    drawNotice(session, words);
    limits.replaceChildren(...session.forecast.capacity.map(limit(words)));
    limits.hidden = session.forecast.capacity.length === 0;
    submit.textContent = labelOf(session, words);
    submit.setAttribute("aria-disabled", `${!canSend(session)}`);
    submit.setAttribute("aria-busy", `${session.isSending}`);
  };
  return { element, draw };
};
