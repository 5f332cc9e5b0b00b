// The colours: by name, for light and for dark. Each pair that is text on its ground has a contrast of 4.5 or more.
const COLOURS = {
  ink: ["#1c2024", "#eceef0"],
  soft: ["#596069", "#a9b1bb"],
  line: ["#e1e4e8", "#343a42"],
  edge: ["#868e98", "#747d88"],
  ground: ["#ffffff", "#17191c"],
  sunken: ["#f6f7f8", "#202327"],
  chip: ["#f0f2f4", "#282c31"],
  accent: ["#2f57c9", "#9db7ff"],
  "on-accent": ["#ffffff", "#10182f"],
  good: ["#17663a", "#84d6a5"],
  "good-ground": ["#edf7f1", "#14271c"],
  mail: ["#2f57c9", "#9db7ff"],
  warn: ["#7a4f00", "#efc46f"],
  "warn-ground": ["#fdf6e6", "#2b2413"],
  bad: ["#a32328", "#ffa3a0"],
  "bad-ground": ["#fdf1f0", "#361c1d"],
};

const declare = (value) =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `--${name}: var(--share-${name}, ${value(pair)});`)
    .join(" ");

/** Follows the `color-scheme` that the page has; a browser that cannot, follows the system's. */
export const palette = `
:host { ${declare(([light]) => light)} }
@media (prefers-color-scheme: dark) { :host { ${declare(([, dark]) => dark)} } }
@supports (color: light-dark(red, red)) { :host { ${declare(([light, dark]) => `light-dark(${light}, ${dark})`)} } }
`;
