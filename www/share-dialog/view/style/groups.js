// Lists of people under a line that counts them.
export const groupStyle = `
.outlook .label { margin-block-end: 0.25rem; }
.group { border-block-start: 1px solid var(--line); font-size: 0.875rem; }
.outlook .group:last-of-type { border-block-end: 1px solid var(--line); }
.group summary { display: flex; align-items: center; gap: 0.5rem; min-block-size: 2.25rem; padding-block: 0.25rem; list-style: none; border-radius: 6px; cursor: pointer; }
.group summary::-webkit-details-marker { display: none; }
.group summary .icon-chevron { margin-inline-start: auto; color: var(--soft); }
.group[open] summary .icon-chevron { transform: rotate(180deg); }
.group summary > .icon:first-child { color: var(--soft); }
.group[data-kind="granted"] summary > .icon:first-child { color: var(--good); }
.group[data-kind="invited"] summary > .icon:first-child { color: var(--mail); }
.group[data-kind="blocked"] summary > .icon:first-child { color: var(--bad); }
.group[data-kind="hints"] summary > .icon:first-child, .group[data-kind="external"] summary > .icon:first-child { color: var(--warn); }
.people { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; padding-block: 0.125rem 0.75rem; padding-inline-start: 1.5rem; }
.people li { display: flex; min-inline-size: 0; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; }
.people li > bdi:first-child { font-weight: 500; }
.address { color: var(--soft); font-size: 0.8125rem; }
.people .why { flex-basis: 100%; color: var(--soft); font-size: 0.8125rem; }
.access { border: 0; border-block: 1px solid var(--line); }
.access summary { font-weight: 600; }
.access .count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.people .why, .people bdi { min-inline-size: 0; }
@container (max-width: 20rem) { .people { padding-inline-start: 0; } }
.with-access li { justify-content: space-between; }
.who { display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: baseline; min-inline-size: 0; }
.who > bdi:first-child { font-weight: 500; }
.you, .role-name { color: var(--soft); }
.role-name { font-size: 0.8125rem; }
.access .link, .access .note { margin-inline-start: 1.5rem; margin-block-end: 0.75rem; }
`;
