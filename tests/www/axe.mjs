// axe-core, in the page that a driver has open.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/command.mjs";

const axe = readFileSync(join(root, "target", "www-tests", "node_modules", "axe-core", "axe.min.js"), "utf8");

const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations", "incomplete"],
};

const inspect = (rules, done) => {
  const reasons = ({ any, all }) => [...any, ...all].map(({ message }) => message);
  const brief = ({ id, nodes }) => ({
    id,
    nodes: nodes.map((node) => ({ target: node.target.flat().join(" "), why: reasons(node) })),
  });
  // A colour on its way to another is nobody's contrast.
  const shadows = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const moving = [document, ...shadows].flatMap((tree) => tree.getAnimations());
  const rest = Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
  rest.then(() => window.axe.run(document, rules)).then(
    ({ violations, incomplete, passes }) =>
      done({ violations: violations.map(brief), incomplete: incomplete.map(brief), passed: passes.length }),
    (error) => done({ error: String(error) }),
  );
};

/** The driver's scripts are not the page's: its policy does not hold them back. */
export const look = async (page) => {
  await page.execute(`${axe}; window.axe = axe;`);
  return page.executeAsync(inspect, RULES);
};
