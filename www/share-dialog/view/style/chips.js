// The box and its chips.
export const chipStyle = `
.field {
  margin-block-start: 0.5rem; padding: 0.375rem; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--ground); cursor: text;
}
.field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.field[data-disabled] { background: var(--sunken); cursor: not-allowed; }
.chips {
  display: flex; flex-wrap: wrap; gap: 0.375rem; max-block-size: 17rem; overflow-y: auto; padding: 2px; margin: -2px;
  margin-block-end: 0.25rem; scrollbar-width: thin;
}
.chip {
  display: inline-flex; align-items: stretch; max-inline-size: 100%; min-block-size: 1.875rem;
  border: 1px solid transparent; border-radius: 8px; background: var(--chip); font-size: 0.875rem; cursor: default;
}
.chip > [role="gridcell"] { min-inline-size: 0; display: flex; }
.chip-body {
  align-items: baseline; column-gap: 0.375rem; padding: 0.1875rem 0.125rem 0.1875rem 0.5rem; border-radius: 7px;
  position: relative; flex: 1;
}
.chip-body:dir(rtl) { padding: 0.1875rem 0.5rem 0.1875rem 0.125rem; }
.chip-body:focus-visible, .chip-remove:focus-visible { outline-offset: 0; }
.chip-body > .icon { translate: 0 0.125em; }
.chip-text { min-inline-size: 0; }
.chip-name { font-weight: 500; }
.chip-state { color: var(--soft); font-size: 0.8125rem; }
.chip-remove {
  display: grid; place-items: center; inline-size: 1.75rem; min-block-size: 1.5rem; padding: 0; border: 0; border-radius: 7px;
  background: none; color: var(--soft); font-size: 0.875rem; cursor: pointer;
}
.chip-remove:hover { background: color-mix(in srgb, var(--ink) 9%, transparent); color: var(--ink); }
.chip[data-kind="granted"] .icon:not(.icon-remove) { color: var(--good); }
.chip[data-kind="invited"] .icon:not(.icon-remove) { color: var(--mail); }
.chip[data-kind="unknown"] { background: none; border: 1px dashed var(--edge); }
.chip[data-kind="unknown"] .icon:not(.icon-remove) { color: var(--soft); }
.chip[data-kind="present"] .icon:not(.icon-remove), .chip[data-kind="duplicate"] .icon:not(.icon-remove) { color: var(--soft); }
.chip[data-kind="present"] .chip-name, .chip[data-kind="duplicate"] .chip-name { font-weight: 400; }
.chip[data-kind="blocked"] { background: var(--bad-ground); }
.chip[data-kind="blocked"] .chip-state, .chip[data-kind="blocked"] .icon:not(.icon-remove) { color: var(--bad); }
.chip[data-kind="blocked"] .chip-remove { color: var(--bad); }
.badge {
  white-space: nowrap;   padding: 0 0.375rem; border: 1px solid color-mix(in srgb, var(--warn) 45%, transparent); border-radius: 5px;
  background: var(--warn-ground); color: var(--warn); font-size: 0.75rem; line-height: 1.35;
}
.box {
  display: block; inline-size: 100%; min-block-size: 2rem; padding: 0.25rem 0.375rem; border: 0; outline: 0; resize: none;
  background: none; color: inherit; font: inherit; line-height: 1.5; overflow-y: auto;
}
.box::placeholder { color: var(--soft); opacity: 1; }
.box:disabled { cursor: not-allowed; }
.faults { display: grid; gap: 0.25rem; margin-block-start: 0.5rem; font-size: 0.875rem; }
.faults li { display: flex; align-items: baseline; flex-wrap: wrap; column-gap: 0.375rem; }
.faults .icon { align-self: center; color: var(--bad); }
.faults bdi { font-weight: 500; }
.preview { margin-block-start: 0.5rem; font-size: 0.875rem; color: var(--soft); }
.preview-row { display: flex; align-items: baseline; flex-wrap: wrap; column-gap: 0.375rem; color: var(--ink); }
.preview .icon { align-self: center; }
`;
