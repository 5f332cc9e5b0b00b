// Buttons, the role, the switch, the message, the end.
export const controlStyle = `
button, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
textarea { text-align: inherit; }
.close {
  display: grid; place-items: center; flex: none; inline-size: 2rem; block-size: 2rem; margin: -0.25rem; padding: 0; border: 0;
  border-radius: 8px; background: none; color: var(--soft); cursor: pointer;
}
.close:hover { background: var(--chip); color: var(--ink); }
.field-head { display: flex; align-items: baseline; justify-content: space-between; flex-wrap: wrap; gap: 0.25rem 1rem; }
.links { display: flex; gap: 1rem; }
.link {
  padding: 0.125rem 0; border: 0; background: none; color: var(--accent); font-size: 0.8125rem; font-weight: 500; cursor: pointer;
  text-decoration: underline transparent; text-underline-offset: 0.2em;
}
.link:hover { text-decoration-color: currentColor; }
.small {
  margin-block: 0.125rem; padding: 0.125rem 0.625rem; border: 1px solid var(--edge); border-radius: 7px; background: var(--ground); color: var(--ink);
  font-size: 0.8125rem; font-weight: 500; cursor: pointer; overflow-wrap: anywhere;
}
.small:hover { border-color: var(--accent); color: var(--accent); }
.role-row { display: flex; align-items: center; flex-wrap: wrap; gap: 0.25rem 0.75rem; margin-block-start: 0.5rem; }
.select { position: relative; display: inline-flex; align-items: center; min-inline-size: 0; max-inline-size: 100%; }
.select .icon { position: absolute; inset-inline-end: 0.625rem; pointer-events: none; color: var(--soft); }
select {
  appearance: none; min-inline-size: 0; max-inline-size: 100%; min-block-size: 2.25rem; text-overflow: ellipsis; padding-block: 0.25rem; padding-inline: 0.75rem 2rem; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--ground); font-weight: 500; cursor: pointer;
}
select:disabled { background: var(--sunken); cursor: not-allowed; }
option { background: var(--ground); color: var(--ink); }
option:disabled { color: var(--soft); }
.can { color: var(--soft); font-size: 0.875rem; }
.tell { display: grid; gap: 0.875rem; }
.switch { position: relative; display: inline-flex; align-items: center; gap: 0.625rem; justify-self: start; font-size: 0.875rem; font-weight: 600; cursor: pointer; }
.switch input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.track { inline-size: 2.25rem; block-size: 1.375rem; padding: 2px; border: 1px solid var(--edge); border-radius: 1rem; background: var(--sunken); }
.track::after { content: ""; display: block; block-size: 100%; aspect-ratio: 1; border-radius: 50%; background: var(--edge); }
input:checked + .track { background: var(--accent); border-color: var(--accent); }
input:checked + .track::after { background: var(--on-accent); transform: translateX(0.875rem); }
input:checked + .track:dir(rtl)::after { transform: translateX(-0.875rem); }
input:focus-visible + .track { outline: 2px solid var(--accent); outline-offset: 2px; }
input:disabled + .track { opacity: 0.5; }
#message {
  display: block; inline-size: 100%; min-block-size: 4.5rem; margin-block-start: 0.5rem; padding: 0.5rem 0.75rem; resize: vertical;
  border: 1px solid var(--edge); border-radius: 10px; background: var(--ground);
}
#message:focus-visible { outline: 0; border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
#message:disabled { background: var(--sunken); cursor: not-allowed; }
.counter { color: var(--soft); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.counter[data-over="true"] { color: var(--bad); font-weight: 600; }
#about { display: flex; align-items: baseline; gap: 0.375rem; color: var(--warn); }
#about .icon { align-self: center; }
.foot { display: grid; gap: 1rem; }
/* Where there is room the button stays in sight, and what has the focus stays above it. */
@media (min-height: 40rem) { @container (min-width: 30rem) {
  .foot { position: sticky; inset-block-end: 0; margin: 0 -1.5rem -1.5rem; padding: 1rem 1.5rem 1.5rem; border-radius: 0 0 15px 15px; background: var(--ground); }
  .foot::before { content: ""; position: absolute; inset: -1rem 0 100%; background: linear-gradient(transparent, var(--ground)); pointer-events: none; }
  :focus { scroll-margin-block-end: 12rem; }
} }
.foot-row { display: flex; align-items: center; justify-content: space-between; flex-wrap: wrap; gap: 0.75rem 1.25rem; }
.limits { display: grid; gap: 0.375rem; font-size: 0.8125rem; }
.limit { display: flex; align-items: center; flex-wrap: wrap; gap: 0.125rem 0.5rem; font-variant-numeric: tabular-nums; }
.limit .why { color: var(--soft); }
.limit[data-full="true"] { color: var(--warn); }
.gauge { position: relative; inline-size: 3.5rem; block-size: 0.375rem; border-radius: 1rem; background: var(--line); overflow: hidden; }
.gauge > * { position: absolute; inset-block: 0; inset-inline-start: 0; border-radius: 1rem; background: var(--soft); }
.gauge > .more { background: var(--accent); }
.submit {
  margin-inline-start: auto; min-block-size: 2.5rem; padding: 0.5rem 1.25rem; border: 1px solid transparent; border-radius: 10px;
  background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; font-variant-numeric: tabular-nums;
}
.submit:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
.submit[aria-disabled="true"] { background: var(--chip); color: var(--soft); cursor: not-allowed; }
@container (max-width: 26rem) { .submit { inline-size: 100%; } }
.notice { display: flex; gap: 0.625rem; padding: 0.75rem 0.875rem; border: 1px solid transparent; border-radius: 10px; font-size: 0.875rem; background: var(--warn-ground); }
.notice .icon { margin-block-start: 0.2em; color: var(--warn); }
.notice[data-kind="granted"] { background: var(--good-ground); }
.notice[data-kind="granted"] .icon { color: var(--good); }
.notice[data-kind="blocked"] { background: var(--bad-ground); }
.notice[data-kind="blocked"] .icon { color: var(--bad); }
.notice span { min-inline-size: 0; overflow-wrap: anywhere; }
@media (forced-colors: active) {
  input:checked + .track { background: Highlight; forced-color-adjust: none; }
  .track::after { background: ButtonText; }
  .gauge { border: 1px solid CanvasText; }
  .gauge > .used { background: CanvasText; }
  .submit { background: ButtonFace; color: ButtonText; }
  .submit[aria-disabled="true"] { color: GrayText; border-color: GrayText; }
}
`;
