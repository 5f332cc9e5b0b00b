// How it looks. A constructed sheet: nothing that a Content-Security-Policy would have to allow.
import { chipStyle } from "./style/chips.js";
import { controlStyle } from "./style/controls.js";
import { groupStyle } from "./style/groups.js";
import { palette } from "./palette.js";

const base = `
:host { display: block; color: var(--ink); font-family: var(--share-font, inherit); font-size: 1rem; line-height: 1.45; }
:host(:not([open])) { display: contents; }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
.hidden {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.card {
  position: static; container-type: inline-size; inline-size: 100%; max-inline-size: var(--share-width, 36rem); margin: 0 auto; padding: 0;
  border: 1px solid var(--line); border-radius: var(--share-radius, 16px);
  background: var(--ground); color: var(--ink); text-align: left;
  box-shadow: 0 1px 2px rgb(0 0 0 / 4%), 0 12px 40px -12px rgb(0 0 0 / 18%);
}
.card:modal { position: fixed; margin: auto; max-block-size: calc(100dvh - 2rem); overflow: auto; }
.card:not(:modal) .close { display: none; }
.card::backdrop { background: rgb(10 14 20 / 45%); }
form { display: grid; gap: 1.25rem; padding: 1.5rem; }
form > * { min-inline-size: 0; }
header { display: flex; align-items: start; justify-content: space-between; gap: 1rem; }
h2 { font-size: 1.25rem; font-weight: 600; line-height: 1.3; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2:focus { outline: none; }
.label { font-size: 0.875rem; font-weight: 600; }
.note { color: var(--soft); font-size: 0.8125rem; }
.note:not(.hidden) { margin-block-start: 0.375rem; }
.card:dir(rtl) { text-align: right; }
/* Each sentence runs in its own direction, whichever the page has. */
h2, h3, p, label, span, button, textarea { unicode-bidi: plaintext; }
bdi { unicode-bidi: isolate; }
bdi { overflow-wrap: anywhere; }
.icon {
  flex: none; inline-size: 1em; block-size: 1em; fill: none; stroke: currentColor;
  stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@container (max-width: 26rem) { form { padding: 1.125rem; } }
@media (prefers-reduced-motion: no-preference) {
  .chip, .track, .track::after, .gauge > *, .group summary .icon-chevron, button { transition: 120ms ease-out; transition-property: background-color, border-color, transform, inline-size; }
}
@media (forced-colors: active) {
  .card, .chip, .notice, .badge, .submit { border: 1px solid CanvasText; }
  .icon { color: CanvasText !important; }
}
`;

let made;

/** One for all dialogs of a page. */
export const sheet = () => {
  if (made === undefined) {
    made = new CSSStyleSheet();
    made.replaceSync([palette, base, controlStyle, chipStyle, groupStyle].join("\n"));
  }
  return made;
};
