// RFC 3492, section 6.3: the A-label form of any text whatever, also of what no domain may hold.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

const adapt = (delta, points, first) => {
  let left = first ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / points);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + 38));
};

/** One number in digits of varying weight. */
const written = (number, bias) => {
  let out = "";
  let left = number;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (left < threshold) return out + DIGITS[left];
    out += DIGITS[threshold + ((left - threshold) % (BASE - threshold))];
    left = Math.floor((left - threshold) / (BASE - threshold));
  }
};

export const punycode = (text) => {
  const points = [...text].map((character) => character.codePointAt(0));
  const basic = points.filter((point) => point < 0x80);
  let out = String.fromCodePoint(...basic) + (basic.length > 0 ? "-" : "");
  let [next, delta, bias, done] = [0x80, 0, 72, basic.length];
  while (done < points.length) {
    const least = Math.min(...points.filter((point) => point >= next));
    delta += (least - next) * (done + 1);
    next = least;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      out += written(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      [delta, done] = [0, done + 1];
    }
    [delta, next] = [delta + 1, next + 1];
  }
  return out;
};
