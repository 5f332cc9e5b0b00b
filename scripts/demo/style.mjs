// Colours, when the output is a terminal that has them and NO_COLOR does not object.
const stream = process.stdout;
const coloured = Boolean(stream.isTTY && stream.hasColors());

const style = (code) => (text) => (coloured && text !== "" ? `\x1b[${code}m${text}\x1b[0m` : text);

export const bold = style("1");
export const dim = style("2");
export const red = style("31");
export const green = style("32");
export const yellow = style("33");
export const cyan = style("36");

/** How wide to write: a terminal's width, within reason. */
export const columns = Math.max(72, Math.min(100, stream.columns ?? 100));
