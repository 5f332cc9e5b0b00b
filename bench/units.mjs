// Numbers as people read them. Three digits: the fourth is noise.

export const significant = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

export const factor = (value) => `${significant(value)}x`;

export const duration = (microseconds) => {
  if (microseconds < 1000) return `${significant(microseconds)} µs`;
  return microseconds < 1_000_000 ? `${significant(microseconds / 1000)} ms` : `${significant(microseconds / 1_000_000)} s`;
};

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
export const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A number of a target, in its unit; "" when there is none. */
export const quantity = (value, unit) => {
  if (value === undefined) return "";
  return unit === "x" ? `${Number.isInteger(value) ? value : significant(value)}x` : `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
};
