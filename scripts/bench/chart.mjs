// Small charts as SVG: drawn to be read on a light page and on a dark one.
import { factor } from "../../bench/units.mjs";

const STYLE = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #24292f; }
  .title { font-weight: 600; font-size: 15px; }
  .quiet { fill: #656d76; font-size: 12px; }
  .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .grid { stroke: #d0d7de; stroke-width: 1; }
  .axis { stroke: #8c959f; stroke-width: 1; }
  .goal { stroke: #24292f; stroke-width: 1.5; stroke-dasharray: 3 3; }
  .s0 { color: #0969da; }
  .s1 { color: #bc4c00; }
  .s2 { color: #8250df; }
  .s3 { color: #1a7f37; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .quiet { fill: #9198a1; }
    .grid { stroke: #30363d; }
    .axis { stroke: #6e7681; }
    .goal { stroke: #e6edf3; }
    .s0 { color: #58a6ff; }
    .s1 { color: #f0883e; }
    .s2 { color: #bc8cff; }
    .s3 { color: #3fb950; }
  }
  rect, circle, .named { fill: currentColor; }
  polyline { fill: none; stroke: currentColor; stroke-width: 2.25; }`;

const escape = (text) => `${text}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const at = (value) => Number(value.toFixed(1));

const text = (x, y, content, classes = "") => `<text x="${at(x)}" y="${at(y)}" class="${classes}">${escape(content)}</text>`;
const lineFrom = (x1, y1, x2, y2, classes) => `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" class="${classes}"/>`;

const picture = (width, height, title, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">` +
  `<style>${STYLE}\n</style>\n${parts.join("\n")}\n</svg>\n`;

// ── bars ────────────────────────────────────────────────────────────────────

const WIDTH = 880;
const LABELS = 400;
const ROW = 42;
const TOP = 78;

/**
 * Ratios as bars on a logarithmic scale, from 1 to either side: what is to be reached stands as a dashed mark.
 * Rows are `{ work, against, value, reach }`.
 */
export const ratioBars = ({ title, note, rows }) => {
  const right = WIDTH - 130;
  const values = rows.flatMap(({ value, reach = 1 }) => [value, reach, 1]);
  const [low, high] = [Math.min(...values, 0.5), Math.max(...values, 2)].map(Math.log2);
  const x = (value) => LABELS + ((Math.log2(value) - low) / (high - low)) * (right - LABELS);
  const bottom = TOP + rows.length * ROW;
  const ticks = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64].filter((tick) => Math.log2(tick) >= low && Math.log2(tick) <= high);
  const grid = ticks.flatMap((tick) => [
    lineFrom(x(tick), TOP - 6, x(tick), bottom, tick === 1 ? "axis" : "grid"),
    text(x(tick), bottom + 16, `${tick}x`, "quiet middle"),
  ]);
  const bars = rows.flatMap(({ work, against, value, reach }, row) => {
    const y = TOP + row * ROW;
    const [from, to] = [Math.min(x(1), x(value)), Math.max(x(1), x(value))];
    return [
      text(LABELS - 12, y + 16, work, "end"),
      text(LABELS - 12, y + 32, against, "quiet end"),
      `<rect x="${at(from)}" y="${y + 8}" width="${at(Math.max(1, to - from))}" height="${ROW - 18}" rx="2" class="${value >= 1 ? "s0" : "s1"}"/>`,
      ...(reach === undefined ? [] : [lineFrom(x(reach), y + 3, x(reach), y + ROW - 5, "goal")]),
      text(WIDTH - 70, y + 25, factor(value), "end"),
      text(WIDTH - 16, y + 25, reach === undefined ? "" : factor(reach), "quiet end"),
    ];
  });
  const heads = [text(WIDTH - 70, TOP - 8, "seen", "quiet end"), text(WIDTH - 16, TOP - 8, "reach", "quiet end")];
  return picture(WIDTH, bottom + 28, title, [text(16, 24, title, "title"), text(16, 44, note, "quiet"), ...heads, ...grid, ...bars]);
};

// ── curves ──────────────────────────────────────────────────────────────────

const HEIGHT = 376;
const PLOT = { left: 70, right: WIDTH - 170, top: 80, bottom: HEIGHT - 48 };

/** Round steps, about five up to the largest value. */
const stepsTo = (largest) => {
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  return Array.from({ length: Math.floor(largest / step) + 1 }, (_none, index) => index * step);
};

/** Names at the ends of their lines, moved apart where they would touch. */
const apart = (places) => {
  const ordered = [...places].sort((one, other) => one.y - other.y);
  for (let index = 1; index < ordered.length; index += 1) {
    ordered[index].y = Math.max(ordered[index].y, ordered[index - 1].y + 16);
  }
  return ordered;
};

/** Curves of microseconds, with a linear or logarithmic x axis. Series are `{ name, points: [[x, y]] }`. */
export const curves = ({ title, note, xTitle, yTitle, ticks, isLog, series }) => {
  const points = series.flatMap(({ points }) => points);
  const scale = isLog ? Math.log10 : (value) => value;
  const [low, high] = isLog ? [scale(ticks[0]), scale(points.reduce((most, [x]) => Math.max(most, x), 0))] : [0, ticks.at(-1)];
  const top = Math.max(...points.map(([, y]) => y)) * 1.05;
  const x = (value) => PLOT.left + ((scale(value) - low) / (high - low)) * (PLOT.right - PLOT.left);
  const y = (value) => PLOT.bottom - (value / top) * (PLOT.bottom - PLOT.top);
  const grid = stepsTo(top).flatMap((tick) => [
    lineFrom(PLOT.left, y(tick), PLOT.right, y(tick), tick === 0 ? "axis" : "grid"),
    text(PLOT.left - 8, y(tick) + 4, tick.toLocaleString("en"), "quiet end"),
  ]);
  const below = ticks.map((tick) => text(x(tick), PLOT.bottom + 18, tick.toLocaleString("en"), "quiet middle"));
  const lines = series.flatMap(({ points }, place) => [
    `<polyline points="${points.map(([px, py]) => `${at(x(px))},${at(y(py))}`).join(" ")}" class="s${place}"/>`,
    ...points.map(([px, py]) => `<circle cx="${at(x(px))}" cy="${at(y(py))}" r="3" class="s${place}"/>`),
  ]);
  const names = apart(series.map(({ name, points }, place) => ({ name, place, y: y(points.at(-1)[1]) + 4 })));
  const legend = names.map(({ name, place, y }) => text(PLOT.right + 10, y, name, `named s${place}`));
  const titles = [text(16, 24, title, "title"), text(16, 44, note, "quiet"), text((PLOT.left + PLOT.right) / 2, HEIGHT - 10, xTitle, "quiet middle")];
  return picture(WIDTH, HEIGHT, title, [...titles, text(PLOT.left, PLOT.top - 8, yTitle, "quiet end"), ...grid, ...below, ...lines, ...legend]);
};
